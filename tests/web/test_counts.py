"""Letters counted where an operator turned it on: what counts, what is told, and what is kept."""

import json
import logging
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from letterwriter.counts.counted import CountedDoor, CountedUnder
from letterwriter.counts.database import CountsDatabase
from letterwriter.web import create_app
from letterwriter.web.counting import Counting
from letterwriter.web.settings import BadSetting, Settings
from tests.web.conftest import TODAY
from tests.web.test_privacy import MARKER, everything
from tests.web.visitor import Visitor
from tests.web.walking import find, sending

RUSHOLME, NAME = "E14001353", "Manchester Rusholme"
CAMPAIGN = "restoring-order-and-control"
MARK = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "counts.sqlite"


@pytest.fixture
def site(file: Path) -> Iterator[Flask]:
    app = create_app(Settings(today=TODAY, pdfs_a_minute=10_000, counts=f"sqlite:///{file}"))
    yield app
    of(app).close()


@pytest.fixture
def counted(site: Flask) -> FlaskClient:
    return site.test_client()


def of(app: Flask) -> Counting:
    counting: Counting = app.extensions["letterwriter-counting"]
    return counting


def numbers(app: Flask, file: Path) -> dict[tuple[str, str], int]:
    """By constituency and door, all of today and of our campaign."""
    assert of(app).waiting.settle(20)
    database = CountsDatabase(f"sqlite:///{file}")
    found = dict(database.numbers())
    database.close()
    assert {(under.day, under.campaign) for under in found} <= {(TODAY, CAMPAIGN)}
    return {(under.constituency, under.door): number for under, number in found.items()}


def put(file: Path, rows: dict[tuple[str, date], int]) -> None:
    """Count letters of some days."""
    database = CountsDatabase(f"sqlite:///{file}")
    database.add(
        {
            CountedUnder(day, code, CountedDoor.PRINTED, CAMPAIGN): n
            for (code, day), n in rows.items()
        }
    )
    database.close()


def tell(client: FlaskClient, **fields: str) -> int:
    """What the page tells of a letter that left by itself."""
    usual = {"constituency": RUSHOLME, "door": "emailed", "count": MARK}
    return client.post("/count", data=usual | fields).status_code


def test_a_letter_counts_once_a_page_by_the_door_it_first_left(
    site: Flask, counted: FlaskClient, file: Path
) -> None:
    visitor = sending(Visitor(counted), "Print it", concerns=["thirty-months"])
    page = visitor.page
    assert "We count letters" in visitor.text
    for button in ("Save as PDF", "Save as PDF", "Save as plain text"):
        visitor.page = page
        visitor.press(button)
        assert visitor.answer.status_code == 200
    visitor.page = page
    visitor.press("Back").press("Email it")
    assert "We count letters" in visitor.text
    visitor.press("Save it as a draft email")
    assert numbers(site, file) == {(RUSHOLME, "printed"): 1}


def test_each_file_counts_by_its_door_and_only_where_its_page_says_so(
    site: Flask, counted: FlaskClient, file: Path
) -> None:
    visitor = sending(Visitor(counted), "Print it", concerns=["thirty-months"])
    page = visitor.page
    for mark in ("", MARK):
        visitor.page = page
        visitor.fill(count=mark).press("Save as plain text")
    visitor.page = page
    visitor.fill(count=MARK[::-1]).press("Back").press("Email it")
    assert visitor.values("count") == [MARK[::-1]], "a page's mark goes along with its letter"
    visitor.press("Save it as a draft email")
    assert numbers(site, file) == {(RUSHOLME, "plain"): 1, (RUSHOLME, "emailed"): 1}


def test_what_the_page_does_by_itself_is_told_by_one_small_post(
    site: Flask, counted: FlaskClient, file: Path
) -> None:
    assert [tell(counted), tell(counted), tell(counted, count=MARK[::-1])] == [204, 204, 204]
    assert numbers(site, file) == {(RUSHOLME, "emailed"): 2}


def test_what_makes_no_sense_counts_nothing(site: Flask, counted: FlaskClient, file: Path) -> None:
    assert tell(counted, constituency="E14999999") == 204
    assert tell(counted, constituency="") == 204
    assert tell(counted, count="") == 204
    assert tell(counted, count="the same for ever") == 204
    assert tell(counted, door="somewhere") == 400
    assert tell(counted, door="") == 400
    assert numbers(site, file) == {}


def test_scripts_are_held_by_the_limit_of_documents(file: Path) -> None:
    app = create_app(Settings(today=TODAY, pdfs_a_minute=2, counts=f"sqlite:///{file}"))
    client = app.test_client()
    marks = [f"{n:032x}" for n in range(4)]
    assert [tell(client, count=mark) for mark in marks] == [204, 204, 429, 429]
    assert numbers(app, file) == {(RUSHOLME, "emailed"): 2}
    of(app).close()


def test_a_form_of_another_site_counts_nothing(counted: FlaskClient) -> None:
    other = {"Origin": "https://evil.example"}
    assert counted.post("/count", data={"count": MARK}, headers=other).status_code == 403


