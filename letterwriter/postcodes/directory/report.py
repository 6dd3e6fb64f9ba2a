"""Whether what was read from a directory of postcodes is to be believed."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from letterwriter.parliament.seat_checks import has_northern_ireland
from letterwriter.postcodes.directory.rows import DirectoryRow, Gathering, Skip, gather
from letterwriter.postcodes.sectors import SectorRow, TableChanges, Tally

MOST_FAULTY: Final = 0.01  # of the rows in use; of ours 706 in 1.7 million had no place
MOST_GONE: Final = 0.05  # of the postcodes before; some thousands end in a quarter of a year

_EXPECTED: Final = frozenset({Skip.ISLANDS, Skip.NORTHERN_IRELAND})  # faults of nobody


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read; counts are of rows.

    ``ended`` are the postcodes that are no longer in use, None where nobody wants them.
    """

    read: int
    read_ended: int
    live: list[SectorRow]
    ended: list[SectorRow] | None
    skips: Mapping[Skip, Tally]  # of the rows in use
    ended_skips: Mapping[Skip, Tally]
    with_northern_ireland: bool  # whether that was asked for

    @property
    def codes(self) -> set[str]:
        """The constituencies that have postcodes in use."""
        return {code for _, code, _ in self.live}

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


def read_directory(
    rows: Iterable[DirectoryRow], known: Container[str], *, ended: bool, northern_ireland: bool
) -> Reading:
    """Read all rows; ``known`` are the codes of the constituencies that there are."""
    live = Gathering(known, with_northern_ireland=northern_ireland)
    old = Gathering(known, with_northern_ireland=northern_ireland) if ended else None
    counted, counted_ended = gather(rows, live, old)
    in_use = live.finish()
    return Reading(
        read=counted,
        read_ended=counted_ended,
        live=in_use,
        ended=old.finish(without=in_use) if old else None,
        skips=live.skips,
        ended_skips=old.skips if old else {},
        with_northern_ireland=northern_ireland,
    )


class Doubt(StrEnum):
    """Why not to use it; the words for each are in ``templates/words/postcodes.toml``."""

    OTHER_BOUNDARIES = "other-boundaries"
    NO_NORTHERN_IRELAND = "no-northern-ireland"
    MANY_FAULTY = "many-faulty"
    MANY_GONE = "many-gone"

    @property
    def acceptable(self) -> bool:
        """Whether somebody who has looked may go on all the same."""
        return self in (Doubt.MANY_FAULTY, Doubt.MANY_GONE)


def reading_doubts(reading: Reading, found: TableChanges, before: int) -> Iterator[Doubt]:
    """All doubts about a reading that differs so from a table of ``before`` postcodes."""
    most = MOST_FAULTY * reading.read_live
    if reading.of_unknown_constituencies.count > most:
        yield Doubt.OTHER_BOUNDARIES
    elif reading.faulty > most:
        yield Doubt.MANY_FAULTY
    if reading.with_northern_ireland and not has_northern_ireland(reading.codes):
        yield Doubt.NO_NORTHERN_IRELAND
    if found.gone.count > MOST_GONE * before:
        yield Doubt.MANY_GONE
