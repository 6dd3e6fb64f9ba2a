"""A site with broken tables starts and runs with the last good ones, and says so to a monitor."""

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from letterwriter.files.instance import draft, install
from letterwriter.files.instance import tables_in as folders
from letterwriter.parliament import current_members
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import save_parliament
from letterwriter.web import create_app
from letterwriter.web.reload import Reload
from letterwriter.web.settings import Settings
from tests.broken_tables import BREAKS, Break
from tests.web.visitor import Visitor

TODAY = date(2026, 11, 24)


class Site:
    """A site with an instance folder, and a clock that only a test moves."""

    def __init__(self, instance: Path, today: date = TODAY) -> None:
        self.instance = instance
        self.app = create_app(Settings(today=today, instance=instance))
        self.seconds = 0.0
        self.app.extensions["letterwriter-reload"] = Reload(instance, lambda: self.seconds)

    def health(self) -> dict[str, Any]:
        self.seconds += 10
        answer = self.app.test_client().get("/healthz")
        assert answer.status_code == 200
        found: dict[str, Any] = answer.get_json()
        return found

    def text(self, path: str) -> str:
        return Visitor(self.app.test_client()).open(path).text

    def found(self) -> str:
        visitor = Visitor(self.app.test_client())
        return visitor.open("/").fill(postcode="M14 5TP").press("Find my MP").text


def put(instance: Path, day: date) -> Path:
    room = instance / "members"
    with draft(room) as folder:
        dated = Parliament(
            replace(seat, as_of=day) for seat in current_members.bundled_parliament()
        )
        save_parliament(dated, folder)
        return install(folder, day, keep=folders(room))


@pytest.mark.parametrize("spoil", BREAKS.values(), ids=BREAKS.keys())
def test_a_broken_table_at_the_start_is_told_to_a_monitor_until_it_is_mended(
    tmp_path: Path, spoil: Break
) -> None:
    put(tmp_path, date(2026, 11, 20))
    spoil(put(tmp_path, date(2026, 11, 23)) / "mps.csv")
    site = Site(tmp_path)
    health = site.health()
    assert health["members"] == 4
    assert health["wrong"] == {
        "members": "a newer table cannot be used, and the log says why; "
        "that of 20 November 2026 is in use"
    }
    assert "Afzal Khan" in site.found()
    put(tmp_path, TODAY)
    assert "wrong" not in site.health()


@pytest.mark.parametrize("spoil", BREAKS.values(), ids=BREAKS.keys())
def test_a_broken_table_that_arrives_is_told_once_and_the_one_in_use_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, spoil: Break
) -> None:
    put(tmp_path, date(2026, 11, 20))
    site = Site(tmp_path)
    assert "wrong" not in site.health()
    spoil(put(tmp_path, date(2026, 11, 23)) / "mps.csv")
    with caplog.at_level(logging.WARNING):
        assert site.health()["wrong"].keys() == {"members"}
        assert site.health()["members"] == 4
    assert len([each for each in caplog.records if "stays" in each.getMessage()]) <= 1


def test_a_broken_table_of_postcodes_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "postcodes" / "2026-11-23").mkdir(parents=True)
    wrong = Site(tmp_path).health()["wrong"]
    assert list(wrong) == ["postcodes"]
    assert "that of 28 February 2025 is in use" in wrong["postcodes"]


def test_a_room_that_can_no_longer_be_read_is_told_and_the_table_stays(tmp_path: Path) -> None:
    put(tmp_path, date(2026, 11, 20))
    site = Site(tmp_path)
    (tmp_path / "members").rename(tmp_path / "away")
    (tmp_path / "members").write_text("a file", encoding="utf-8")
    health = site.health()
    assert (health["members"], list(health["wrong"])) == (4, ["members"])


def test_a_table_from_the_future_is_told_and_has_no_age(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(tmp_path, date(2026, 12, 3))
    with caplog.at_level(logging.WARNING):
        site = Site(tmp_path)
    told = (
        "dated 3 December 2026, which is after today, 24 November 2026: "
        "is this computer's clock right?"
    )
    assert f"The table of MPs is {told}" in caplog.text
    health = site.health()
    assert (health["members"], health["wrong"]) == (None, {"members": told})
    assert health["postcodes"] == 634
    assert f"The table of MPs is {told}" in site.text("/data")
    assert (
        "As known on 3 December 2026, which is after today by this site’s clock"
        in site.found().replace("'", "’")
    )


def test_a_clock_in_the_past_is_told_of_both_tables(tmp_path: Path) -> None:
    health = Site(tmp_path, date(1954, 11, 5)).health()
    assert (health["members"], health["postcodes"]) == (None, None)
    assert health["wrong"].keys() == {"members", "postcodes"}


def test_within_the_month_that_postcodes_are_of_nothing_is_wrong(tmp_path: Path) -> None:
    assert Site(tmp_path, date(2025, 2, 1)).health()["postcodes"] == 0