def test_nothing_is_counted_nor_told_where_it_is_turned_off(client: FlaskClient) -> None:
    assert [tell(client), client.get("/counts").status_code] == [404, 404]
    visitor = sending(Visitor(client), "Print it", concerns=["thirty-months"])
    assert "count letters" not in visitor.text
    assert not visitor.page.select('[name="count"]')
    assert "We count" not in client.get("/privacy").text + client.get("/").text
    assert "counts" not in (client.get("/healthz").json or {})


def test_privacy_says_what_is_counted_and_the_stalls_page_does_not(counted: FlaskClient) -> None:
    privacy = counted.get("/privacy").text
    assert "What we count" in privacy
    assert 'href="/counts"' in privacy
    assert "data-counting" in counted.get("/").text
    assert "data-counting" not in counted.get("/stall").text


def test_a_marker_typed_everywhere_is_in_no_file_log_object_or_published_number(
    site: Flask, counted: FlaskClient, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    put(file, {(RUSHOLME, TODAY - timedelta(days=1)): 12})
    visitor = everything(Visitor(counted)).press("Send or print").press("Print it")
    visitor.press("Save as PDF")
    assert tell(counted) == 204
    assert of(site).waiting.settle(20)
    assert numbers_of_all_days(file) == 14
    told = "".join(counted.get(f"/counts{ending}").text for ending in ("", ".json", ".csv"))
    assert NAME in told
    files = [path for path in file.parent.iterdir() if path.name.startswith(file.name)]
    kept = b"".join(path.read_bytes() for path in files)
    assert len(files) > 1, "with its write-ahead log"
    held = repr([vars(of(site).waiting), vars(of(site).seen), vars(of(site).nightly)])
    for words in (kept.decode("latin-1"), told, caplog.text, held):
        assert not re.search(rf"{MARKER}|M14|127\.0\.0\.1", words)
    assert not re.search(r"\d\d:\d\d", told + caplog.text + held), "a time of day"


def numbers_of_all_days(file: Path) -> int:
    database = CountsDatabase(f"sqlite:///{file}")
    try:
        return sum(number for _, number in database.numbers())
    finally:
        database.close()


def test_numbers_are_published_up_to_yesterday_rounded_down(
    counted: FlaskClient, file: Path
) -> None:
    yesterday, before = TODAY - timedelta(days=1), TODAY - timedelta(days=9)
    put(
        file,
        {
            (RUSHOLME, yesterday): 9,
            (RUSHOLME, before): 4,
            (RUSHOLME, TODAY): 100,
            ("E14001063", yesterday): 4,
        },
    )
    answer = counted.get("/counts.json")
    told = json.loads(answer.text)
    assert told["until"] == yesterday.isoformat()
    assert (told["letters"], told["letters_in_seven_days"]) == (15, 15)
    assert told["constituencies"] == [
        {"code": RUSHOLME, "name": NAME, "letters": 10, "letters_in_seven_days": 10}
    ]
    lines = counted.get("/counts.csv").text.splitlines()
    assert lines == [
        "code,name,letters,letters_in_seven_days",
        ",All constituencies,15,15",
        f"{RUSHOLME},{NAME},10,10",
    ]
    visitor = find(Visitor(counted))
    assert f"10 letters or more from {NAME} have been made here" in visitor.text
    visitor.open("/counts")
    assert "15 letters, of which 15 in the seven days to 21 November 2026" in visitor.text
    assert f"{NAME} 10 10" in visitor.text
    for each in (answer, counted.get("/counts.csv")):
        assert each.headers["Cache-Control"] == "public, max-age=3600"
        assert each.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in counted.get("/counts").headers


def test_a_database_that_is_away_stops_no_letter_and_health_says_so() -> None:
    address = "postgresql://writer:hunter2@127.0.0.1:1/counts"
    app = create_app(Settings(today=TODAY, counts=address))
    client = app.test_client()
    visitor = sending(Visitor(client), "Print it", concerns=["thirty-months"])
    assert visitor.press("Save as plain text").answer.status_code == 200
    told = client.get("/healthz").json
    assert told is not None
    assert (told["counts"]["waiting"], told["counts"]["lost"]) == (1, 0)
    page, numbers_alone = client.get("/counts"), client.get("/counts.json")
    assert (page.status_code, numbers_alone.status_code) == (503, 503)
    assert "cannot be read just now" in page.text
    assert numbers_alone.headers["Cache-Control"] == "no-store"
    of(app).close()


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"this is a letter of somebody's, and no database" * 100, "is no SQLite database")],
)
def test_what_no_waiting_mends_is_refused_at_the_start(
    file: Path, content: bytes, why: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(BadSetting, match=f"LETTERWRITER_COUNTS cannot be used: .*{why}"):
        create_app(Settings(counts=f"sqlite:///{file}"))


def test_trying_the_settings_says_whether_the_database_answers(file: Path) -> None:
    from click.testing import CliRunner

    from letterwriter.cli import main

    def check(address: str) -> tuple[int, str]:
        run = CliRunner().invoke(
            main, ["check", "--settings"], env={"LETTERWRITER_COUNTS": address}
        )
        return run.exit_code, run.output

    status, said = check(f"sqlite:///{file}")
    assert status == 0
    assert "which answers; the privacy page says so" in said
    status, said = check("postgresql://writer:hunter2@127.0.0.1:1/counts")
    assert status == 1
    assert "which cannot be reached: letters go on" in said
    assert "hunter2" not in said
