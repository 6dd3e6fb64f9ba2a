"""A local action as an entry for somebody's own calendar."""

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from letterwriter.actions.action import LocalAction


def entry_of(action: LocalAction, today: date) -> bytes:
    """The ``text/calendar`` of one day of an action; ``today`` is the day of asking."""
    event = Event()
    event.add("UID", f"{action.id}@letterwriter")
    event.add("DTSTAMP", datetime.combine(today, time(), UTC))
    event.add("SUMMARY", action.title)
    event.add("DTSTART", _utc(action.start))
    event.add("DTEND", _utc(action.end) if not action.whole_day else _day_after(action.last_day))
    for name, text in (("LOCATION", action.place), ("DESCRIPTION", action.details)):
        if text:
            event.add(name, text)
    if action.link:
        event.add("URL", action.link)
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Letterwriter//EN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _utc(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _day_after(day: date) -> date:
    return day + timedelta(days=1)
