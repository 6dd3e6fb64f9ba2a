"""Whether what was read from a directory of postcodes is to be believed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from letterwriter.domain.postcode_rows import Skip
from letterwriter.domain.sectors import Changes, SectorRow, Tally

MOST_FAULTY: Final = 0.01  # of the rows in use; in ONS's own releases it is one in two thousand
MOST_GONE: Final = 0.05  # of the postcodes before; in a year it is one in a hundred

_EXPECTED: Final = frozenset({Skip.ISLANDS, Skip.NORTHERN_IRELAND})  # faults of nobody


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. Counts are of rows; ``ended`` is None where nobody wanted the ended ones."""

    read: int
    read_ended: int
    live: list[SectorRow]
    ended: list[SectorRow] | None
    skips: Mapping[Skip, Tally]  # of the rows in use
    ended_skips: Mapping[Skip, Tally]

    @property
    def read_live(self) -> int:
        """How many rows were of postcodes in use."""
        return self.read - self.read_ended

    @property
    def faulty(self) -> int:
        """How many of those could not be used and should have been."""
        return sum(tally.count for skip, tally in self.skips.items() if skip not in _EXPECTED)

    @property
    def of_unknown_constituencies(self) -> Tally:
        """Those with a code that no seat has."""
        return self.skips.get(Skip.UNKNOWN_CONSTITUENCY, Tally())


class Doubt(StrEnum):
    """Why not to use it; the words for each are in ``templates/words/postcodes.toml``."""

    OTHER_BOUNDARIES = "other-boundaries"
    MANY_FAULTY = "many-faulty"
    MANY_GONE = "many-gone"

    @property
    def acceptable(self) -> bool:
        """Whether somebody who has looked may go on all the same."""
        return self is not Doubt.OTHER_BOUNDARIES


def doubts(reading: Reading, found: Changes, before: int) -> Iterator[Doubt]:
    """All doubts about a reading that differs so from a table of ``before`` postcodes."""
    most = MOST_FAULTY * reading.read_live
    if reading.of_unknown_constituencies.count > most:
        yield Doubt.OTHER_BOUNDARIES
    elif reading.faulty > most:
        yield Doubt.MANY_FAULTY
    if found.gone.count > MOST_GONE * before:
        yield Doubt.MANY_GONE
