"""Days as British letters write them, and how long ago they were."""

import re
from datetime import date
from typing import Final

from letterwriter.text.clean_text import CleanText

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def written_date(day: date) -> str:
    """A date as British letters have it: "2 March 2026"."""
    return f"{day.day} {day:%B %Y}"


def typed_day(typed: str) -> date | None:
    """The day that a box for dates sends ("2026-03-02"); None for anything else."""
    if not _ISO.fullmatch(typed):
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:  # the 30th of February
        return None


def said_day(typed: CleanText) -> CleanText:
    """A day as letters have it, whether a box for dates sent it or somebody typed it in words."""
    day = typed_day(typed)
    return CleanText(written_date(day)) if day else typed


def is_future(day: date, today: date) -> bool:
    """Whether what is said to be known on ``day`` cannot be known yet: a clock is wrong, or it."""
    return day > today


def age_in_days(day: date, today: date) -> int | None:
    """For how many days something has been known; None where its date is still to come."""
    return None if is_future(day, today) else (today - day).days
