"""What an event of a calendar must have, and what it may not ask of a server."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from dateutil.rrule import rrulestr

from letterwriter.actions.calendar_lines import ContentLine, EventLines, WrongLine

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_ACTION: Final = timedelta(days=31)
MOST_REPEATS: Final = 1000  # that a rule may name
_OFTEN: Final = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_TOO_FINE: Final = {"BYHOUR", "BYMINUTE", "BYSECOND"}
# The library looks for a day that never comes until the year 9999. Days and weekdays come round
# every 400 years, so a rule is tried where that end is near.
_LATER: Final = 19 * 400  # years
_LIBRARY: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)
_ENDS: Final = ("COUNT", "UNTIL")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,3}")
_MOMENT: Final = re.compile(r"(\d{8})(?:T(\d{6})Z?)?")


def check_event(event: EventLines) -> None:
    """Raises WrongLine for the first thing that is wrong with it."""
    _check_names(event)
    (start,) = event.named("DTSTART")
    for line in (each for name in ("DTSTART", "DTEND", "EXDATE") for each in event.named(name)):
        for value in line.value.split(","):
            moment_of(line, value)
    for end in event.named("DTEND"):
        _check_length(start, end)
    for rule in event.named("RRULE"):
        _check_rule(rule, moment_of(start, start.value))


def _check_names(event: EventLines) -> None:
    for name in ("DTSTART", "SUMMARY", "DTEND", "RRULE", "DURATION", "RECURRENCE-ID"):
        if len(found := event.named(name)) > 1:
            raise WrongLine(found[1].number, "twice", what=name)
    for name in ("DTSTART", "SUMMARY"):
        if not any(line.value.strip() for line in event.named(name)):
            raise WrongLine(event.number, f"no-{name.lower()}")
    for rule in event.named("EXRULE"):
        raise WrongLine(rule.number, "exrule")


def moment_of(line: ContentLine, value: str) -> datetime:
    """The day and the time that stand there, whatever the zone; raises WrongLine."""
    found = _MOMENT.fullmatch(value.strip().upper())
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2] or '000000'}" if found else "")
    except ValueError:
        raise WrongLine(line.number, "no-moment", what=line.name, value=value[:40]) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise WrongLine(line.number, "odd-year", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return moment


def _check_length(start: ContentLine, end: ContentLine) -> None:
    length = moment_of(end, end.value) - moment_of(start, start.value)
    if length < timedelta(0) and start.parameters == end.parameters:
        raise WrongLine(end.number, "ends-before")
    if length > LONGEST_ACTION:
        raise WrongLine(end.number, "too-long", days=str(LONGEST_ACTION.days))


def _check_rule(rule: ContentLine, start: datetime) -> None:
    parts = dict(_parts(rule))
    if parts.get("FREQ") not in _OFTEN or _TOO_FINE & parts.keys():
        raise WrongLine(rule.number, "too-often")
    for name in ("COUNT", "INTERVAL"):
        number = parts.get(name, "1")
        if not _NUMBER.fullmatch(number) or int(number) > MOST_REPEATS:
            raise WrongLine(rule.number, "number", what=name, most=str(MOST_REPEATS))
    parts = {name: value for name, value in parts.items() if name not in _ENDS}
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    late = start.replace(year=start.year + _LATER)
    try:
        comes = next(iter(rrulestr(text, dtstart=late)), None)
    except _LIBRARY:
        raise WrongLine(rule.number, "no-rule") from None
    if comes is None:  # the library would look for its day until the year 9999
        raise WrongLine(rule.number, "never")


def _parts(rule: ContentLine) -> Iterator[tuple[str, str]]:
    for part in rule.value.strip().upper().split(";"):
        name, mark, value = part.partition("=")
        if not (mark and name and value):
            raise WrongLine(rule.number, "no-rule")
        yield name, value
