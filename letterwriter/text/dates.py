"""Days as British letters write them, and how long ago they were."""

from datetime import date


def written_date(day: date) -> str:
    """A date as British letters have it: "2 March 2026"."""
    return f"{day.day} {day:%B %Y}"


def is_future(day: date, today: date) -> bool:
    """Whether what is said to be known on ``day`` cannot be known yet: a clock is wrong, or it."""
    return day > today


def age_in_days(day: date, today: date) -> int | None:
    """For how many days something has been known; None where its date is still to come."""
    return None if is_future(day, today) else (today - day).days
