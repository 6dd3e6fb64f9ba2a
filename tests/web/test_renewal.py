"""A running site takes up a newer table of members, and nothing less than a whole one."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from letterwriter.files.instance import draft, install, tables_in
from letterwriter.parliament import current_members
from letterwriter.parliament.members import Office, Parliament, Role, Seat
from letterwriter.parliament.members_file import save_parliament
from letterwriter.web import create_app
from letterwriter.web.app_data import AppData, app_data
from letterwriter.web.reload import Reload
from letterwriter.web.settings import Settings
from tests.unit.letters.golden import campaign
from tests.web.visitor import Visitor
from tests.web.walking import LONG, walk

UNSURE = "If they are not a minister"
TODAY = date(2026, 11, 24)
RUSHOLME = "E14001353"


class Site:
    """A site with an instance folder, and a clock that only a test moves."""

    def __init__(self, instance: Path) -> None:
        self.instance = instance
        self.app: Flask = create_app(Settings(today=TODAY, instance=instance))
        self.visitor = Visitor(self.app.test_client())
        self.seconds = 0.0
        self.app.extensions["letterwriter-reload"] = Reload(instance, lambda: self.seconds)

    @property
    def app_data(self) -> AppData:
        here: AppData = self.app.extensions["letterwriter"]
        return here

    def put(self, change: Callable[[Seat], Seat], day: date = TODAY) -> Path:
        """Install a table of that day, one of its seats changed."""
        changed = [
            change(seat) if seat.constituency.code == RUSHOLME else seat
            for seat in (replace(seat, as_of=day) for seat in current_members.bundled_parliament())
        ]
        room = self.instance / "members"
        with draft(room) as folder:
            save_parliament(Parliament(changed), folder)
            return install(folder, day, keep=tables_in(room))

    def text(self, path: str = "/data") -> str:
        return self.visitor.open(path).text

    def found(self) -> str:
        """What a visitor from Manchester Rusholme is told, some seconds later."""
        self.seconds += 10
        return self.visitor.open("/").fill(postcode="M14 5TP").press("Find my MP").text


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def named(name: str) -> Callable[[Seat], Seat]:
    def change(seat: Seat) -> Seat:
        assert seat.member is not None
        return replace(seat, member=replace(seat.member, name=name))

    return change


def vacant(seat: Seat) -> Seat:
    return replace(seat, member=None)


def with_office(title: str, role: Role) -> Callable[[Seat], Seat]:
    def change(seat: Seat) -> Seat:
        assert seat.member is not None
        office = Office(title, role, TODAY, "UK Parliament")
        return replace(seat, member=replace(seat.member, offices=(office,)))

    return change


def test_a_newer_table_is_used_without_a_restart_and_its_date_is_shown(site: Site) -> None:
    assert "As known on 27 June 2026" in site.found()
    before = site.app_data
    site.put(named("Sir Afzal Khan"))
    told = site.found()
    assert "Sir Afzal Khan" in told
    assert "As known on 24 November 2026" in told
    assert site.app_data.postcodes is before.postcodes, "only the members are read anew"
    assert site.app_data.campaign is before.campaign


def test_between_two_looks_the_world_is_the_same_object(site: Site) -> None:
    site.text()
    before = site.app_data
    site.put(named("Sir Afzal Khan"))
    site.seconds = 4.9
    site.text()
    assert site.app_data is before, "the folder is not looked at with every request"
    site.seconds = 5.1
    site.text()
    assert site.app_data is not before
    after = site.app_data
    site.seconds = 60
    site.text()
    assert site.app_data is after, "nothing new, nothing replaced"


def test_the_newest_table_is_used_from_the_start(tmp_path: Path) -> None:
    Site(tmp_path).put(named("Sir Afzal Khan"))
    assert "Sir Afzal Khan" in Site(tmp_path).found()


def test_half_a_table_is_refused_with_the_reason_in_the_log(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    site.put(named("Sir Afzal Khan"), date(2026, 11, 23))
    assert "Sir Afzal Khan" in site.found()
    newer = site.put(named("Nobody At All"))
    rows = (newer / "mps.csv").read_text("utf-8").splitlines(keepends=True)
    (newer / "mps.csv").write_text("".join(rows[:-10]), "utf-8")
    with caplog.at_level(logging.WARNING):
        assert "Sir Afzal Khan" in site.found()
        site.found()
    [record] = caplog.records
    assert "that of 2026-11-23 stays: mps.csv: has 640 constituencies" in record.getMessage()


def test_a_faulty_table_that_is_mended_in_place_is_used(site: Site) -> None:
    table = site.put(named("Sir Afzal Khan"))
    whole = (table / "mps.csv").read_bytes()
    (table / "mps.csv").write_bytes(whole[:1000])
    assert "Sir Afzal Khan" not in site.found()
    (table / "mps.csv").write_bytes(whole)
    assert "Sir Afzal Khan" in site.found()


def test_taking_the_newest_folder_away_goes_back_to_the_one_before(site: Site) -> None:
    site.put(named("Sir Afzal Khan"), date(2026, 11, 23))
    wrong = site.put(named("Nobody At All"))
    assert "Nobody At All" in site.found()
    wrong.rename(site.instance / "members" / "wrong")
    assert "Sir Afzal Khan" in site.found()


def test_every_worker_looks_for_itself(tmp_path: Path) -> None:
    workers = [Site(tmp_path), Site(tmp_path)]
    workers[0].put(named("Sir Afzal Khan"))
    assert all("Sir Afzal Khan" in worker.found() for worker in workers)


def test_a_request_keeps_the_world_it_began_with(site: Site) -> None:
    with site.app.test_request_context("/"):
        first = app_data()
        site.app.extensions["letterwriter"] = replace(first, parliament=Parliament([]))
        assert app_data() is first


def test_a_vacancy_and_its_end_reach_the_pages(site: Site) -> None:
    site.put(vacant, date(2026, 11, 23))
    assert "There is no MP for" in site.found()
    assert "or write to the Home Secretary" in site.visitor.page.text
    site.put(named("Jo Example"))
    assert "Jo Example" in site.found()


def asks(site: Site) -> list[str]:
    site.found()
    site.visitor.press(LONG).press("I have read this")
    walk(site.visitor, "ask", {"concerns": ["thirty-months"]})
    return [str(box["value"]) for box in site.visitor.page.select("input[name=ask]")]


@pytest.mark.parametrize(
    ("title", "role"),
    [("Minister of State (Home Office)", Role.MINISTER), ("Assistant Whip", Role.WHIP)],
)
def test_a_minister_is_asked_only_what_a_minister_can_do(
    site: Site, title: str, role: Role
) -> None:
    assert "tell-me-your-vote" in asks(site)
    assert UNSURE in site.found()
    site.put(with_office(title, role))
    fit = {ask.id for ask in campaign().asks if role in ask.roles}
    assert set(asks(site)) <= fit
    assert "write-for-me" in asks(site)
    assert UNSURE not in site.found()


def test_where_ministers_are_listed_nobody_else_is_taken_for_one(site: Site) -> None:
    site.put(with_office("Minister of State (Home Office)", Role.MINISTER))
    site.seconds += 10
    site.visitor.open("/").fill(postcode="WC1H 8AA").press("Find my MP")
    assert UNSURE not in site.visitor.text


def test_the_data_page_tells_which_table_it_is(site: Site) -> None:
    assert "Ministers below the Home Secretary are not in the table" in site.text()
    site.put(with_office("Assistant Whip", Role.WHIP))
    site.seconds += 10
    told = site.text()
    assert "Members API under the Open Parliament Licence v3.0, on 24 November 2026" in told
    assert "are not in the table" not in told


def test_health_tells_the_age_of_the_newer_table(site: Site) -> None:
    assert site.app.test_client().get("/healthz").json == {
        "members": 150,
        "postcodes": 634,
        "days_to_review": 45,
    }
    site.put(named("Sir Afzal Khan"), date(2026, 11, 20))
    site.seconds += 10
    assert site.app.test_client().get("/healthz").json == {
        "members": 4,
        "postcodes": 634,
        "days_to_review": 45,
    }


def test_without_an_instance_folder_nothing_is_looked_for() -> None:
    app = create_app(Settings(today=TODAY))
    assert "letterwriter-reload" not in app.extensions


def test_the_folder_is_one_of_the_settings() -> None:
    settings = Settings.from_environment({"LETTERWRITER_INSTANCE": "/srv/letters"})
    assert settings.instance == Path("/srv/letters")
