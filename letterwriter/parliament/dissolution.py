"""When Parliament is dissolved: from that day nobody is an MP until a general election.

Its twin is static/js/engine/dissolution.js.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

DISSOLVED: Final = "LETTERWRITER_DISSOLVED"  # settings, each a date such as 2029-05-30
ELECTION: Final = "LETTERWRITER_ELECTION"
# An election is 25 working days after a dissolution, or more where there are holidays.
# Source: Representation of the People Act 1983, schedule 1, rule 1.
_SOONEST: Final = timedelta(days=35)


class Stage(StrEnum):
    """Whether there are MPs on a day, as far as our tables know them."""

    SITTING = "sitting"
    DISSOLVED = "dissolved"  # nobody is an MP
    ELECTED = "elected"  # there was an election, and our table of members is older


@dataclass(frozen=True, slots=True)
class Dissolution:
    """``day`` is the first without MPs. ``election`` is None where its day is not known yet.

    Raises ValueError for an election that is not after the dissolution.
    """

    day: date
    election: date | None = None

    def __post_init__(self) -> None:
        if self.election and self.election <= self.day:
            raise ValueError(self.election)

    def stage(self, today: date) -> Stage:
        """How things stand on a day, while no table of the new House is there."""
        if today < self.day:
            return Stage.SITTING
        over = self.election is not None and today > self.election
        return Stage.ELECTED if over else Stage.DISSOLVED

    def is_over_in(self, oldest: date) -> bool:
        """Whether a table whose oldest row is of this day knows the House that was elected."""
        return oldest > (self.election or self.day + _SOONEST)


def later_of(*found: Dissolution | None) -> Dissolution | None:
    """The last of several; of the same day that whose election is known."""
    known = (each for each in found if each)
    return max(known, key=lambda each: (each.day, each.election or date.min), default=None)


def given_dissolution(environ: Mapping[str, str]) -> Dissolution | None:
    """The one of the environment, None where none is given; raises ValueError."""
    day, election = (environ.get(name, "").strip() for name in (DISSOLVED, ELECTION))
    if not day:
        return None
    return Dissolution(date.fromisoformat(day), date.fromisoformat(election) if election else None)
