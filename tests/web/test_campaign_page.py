"""The campaign's page: the open letter, what is on, and a calendar that changes while it runs."""

import logging
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from letterwriter.cli import main
from letterwriter.paths import CAMPAIGNS
from letterwriter.web import create_app, local_actions
from letterwriter.web.local_actions import LocalActions
from letterwriter.web.settings import Settings
from tests.unit.actions.calendars import STALL, VIGIL, with_lines, write_calendar
from tests.unit.letters.golden import campaign
from tests.web.conftest import TODAY
from tests.web.visitor import Visitor

OURS = "restoring-order-and-control"
LETTERS, SONGS = "Letters outside the library", "An evening of songs"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of our campaign on a site that is to be started."""
    monkeypatch.setattr(local_actions, "CAMPAIGNS", tmp_path)
    (tmp_path / OURS).mkdir()
    return tmp_path / OURS


def site() -> Visitor:
    return Visitor(create_app(Settings(today=TODAY)).test_client())


def test_it_tells_of_the_open_letter_in_few_quoted_words_and_how_to_find_it(
    visitor: Visitor,
) -> None:
    visitor.open("/campaign")
    letter = campaign().open_letter
    assert letter is not None
    assert all(paragraph in visitor.text for paragraph in letter.paragraphs)
    assert "published on 5 December 2025" in visitor.text
    links = {str(link["href"]) for link in visitor.page.select("main a")}
    assert {letter.url, *(each.url for each in campaign().further_reading)} <= links
    assert {"/changes", "/volunteers#posters", "/volunteers/postcards"} <= links
    quoted = [part.partition("”")[0] for p in letter.paragraphs for part in p.split("“")[1:]]
    assert all(len(words.split()) <= 25 for words in quoted)


def test_without_a_calendar_it_says_how_a_group_adds_one(visitor: Visitor) -> None:
    assert "save it as events.ics in the campaign’s folder" in visitor.open("/campaign").text


def test_what_is_on_stands_there_with_place_and_time_and_can_be_kept(folder: Path) -> None:
    write_calendar(folder, STALL, VIGIL)
    visitor = site().open("/campaign")
    first = visitor.page.select(".actions li")[0].get_text(" ", strip=True)
    assert first.startswith(f"{LETTERS} Saturday 28 November 2026, 11:00 to 15:00 Old Square")
    assert "Thursday 10 December 2026, 19:00 to 21:00" in visitor.text
    link = visitor.page.select(".actions a[href$='.ics']")[0]
    answer = visitor.open(str(link["href"])).answer
    assert answer.content_type == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.data).walk("VEVENT")
    assert event["SUMMARY"] == LETTERS
    assert visitor.open("/campaign/actions/other.ics").answer.status_code == 404


def test_words_of_a_calendar_are_shown_as_words(folder: Path) -> None:
    write_calendar(folder, with_lines(VIGIL, SUMMARY=":<script>alert(1)</script>"))
    page = site().open("/campaign")
    assert "<script>alert" in page.text
    assert "<script>alert" not in page.answer.text


def test_a_faulty_calendar_leaves_the_last_good_one_in_use_and_says_so_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    now = iter(range(0, 1000, 10))
    actions = LocalActions(tmp_path / "own", tmp_path, clock=lambda: next(now))

    def titles() -> list[str]:
        return [action.title for action in actions.upcoming("ours", TODAY)]

    (tmp_path / "ours").mkdir()
    assert titles() == []
    path = write_calendar(tmp_path / "ours", with_lines(VIGIL, DTSTART=":soon"))
    assert titles() == []
    assert "events.ics: line 10: DTSTART is soon" in caplog.text
    assert "No local actions are shown" in caplog.text
    write_calendar(tmp_path / "ours", VIGIL)
    assert titles() == [SONGS]
    path.write_text("<html>")
    caplog.clear()
    assert titles() == [SONGS]
    assert titles() == [SONGS]
    (record,) = caplog.records
    assert (record.levelno, "stays in use" in record.message) == (logging.WARNING, True)
    write_calendar(tmp_path / "ours", STALL)
    assert set(titles()) == {LETTERS}
    path.unlink()
    assert titles() == []


def test_a_groups_own_calendar_stands_before_the_campaigns(tmp_path: Path) -> None:
    for place, event in (("own", STALL), ("program", VIGIL)):
        (tmp_path / place / "ours").mkdir(parents=True)
        write_calendar(tmp_path / place / "ours", event)
    now = iter(range(0, 1000, 10))
    actions = LocalActions(tmp_path / "own", tmp_path / "program", clock=lambda: next(now))
    assert {action.title for action in actions.upcoming("ours", TODAY)} == {LETTERS}
    (tmp_path / "own" / "ours" / "events.ics").unlink()
    assert {action.title for action in actions.upcoming("ours", TODAY)} == {SONGS}


def test_a_site_starts_with_a_faulty_calendar(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_calendar(folder, with_lines(STALL, RRULE=":FREQ=SECONDLY"))
    assert site().open("/campaign").answer.status_code == 200
    assert "events.ics: line 10: " in caplog.text


def test_check_tells_what_is_wrong_by_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    for path in (CAMPAIGNS / OURS).rglob("*.toml"):
        copy = folder / path.relative_to(CAMPAIGNS / OURS)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    command = ["check", str(folder), "--date", "2026-11-22"]
    write_calendar(folder, STALL, VIGIL)
    assert CliRunner().invoke(main, command).exit_code == 0
    write_calendar(folder, STALL, with_lines(VIGIL, SUMMARY=""))
    told = CliRunner().invoke(main, command)
    assert told.exit_code == 1
    assert "ours/events.ics: line 12: the event has no title" in told.stdout
