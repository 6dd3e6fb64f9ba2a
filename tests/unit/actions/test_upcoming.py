"""Which local actions are shown on a day, in whose time, and as an entry to keep."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from letterwriter.actions.action import LocalAction
from letterwriter.actions.calendar_file import read_calendar
from letterwriter.actions.entry import entry_of
from letterwriter.actions.upcoming import MOST_OF_ONE, upcoming
from tests.unit.actions.calendars import STALL, VIGIL, with_lines, write_calendar

TODAY = date(2026, 11, 22)


def coming(folder: Path, today: date, *events: Sequence[str]) -> tuple[LocalAction, ...]:
    return upcoming(read_calendar(write_calendar(folder, *events)), today)


def test_the_next_are_first_past_ones_gone_and_days_that_are_left_out_are_out(
    tmp_path: Path,
) -> None:
    told = coming(tmp_path, TODAY, VIGIL, STALL)
    days = [(action.first_day, action.title) for action in told]
    stall, songs = "Letters outside the library", "An evening of songs"
    assert days == [
        (date(2026, 11, 28), stall),
        (date(2026, 12, 10), songs),
        (date(2026, 12, 12), stall),  # the 5th is left out
        (date(2026, 12, 19), stall),
    ]
    assert [action.repeats for action in told] == [True, False, True, True]
    assert told[1].details == "All are welcome.\nBring a lamp."
    assert told[0].place == "Old Square, Newtown"
    assert len([day for day in days if day[1] == stall]) == MOST_OF_ONE


def test_an_action_stays_until_its_day_is_over(tmp_path: Path) -> None:
    for today, shown in ((date(2026, 12, 10), True), (date(2026, 12, 11), False)):
        assert bool(coming(tmp_path, today, VIGIL)) == shown
    fair = with_lines(VIGIL, DTSTART=";VALUE=DATE:20261211", DTEND=";VALUE=DATE:20261214")
    for today, shown in ((date(2026, 12, 13), True), (date(2026, 12, 14), False)):
        assert bool(coming(tmp_path, today, fair)) == shown
    (action,) = coming(tmp_path, TODAY, fair)
    assert (action.whole_day, action.first_day, action.last_day) == (
        True,
        date(2026, 12, 11),
        date(2026, 12, 13),
    )


def test_a_day_that_was_moved_or_called_off_or_is_private_is_so_here(tmp_path: Path) -> None:
    day = with_lines(
        STALL, RRULE="", EXDATE="", RECURRENCE_ID=";TZID=Europe/London:20261128T110000"
    )
    moved = with_lines(
        day,
        DTSTART=";TZID=Europe/London:20261129T140000",
        DTEND=";TZID=Europe/London:20261129T150000",
    )
    assert coming(tmp_path, TODAY, STALL, moved)[0].first_day == date(2026, 11, 29)
    for line in ("STATUS:CANCELLED", "CLASS:PRIVATE"):
        assert coming(tmp_path, TODAY, [*VIGIL, line]) == ()


@pytest.mark.parametrize(
    ("start", "clock"),
    [
        (":20270701T180000Z", "19:00"),
        (":20261210T180000", "18:00"),  # no zone: British time
        (";TZID=Europe/London:20270701T180000", "18:00"),
        (";TZID=GMT Standard Time:20270701T180000", "18:00"),  # as Outlook says it
        (";TZID=/mozilla.org/20050126_1/Europe/London:20270701T180000", "18:00"),
        (';TZID="America/New_York":20261210T130000', "18:00"),
    ],
)
def test_times_are_british_wherever_they_were_written(
    tmp_path: Path, start: str, clock: str
) -> None:
    event = with_lines(VIGIL, DTSTART=start, DTEND="", DURATION=":PT1H")
    (action,) = coming(
        tmp_path, date(2026, 12, 1) if "2026" in start[-17:] else date(2027, 6, 30), event
    )
    assert isinstance(action.start, datetime)
    assert f"{action.start:%H:%M}" == clock


def test_a_weekly_hour_stays_the_same_when_clocks_change(tmp_path: Path) -> None:
    told = coming(tmp_path, date(2027, 3, 20), STALL)
    assert {f"{a.start:%H:%M}" for a in told if isinstance(a.start, datetime)} == {"11:00"}
    assert len({a.start.utcoffset() for a in told if isinstance(a.start, datetime)}) == 2


def test_what_repeats_for_ever_is_told_for_its_next_days(tmp_path: Path) -> None:
    daily = with_lines(STALL, DTSTART=":20000101T110000Z", DTEND="", RRULE=":FREQ=DAILY", EXDATE="")
    assert [a.first_day.day for a in coming(tmp_path, date(2050, 5, 1), daily)] == [1, 2, 3]


def test_texts_are_cleaned_and_links_are_web_addresses(tmp_path: Path) -> None:
    odd = with_lines(
        VIGIL, SUMMARY=":<b>Songs</b> \u202ereversed " + "x" * 500, URL=":javascript:x"
    )
    (action,) = coming(tmp_path, TODAY, odd)
    assert action.link == ""
    assert "\u202e" not in action.title
    assert len(action.title) == 200


@pytest.mark.parametrize("event", [VIGIL, with_lines(VIGIL, DTSTART=":20261210", DTEND="")])
def test_an_entry_says_the_same_in_a_calendar(tmp_path: Path, event: Sequence[str]) -> None:
    (action,) = coming(tmp_path, TODAY, event)
    text = entry_of(action, TODAY)
    (told,) = Calendar.from_ical(text).walk("VEVENT")
    assert told["SUMMARY"] == action.title
    assert told["LOCATION"] == action.place
    (again,) = coming(
        tmp_path,
        TODAY,
        text.decode().split("BEGIN:VEVENT\r\n")[1].split("END:VEVENT")[0].splitlines(),
    )
    assert (again.start, again.end, again.details) == (action.start, action.end, action.details)
    assert entry_of(action, TODAY) == text, "the same on every server"
