"""A day to write again, as an entry for a calendar.

Its title names no subject and no person, since calendars show it on locked screens. Its twin is
static/js/engine/reminder.js: both write the same bytes.
"""

from datetime import date, timedelta
from typing import Final

from letterwriter.files.messages import message

MEDIA_TYPE: Final = "text/calendar; charset=utf-8"
REMINDER_FILE: Final = "write-again.ics"  # says nothing of who wrote, or of what


def as_reminder(again: date, made: date) -> bytes:
    """An all-day event on ``again`` by RFC 5545, in ASCII with CRLF line ends.

    It holds the two days and a fixed title, so that one made twice is one entry.
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Letterwriter//EN",
        "BEGIN:VEVENT",
        f"UID:write-again-{again:%Y%m%d}@letterwriter",
        f"DTSTAMP:{made:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{again:%Y%m%d}",
        f"DTEND;VALUE=DATE:{again + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{message('followup', 'reminder')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")
