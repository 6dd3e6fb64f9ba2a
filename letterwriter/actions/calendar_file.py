"""A group's calendar of local actions, ``events.ics`` in its campaign's folder.

RFC 5545 is read by `icalendar`, and its repeats by `recurring-ical-events`; what either
would take hours over, or take for something else without a word, is refused beforehand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import recurring_ical_events
from icalendar import Calendar

from letterwriter.actions.calendar_lines import (
    ContentLine,
    EventLines,
    WrongLine,
    content_lines,
    events_of,
)
from letterwriter.actions.event_checks import check_event
from letterwriter.actions.time_zones import USUAL, with_known_zone, zone_named
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.messages import message

LARGEST_CALENDAR: Final = 256 * 1024
MOST_EVENTS: Final = 300
MOST_REPEATING: Final = 50  # each may be on every day
_SHOWN: Final = 120  # characters of what the library says
_HEAD: Final = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:letterwriter")
# What the library raises for what it cannot read, its own errors being ValueErrors.
_LIBRARY: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


@dataclass(frozen=True, slots=True)
class ActionCalendar:
    """The events of a file that was found to be right."""

    calendar: Calendar


def read_calendar(path: Path) -> ActionCalendar:
    """Read and check a calendar; raises FaultyFiles with what is wrong, by line."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_CALENDAR + 1)
    except OSError as error:
        raise FaultyFiles.unreadable(path, error) from None
    if len(content) > LARGEST_CALENDAR:
        what = message("actions", "too-big", most=str(LARGEST_CALENDAR // 1024))
        raise FaultyFiles([Fault(path.name, "", what)])
    try:
        return ActionCalendar(_parsed(content.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise FaultyFiles([Fault(path.name, "", message("actions", "no-text"))]) from None
    except WrongLine as wrong:
        faults = [_fault(path, wrong)]
        raise FaultyFiles(faults) from None


def _fault(path: Path, wrong: WrongLine) -> Fault:
    return Fault(path.name, f"line {wrong.number}", message("actions", wrong.key, **wrong.slots))


def _parsed(content: str) -> Calendar:
    lines = list(content_lines(content))
    events = events_of(lines)
    if not lines or lines[0].text().upper() != "BEGIN:VCALENDAR":
        raise WrongLine(1, "no-calendar")
    _count(events)
    usual = _usual_zone(lines)
    texts = [line for event in events for line in _event_text(event, usual)]
    return _read([*_HEAD, *texts, "END:VCALENDAR"])


def _count(events: Sequence[EventLines]) -> None:
    if len(events) > MOST_EVENTS:
        raise WrongLine(events[MOST_EVENTS].number, "too-many", most=str(MOST_EVENTS))
    repeating = [event for event in events if event.named("RRULE")]
    if len(repeating) > MOST_REPEATING:
        number = repeating[MOST_REPEATING].number
        raise WrongLine(number, "too-many-repeat", most=str(MOST_REPEATING))


def _usual_zone(lines: Sequence[ContentLine]) -> str:
    """The zone of times that name none."""
    named = [line for line in lines if line.name == "X-WR-TIMEZONE"]
    if named and not zone_named(named[0].value):
        raise WrongLine(named[0].number, "no-zone", zone=named[0].value[:80])
    return named[0].value if named else USUAL


def _event_text(event: EventLines, usual: str) -> Iterator[str]:
    """An event's lines for the library, once it has read them by themselves; raises WrongLine."""
    check_event(event)
    kept = [with_known_zone(line, usual) for line in event.lines if line.name in _READ]
    if not event.named("UID"):
        kept.append(ContentLine(event.number, "UID", {}, f"line-{event.number}"))
    if rule := next((line for line in kept if line.name == "RRULE"), None):
        kept[kept.index(rule)] = replace(rule, value=rule.value.strip().upper())
    text = ["BEGIN:VEVENT", *(line.text() for line in kept), "END:VEVENT"]
    if why := _unreadable(text):
        raise WrongLine(event.number, "no-event", why=why)
    return iter(text)


def _unreadable(text: Sequence[str]) -> str:
    """Why the library cannot read an event; empty where it can."""
    try:
        read = _read([*_HEAD, *text, "END:VCALENDAR"])
        (found,) = read.events
        # Both raise where times do not go together, or a rule's last day cannot be read.
        recurring_ical_events.of(read).between(found.start, timedelta(days=1))
        _ = found.end
        return str(found.errors[0][1])[:_SHOWN] if found.errors else ""
    except _LIBRARY as error:
        return str(error)[:_SHOWN] or type(error).__name__


def _read(lines: Sequence[str]) -> Calendar:
    return Calendar.from_ical("\r\n".join((*lines, "")))


# What is read of an event; all else stays in the file.
_READ: Final = frozenset(
    {
        *("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "URL", "STATUS", "CLASS", "SEQUENCE"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
    }
)
