"""When to write again, and the calendar's entry for it."""

from datetime import date

import pytest

from letterwriter.followup.next_step import write_again_on
from letterwriter.followup.reminder import as_reminder

LETTER = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("day", "again"),
    [
        (LETTER, date(2026, 12, 9)),
        (date(2026, 12, 24), date(2027, 1, 7)),
        (date(2028, 2, 20), date(2028, 3, 5)),  # a leap year
    ],
)
def test_two_weeks_are_long_enough_to_wait(day: date, again: date) -> None:
    assert write_again_on(day) == again


def test_the_entry_is_a_day_with_a_title_and_nothing_else() -> None:
    lines = as_reminder(write_again_on(LETTER), LETTER).decode("ascii").split("\r\n")
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Letterwriter//EN",
        "BEGIN:VEVENT",
        "UID:write-again-20261209@letterwriter",
        "DTSTAMP:20261125T000000Z",
        "DTSTART;VALUE=DATE:20261209",
        "DTEND;VALUE=DATE:20261210",
        "SUMMARY:Write again to my MP",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_the_title_needs_no_escapes_and_no_folding_and_names_no_subject() -> None:
    entry = as_reminder(write_again_on(LETTER), LETTER)
    assert all(len(line) <= 75 for line in entry.split(b"\r\n"))  # RFC 5545, section 3.1
    title = next(line for line in entry.decode().split("\r\n") if line.startswith("SUMMARY:"))
    assert not set(title.removeprefix("SUMMARY:")) & set(",;\\\n")
    assert not [word for word in ("asylum", "refugee") if word in entry.decode().lower()]
