"""What is published of the numbers: rounded down, so that nobody can be told from them.

Each number is that of all letters up to a night, rounded down to a multiple of five, or the
difference of two such numbers. So whatever is subtracted from whatever is a multiple of five too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Self

from letterwriter.counts.counted import LettersSoFar

STEP: Final = 5
WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PublishedLetters:
    """All letters up to the night, and how many of them the week before it brought."""

    total: int
    week: int

    @classmethod
    def of(cls, so_far: LettersSoFar) -> Self:
        """Rounded: the week's is what two nights' totals differ by."""
        total = rounded_down(so_far.now)
        return cls(total, total - rounded_down(so_far.before))


@dataclass(frozen=True, slots=True)
class Publication:
    """The numbers of one campaign, with all letters up to and including the day ``until``.

    ``constituencies`` has those by code that have a number, ``everywhere`` the sum over all.
    """

    until: date
    everywhere: PublishedLetters
    constituencies: Mapping[str, PublishedLetters]


def last_night(today: date) -> tuple[date, date]:
    """The last day that is published on a day, and that of a week before."""
    until = today - timedelta(days=1)
    return until, until - WEEK


def rounded_down(number: int) -> int:
    """To a multiple of five."""
    return number - number % STEP


def publication(until: date, so_far: Mapping[str, LettersSoFar]) -> Publication:
    """What may be published of these numbers, by constituency's code."""
    now = sum(each.now for each in so_far.values())
    before = sum(each.before for each in so_far.values())
    rounded = {code: PublishedLetters.of(each) for code, each in sorted(so_far.items())}
    return Publication(
        until,
        PublishedLetters.of(LettersSoFar(now, before)),
        {code: each for code, each in rounded.items() if each.total},
    )
