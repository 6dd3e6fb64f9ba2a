"""The edition of a table of postcodes: its month, its age, and the file it was made from."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_BY_NAME: Final = re.compile(rf"({'|'.join(_MONTHS)})[a-z]{{0,6}}[ _-]{{0,3}}(20\d\d)")
_BY_NUMBER: Final = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])(?!\d)")
_ONS: Final = ("onspd", "nspl", "ons postcode directory", "national statistics postcode lookup")


@dataclass(frozen=True, slots=True)
class PostcodeEdition:
    """``source`` is the name of the file, empty for the table that comes with the program."""

    as_of: date
    source: str = ""

    @property
    def from_ons(self) -> bool:
        """Whether it is a directory by the Office for National Statistics, going by its name."""
        return self.source.lower().startswith(_ONS)

    def is_future(self, today: date) -> bool:
        """Whether it is of a month after today's; editions are of a whole month."""
        return self.as_of > last_day(today.year, today.month)

    def age_in_days(self, today: date) -> int | None:
        """For how many days it has been known: 0 within its month, None where that is to come."""
        return None if self.is_future(today) else max(0, (today - self.as_of).days)


def day_of(name: str) -> date | None:
    """The last day of the month in a file's name, as in ``ONSPD_AUG_2026.zip``."""
    name = name.lower()
    if found := _BY_NAME.search(name):
        return last_day(int(found[2]), _MONTHS.index(found[1]) + 1)
    if found := _BY_NUMBER.search(name):
        return last_day(int(found[1]), int(found[2]))
    return None


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
