"""A group's calendar: what is read of it, and what is refused by file and line."""

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest

from letterwriter.actions.calendar_file import LARGEST_CALENDAR, MOST_EVENTS, read_calendar
from letterwriter.files.faults import FaultyFiles
from tests.unit.actions.calendars import STALL, VIGIL, calendar, with_lines, write_calendar


def wrong(path: Path) -> str:
    with pytest.raises(FaultyFiles) as faulty:
        read_calendar(path)
    (fault,) = faulty.value.faults
    return str(fault)


def changed(**lines: str) -> Sequence[str]:
    return with_lines(STALL, **lines)


@pytest.mark.parametrize(
    ("event", "line", "said"),
    [
        (changed(DTSTART=""), 3, "give it a DTSTART"),
        (changed(SUMMARY=""), 3, "give it a SUMMARY"),
        (changed(DTSTART=":20261301T110000"), 10, "DTSTART is 20261301T110000"),
        (changed(DTSTART=":next Saturday"), 10, "no day or time"),
        (changed(DTEND=";TZID=Europe/London:20261107T090000"), 10, "before it begins"),
        (changed(DTEND=";TZID=Europe/London:20270107T090000"), 10, "longer than 31 days"),
        (changed(DTSTART=":00010107T110000"), 10, "from 2000 to 2100"),
        (changed(DTSTART=";TZID=Middle Earth:20261107T110000"), 10, "zone Middle Earth is not"),
        (changed(RRULE=":FREQ=SECONDLY"), 10, "oftener than once a day"),
        (changed(RRULE=":FREQ=DAILY;BYMINUTE=1,2,3"), 10, "oftener than once a day"),
        (changed(RRULE=":FREQ=FORTNIGHTLY"), 10, "FREQ can be DAILY"),
        (changed(RRULE=":FREQ=DAILY;COUNT=99999"), 10, "COUNT must be a number from 1 to 1000"),
        (changed(RRULE=":FREQ=WEEKLY;BYDAY=XX"), 10, "no rule that can be read"),
        (changed(RRULE=":every Saturday"), 10, "no rule that can be read"),
        (changed(RRULE=":FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), 10, "day that never comes"),
        (changed(RRULE=":FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9"), 10, "never comes"),
        (changed(RRULE=":FREQ=YEARLY;BYSETPOS=366;BYMONTH=1;BYDAY=MO"), 10, "never comes"),
        (changed(RRULE=":FREQ=DAILY;UNTIL=soon"), 3, "cannot be read"),
        (changed(RRULE=":FREQ=DAILY;INTERVAL=0"), 10, "INTERVAL must be a number"),
        (changed(RRULE=":FREQ=DAILY;INTERVAL=99999999999"), 10, "INTERVAL must be"),
        (changed(RDATE=":soon"), 3, "cannot be read"),
        (changed(EXRULE=":FREQ=DAILY"), 11, "write EXDATE"),
        (changed(EXDATE=":never"), 10, "EXDATE is never"),
        ([*STALL, STALL[1]], 11, "a second time"),
        (
            [
                *STALL,
                "DURATION:soon",
            ],
            3,
            "cannot be read",
        ),
        ([*STALL, "what is this"], 11, "no line of a calendar"),
        ([*STALL, "BEGIN:VALARM"], 12, "END:VEVENT ends something"),
    ],
)
def test_a_mistake_is_told_by_file_and_line(
    tmp_path: Path, event: Sequence[str], line: int, said: str
) -> None:
    began = process_time()
    told = wrong(write_calendar(tmp_path, event))
    assert told.startswith(f"events.ics: line {line}: ")
    assert said in told
    assert process_time() - began < 2, "whatever it asks for"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1: a calendar begins with"),
        (b"<!doctype html><title>Sign in</title>", "line 1: "),
        (b"SUMMARY:x\r\n", "line 1: a calendar begins with"),
        (
            calendar(VIGIL).encode().rpartition(b"END:VCALENDAR")[0],
            "line 1: BEGIN:VCALENDAR has no",
        ),
        (b"\xff\xfe" + calendar(VIGIL).encode("utf-16-le"), "no text in UTF-8"),
        (b"x" * (LARGEST_CALENDAR + 1), "larger than 256 KB"),
        (calendar(*[VIGIL] * (MOST_EVENTS + 1)).encode(), "more than 300 events"),
        (calendar(*[STALL] * 51).encode(), "more than 50 events that repeat"),
    ],
)
def test_what_is_no_calendar_or_a_huge_one_is_refused(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "events.ics"
    path.write_bytes(content)
    assert said in wrong(path)


def test_a_file_that_is_away_is_told_as_such(tmp_path: Path) -> None:
    assert wrong(tmp_path / "events.ics").startswith("events.ics: cannot be read")


def test_lines_that_are_folded_and_alarms_and_zones_of_their_own_are_taken(tmp_path: Path) -> None:
    zone = ["BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:STANDARD", "DTSTART:19700101T000000"]
    zone += ["RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD"]
    alarm = ["BEGIN:VALARM", "TRIGGER:-PT15M", "DESCRIPTION:x", "END:VALARM"]
    folded = [line.replace("Letters outside", "Letters\r\n  outside") for line in STALL]
    path = write_calendar(tmp_path, [*folded, *alarm], before=[*zone, "END:VTIMEZONE"])
    (event,) = read_calendar(path).calendar.events
    assert event["SUMMARY"] == "Letters outside the library"
