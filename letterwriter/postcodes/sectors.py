"""Postcodes by sector and constituency, as the table's file has them, and how two tables differ."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

# A sector, "M14 5", a constituency's code, and the two-letter ends of its
# postcodes there, in order and written together: "AAABTP".
SectorRow = tuple[str, str, str]
_BySector = dict[str, dict[str, str]]

EXAMPLES: Final = 3  # of each kind are enough to know what to look for


@dataclass(slots=True)
class Tally:
    """How many there are of a kind, with a few examples."""

    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, example: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(example)


@dataclass(frozen=True, slots=True)
class Move:
    """A postcode that lies in another constituency than before."""

    postcode: str
    before: str  # codes
    after: str


@dataclass(slots=True)
class TableChanges:
    """How a table differs from the one before it."""

    new: Tally = field(default_factory=Tally)
    gone: Tally = field(default_factory=Tally)
    split: Tally = field(default_factory=Tally)  # sectors, that were in one constituency
    moved: int = 0
    moves: list[Move] = field(default_factory=list)  # a few of them


def in_order(sectors: Iterable[str]) -> list[str]:
    """The order of the file: by the sector without its space, "AL10 9" before "AL1 1"."""
    return sorted(sectors, key=lambda sector: sector.replace(" ", ""))


def pairs(units: str) -> list[str]:
    """The single ends of "AAABTP"."""
    return [units[at : at + 2] for at in range(0, len(units), 2)]


def table_changes(before: Iterable[SectorRow], after: Iterable[SectorRow]) -> TableChanges:
    """All that differs between two tables."""
    found = TableChanges()
    old, new = _by_sector(before), _by_sector(after)
    for sector in in_order(old.keys() | new.keys()):
        was, now = old.get(sector, {}), new.get(sector, {})
        if was == now:
            continue
        if len(was) == 1 and len(now) > 1:
            found.split.add(sector)
        _compare(sector, _by_unit(was), _by_unit(now), found)
    return found


def _compare(
    sector: str, was: Mapping[str, str], now: Mapping[str, str], found: TableChanges
) -> None:
    for unit in sorted(was.keys() | now.keys()):
        before, after = was.get(unit), now.get(unit)
        if before is None:
            found.new.add(sector + unit)
        elif after is None:
            found.gone.add(sector + unit)
        elif before != after:
            found.moved += 1
            if len(found.moves) < EXAMPLES:
                found.moves.append(Move(sector + unit, before, after))


def _by_sector(rows: Iterable[SectorRow]) -> _BySector:
    sectors: _BySector = {}
    for sector, code, units in rows:
        sectors.setdefault(sector, {})[code] = units
    return sectors


def _by_unit(codes: Mapping[str, str]) -> dict[str, str]:
    return {unit: code for code, units in codes.items() for unit in pairs(units)}


def count_postcodes(rows: Iterable[SectorRow]) -> int:
    """How many postcodes the rows hold."""
    return sum(len(units) // 2 for _, _, units in rows)


def ends_by_sector(rows: Iterable[SectorRow]) -> Iterator[tuple[str, str]]:
    """Each sector with all the ends that it has, whatever their constituency."""
    for sector, codes in _by_sector(rows).items():
        yield sector, "".join(codes.values())
