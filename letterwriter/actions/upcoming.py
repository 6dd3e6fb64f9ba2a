"""Which local actions are still to come, by the site's day."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import islice
from typing import Final

import recurring_ical_events
from icalendar import Event

from letterwriter.actions.action import BRITISH, LocalAction
from letterwriter.actions.calendar_file import ActionCalendar
from letterwriter.text.clean_text import CleanText
from letterwriter.text.cleaning import clean, clean_line

AHEAD: Final = timedelta(days=120)
MOST_SHOWN: Final = 40
MOST_OF_ONE: Final = 3  # days of an action that repeats
_LONGEST_LINE, _LONGEST_TEXT = 200, 600  # characters
_HIDDEN: Final = {"PRIVATE", "CONFIDENTIAL"}
_WEB: Final = re.compile(r"https?://[^\s<>\"]+")


def upcoming(calendar: ActionCalendar, today: date) -> tuple[LocalAction, ...]:
    """Those that end today or later, the first to begin at the front.

    Of one that repeats the next days alone. Cancelled and private ones are left out.
    """
    begin = datetime.combine(today, time(), BRITISH)
    found = recurring_ical_events.of(calendar.calendar).between(begin, begin + AHEAD)
    repeating = _repeating(calendar)
    told = (_action(event, repeating) for event in found if _is_public(event))
    coming = sorted(
        (action for action in told if action.last_day >= today),
        key=lambda action: (action.first_day, _clock(action), action.title),
    )
    return tuple(islice(_next_days(coming), MOST_SHOWN))


def _repeating(calendar: ActionCalendar) -> frozenset[str]:
    events = calendar.calendar.walk("VEVENT")
    return frozenset(str(e["UID"]) for e in events if "RRULE" in e or "RDATE" in e)


def _is_public(event: Event) -> bool:
    cancelled = str(event.get("STATUS", "")).upper() == "CANCELLED"
    return not cancelled and str(event.get("CLASS", "")).upper() not in _HIDDEN


def _next_days(actions: Iterable[LocalAction]) -> Iterator[LocalAction]:
    """Each action on its next few days; days of one are told apart by their times."""
    shown: Counter[str] = Counter()
    for action in actions:
        one = action.id.partition("-")[0]
        shown[one] += 1
        if shown[one] <= MOST_OF_ONE:
            yield action


def _clock(action: LocalAction) -> time:
    return (
        action.start.timetz().replace(tzinfo=None) if isinstance(action.start, datetime) else time()
    )


def _action(event: Event, repeating: frozenset[str]) -> LocalAction:
    start, end = _moment(event.start), _moment(event.end)
    if not isinstance(end, datetime) and end > start:
        end -= timedelta(days=1)  # calendars name the day after the last
    uid = str(event["UID"])
    link = _WEB.fullmatch(str(event.get("URL", "")).strip())
    return LocalAction(
        id=f"{_short(uid)}-{_short(start.isoformat())}",
        title=_cut(clean_line(str(event["SUMMARY"])), _LONGEST_LINE),
        place=_cut(clean_line(str(event.get("LOCATION", ""))), _LONGEST_LINE),
        details=_cut(clean(str(event.get("DESCRIPTION", ""))), _LONGEST_TEXT),
        link=link[0] if link else "",
        start=start,
        end=end,
        repeats=uid in repeating,
    )


def _moment(moment: date | datetime) -> date | datetime:
    return moment.astimezone(BRITISH) if isinstance(moment, datetime) else moment


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:10]


def _cut(text: CleanText, most: int) -> CleanText:
    return text if len(text) <= most else CleanText(f"{text[: most - 1].rstrip()}…")
