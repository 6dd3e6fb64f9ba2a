"""The table of postcodes: in which constituency each of 1.7 million lies, in a few megabytes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Final, Self

from letterwriter.parliament.seat_checks import has_northern_ireland
from letterwriter.postcodes.postcode import Postcode
from letterwriter.postcodes.sector_file import PAIR, Sectors, read_sectors
from letterwriter.postcodes.sectors import SectorRow, in_order
from letterwriter.postcodes.typed.rules import UNIT_LETTERS

_UNITS: Final = {
    unit: unit.encode().decode(PAIR) for unit in map("".join, product(UNIT_LETTERS, repeat=2))
}
_LETTERS: Final = {kept: unit for unit, kept in _UNITS.items()}  # back again


# A sector such as "M14 5" with its constituencies' codes, and how many postcodes lie in each.
Sector = tuple[str, Mapping[str, int]]


class SectorIndex:
    """Made once for a table, so that no request goes over its 11,000 sectors."""

    def __init__(self, sectors: Iterable[Sector]) -> None:
        self._by_outward: dict[str, list[Sector]] = {}
        self._by_code: dict[str, list[Sector]] = {}
        for sector in sectors:
            self._by_outward.setdefault(sector[0].partition(" ")[0], []).append(sector)
            for code in sector[1]:
                self._by_code.setdefault(code, []).append(sector)

    def __contains__(self, outward: object) -> bool:
        """Whether the table has this district, "M14"."""
        return outward in self._by_outward

    def in_districts(self, outwards: Iterable[str]) -> tuple[Sector, ...]:
        """The sectors of these districts."""
        return tuple(sector for one in outwards for sector in self._by_outward.get(one, ()))

    def touching(self, codes: Iterable[str]) -> tuple[Sector, ...]:
        """The sectors with any postcode in one of these constituencies, each once."""
        found = {sector[0]: sector for code in codes for sector in self._by_code.get(code, ())}
        return tuple(found.values())


class PostcodeTable:
    """Postcodes to constituency codes: of Great Britain, and of Northern Ireland if it has them.

    Those that are no longer in use are apart, and only ``ended`` answers from them.
    """

    def __init__(self, sectors: Sectors, ended: Sectors | None = None) -> None:
        self._sectors = sectors
        self._ended = ended or {}

    @classmethod
    def load(cls, path: Path, ended: Path | None = None) -> Self:
        """Read a file of rows ``sector,constituency,units``; raises FaultyFiles.

        ``ended`` is such a file too, of postcodes that are no longer in use.
        """
        return cls(read_sectors(path), read_sectors(ended) if ended else None)

    def __len__(self) -> int:
        """How many postcodes there are."""
        return _count(self._sectors)

    @property
    def with_northern_ireland(self) -> bool:
        """Whether it has postcodes of Northern Ireland."""
        return has_northern_ireland(self.codes)

    @property
    def codes(self) -> frozenset[str]:
        """The constituencies that have postcodes here."""
        return frozenset(code for rows in self._sectors.values() for code, _ in rows)

    def __iter__(self) -> Iterator[tuple[Postcode, str]]:
        """Every postcode with its constituency's code."""
        for sector, rows in self._sectors.items():
            outward, _, digit = sector.partition(" ")
            for code, units in rows:
                for unit in units:
                    yield Postcode(outward, digit + _LETTERS[unit]), code

    def in_great_britain(self) -> Self:
        """Without Northern Ireland's, which may not be passed on, and without the ended ones."""
        parts = {
            sector: tuple(row for row in rows if not has_northern_ireland([row[0]]))
            for sector, rows in self._sectors.items()
        }
        return type(self)({sector: rows for sector, rows in parts.items() if rows})

    def find(self, postcode: Postcode) -> str | None:
        """The code of the constituency in which this postcode's centre lies."""
        inward = postcode.inward  # taken apart here: asking for sector and unit costs as much again
        unit = _UNITS.get(inward[1:], "\0")  # a character that no units hold
        for code, units in self._sectors.get(f"{postcode.outward} {inward[0]}", ()):
            if unit in units:
                return code
        return None

    def ended(self, postcode: Postcode) -> str | None:
        """Where a postcode lay that is no longer in use, by the boundaries of today."""
        unit = _UNITS.get(postcode.unit, "\0")
        rows = self._ended.get(postcode.sector, ())
        return next((code for code, units in rows if unit in units), None)

    @property
    def ended_count(self) -> int:
        """How many postcodes there are that are no longer in use."""
        return _count(self._ended)

    def in_sector(self, postcode: Postcode) -> tuple[str, ...]:
        """The constituencies of the postcode's sector, the one with most postcodes first."""
        return _most_first(self._sectors.get(postcode.sector, ()))

    def in_district(self, outward: str) -> tuple[str, ...]:
        """The constituencies of "M14", say, the one with most postcodes first."""
        keys = (f"{outward} {digit}" for digit in range(10))
        return _most_first(row for key in keys for row in self._sectors.get(key, ()))

    @cached_property
    def index(self) -> SectorIndex:
        """The sectors by district and by constituency: made at the first question, then kept."""
        return SectorIndex(self.sectors())

    def sectors(self) -> Iterator[tuple[str, dict[str, int]]]:
        """Every sector, "M14 5", with how many of its postcodes lie in each constituency."""
        for sector, rows in self._sectors.items():
            yield sector, {code: len(units) for code, units in rows}

    def rows(self) -> Iterator[SectorRow]:
        """The rows of the table's file, in order."""
        for sector in in_order(self._sectors):
            for code, units in sorted(self._sectors[sector]):
                yield sector, code, "".join(sorted(map(_LETTERS.__getitem__, units)))

    def near(self, code: str) -> tuple[str, ...]:
        """Constituencies that share sectors with this one, then those that share districts.

        Both by how many they share, most first; none for a code that is not in the table.
        """
        return self._neighbours.get(code, ())

    @cached_property
    def _neighbours(self) -> dict[str, tuple[str, ...]]:
        by_sector = {sector: {code for code, _ in rows} for sector, rows in self._sectors.items()}
        by_district: dict[str, set[str]] = {}
        for sector, codes in by_sector.items():
            by_district.setdefault(sector[:-2], set()).update(codes)
        sectors, districts = _shared(by_sector.values()), _shared(by_district.values())
        return {
            code: tuple(dict.fromkeys((*_ranked(sectors[code]), *_ranked(districts[code]))))
            for code in districts
        }


def _count(sectors: Sectors) -> int:
    return sum(len(units) for rows in sectors.values() for _, units in rows)


def _most_first(rows: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    lengths: Counter[str] = Counter()
    for code, units in rows:
        lengths[code] += len(units)
    return tuple(_ranked(lengths))


def _ranked(counts: Counter[str]) -> Iterable[str]:
    """Highest count first; the code decides between equals, so that the order is always one."""
    return sorted(counts, key=lambda code: (-counts[code], code))


def _shared(groups: Iterable[set[str]]) -> dict[str, Counter[str]]:
    """For each code, how many groups it shares with each other code."""
    shared: dict[str, Counter[str]] = {}
    for group in groups:
        for code in group:
            shared.setdefault(code, Counter()).update(group - {code})
    return shared
