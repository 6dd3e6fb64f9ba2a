"""What an attack reports, and how its share of the table is judged."""

from dataclasses import dataclass
from typing import Final

MARKER: Final = "zebrafish"  # is in every request here, and may be in no log
MOST_TIMES_QUIET: Final = 10.0
UNHURRIED: Final = 5.0  # milliseconds: a quiet look-up that is faster counts as this
LONGEST_ANSWER: Final = 10.0  # seconds: who has no answer by then counts as given none


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one attack: the requests or connections tried, and those that got no fit answer."""

    tries: int
    failures: int = 0


@dataclass(frozen=True, slots=True)
class LookUps:
    """What an ordinary visitor met meanwhile: milliseconds a look-up, and how many failed."""

    p95: float
    tries: int
    failures: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``faults`` are words for what must not be, empty where all is well."""

    attack: str
    tally: Tally
    meanwhile: LookUps
    quiet: float
    megabytes: float
    faults: tuple[str, ...] = ()

    @property
    def ratio(self) -> float:
        """The look-up's p95 meanwhile, by that of a quiet site."""
        return self.meanwhile.p95 / max(self.quiet, UNHURRIED)

    @property
    def failures(self) -> int:
        """Of the attack and of the look-ups together."""
        return self.tally.failures + self.meanwhile.failures

    @property
    def passed(self) -> bool:
        """Whether everybody was answered, soon enough, and nothing else went wrong."""
        return not self.failures and not self.faults and self.ratio <= MOST_TIMES_QUIET
