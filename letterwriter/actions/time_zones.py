"""The time zones that a calendar's times name, by the names that this program knows."""

from dataclasses import replace
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from icalendar.timezone import windows_to_olson

from letterwriter.actions.calendar_lines import ContentLine, WrongLine

TIMES: Final = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
USUAL: Final = "Europe/London"  # of times without a zone


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())


def zone_named(name: str) -> str:
    """The zone: as written, by Windows' name, or by the end of a longer one; empty if unknown."""
    parts = name.strip().split("/")
    tails = ["/".join(parts[at:]) for at in range(len(parts))]
    windows = windows_to_olson.WINDOWS_TO_OLSON.get(name.strip(), "")
    return next((zone for zone in (*tails, windows) if zone in _known()), "")


def with_known_zone(line: ContentLine, usual: str) -> ContentLine:
    """A line of times with a zone that is known; ``usual`` where it names none.

    Raises WrongLine for a zone that is not known: a wrong hour would send people to a closed door.
    """
    if line.name not in TIMES or line.parameters.get("VALUE", "").upper() == "DATE":
        return line
    if all(len(value) == 8 for value in line.value.split(",")):  # days, not said to be
        return replace(line, parameters={"VALUE": "DATE"})
    kept = {name: value for name, value in line.parameters.items() if name != "TZID"}
    if line.value.upper().endswith("Z"):
        return replace(line, parameters=kept)
    named = line.parameters.get("TZID", usual)
    zone = zone_named(named)
    if not zone:
        raise WrongLine(line.number, "no-zone", zone=named[:80])
    return replace(line, parameters={**kept, "TZID": zone})
