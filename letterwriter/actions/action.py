"""A local action: something near people that they can come to, on a day."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from letterwriter.text.clean_text import CleanText

BRITISH = ZoneInfo("Europe/London")  # of all times that are shown


@dataclass(frozen=True, slots=True)
class LocalAction:
    """One day of an action. ``start`` and ``end`` are British times, or days for a whole-day one.

    ``id`` is the same as long as the calendar says the same of this day; ``end`` is the last
    day of a whole-day action, and of others the time at which it ends. ``repeats`` says that
    the calendar has it on other days too.
    """

    id: str
    title: CleanText
    place: CleanText
    details: CleanText
    link: str  # a page about it, https:// or http://; empty where there is none
    start: date | datetime
    end: date | datetime
    repeats: bool

    @property
    def whole_day(self) -> bool:
        """Whether it has no times."""
        return not isinstance(self.start, datetime)

    @property
    def first_day(self) -> date:
        """The day on which it begins, here."""
        return british_day(self.start)

    @property
    def last_day(self) -> date:
        """The day on which it ends, here."""
        return british_day(self.end)


def british_day(moment: date | datetime) -> date:
    """The British day of a time; a day is itself."""
    return moment.astimezone(BRITISH).date() if isinstance(moment, datetime) else moment
