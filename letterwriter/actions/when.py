"""When a local action is, in words."""

from datetime import date, datetime

from letterwriter.actions.action import LocalAction
from letterwriter.files.messages import message
from letterwriter.text.dates import written_date


def when(action: LocalAction) -> str:
    """The day with its weekday and the times: "Saturday 28 November 2026, 11:00 to 15:00"."""
    first, last = _day(action.first_day), _day(action.last_day)
    if not (isinstance(action.start, datetime) and isinstance(action.end, datetime)):
        many = first != last
        return message("actions", "days", first=first, last=last) if many else first
    start, end = f"{action.start:%H:%M}", f"{action.end:%H:%M}"
    if first != last:
        return message("actions", "over-night", first=first, start=start, last=last, end=end)
    if start == end:
        return message("actions", "clock", day=first, start=start)
    return message("actions", "hours", day=first, start=start, end=end)


def _day(day: date) -> str:
    return f"{day:%A} {written_date(day)}"
