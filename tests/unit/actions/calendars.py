"""Calendars for tests, made of events given as lines. Every group and place in them is invented."""

from collections.abc import Sequence
from pathlib import Path

STALL = (
    "UID:stall@example.org",
    "SUMMARY:Letters outside the library",
    "LOCATION:Old Square\\, Newtown",
    "DTSTART;TZID=Europe/London:20261107T110000",
    "DTEND;TZID=Europe/London:20261107T150000",
    "RRULE:FREQ=WEEKLY;BYDAY=SA",
    "EXDATE;TZID=Europe/London:20261205T110000",
)
VIGIL = (
    "UID:vigil@example.org",
    "SUMMARY:An evening of songs",
    "LOCATION:The Mill Hall",
    "DESCRIPTION:All are welcome.\\nBring a lamp.",
    "URL:https://example.org/songs",
    "DTSTART:20261210T190000Z",
    "DTEND:20261210T210000Z",
)


def calendar(*events: Sequence[str], before: Sequence[str] = ()) -> str:
    """A calendar; ``before`` are lines before its first event, which is on line 3 without them."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *before]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def with_lines(event: Sequence[str], **lines: str) -> list[str]:
    """An event with other lines, by their names ("" takes one away): ``DTSTART=":2026..."``."""
    names = {name.replace("_", "-"): line for name, line in lines.items()}
    kept = [line for line in event if line.replace(";", ":").partition(":")[0] not in names]
    return kept + [f"{name}{line}" for name, line in names.items() if line]


def write_calendar(folder: Path, *events: Sequence[str], before: Sequence[str] = ()) -> Path:
    """The file in a folder."""
    path = folder / "events.ics"
    path.write_bytes(calendar(*events, before=before).encode())
    return path
