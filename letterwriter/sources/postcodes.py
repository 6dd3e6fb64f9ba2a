"""The table of postcodes: in which constituency each of 1.7 million lies, in a few megabytes."""

import re
from codecs import utf_16_le_decode  # bytes.decode finds the codec by its name, time and again
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from pathlib import Path
from sys import intern
from typing import Final, Self

from letterwriter.domain.fault import Fault, FaultyFiles
from letterwriter.domain.postcode import Postcode
from letterwriter.domain.postcode_rules import UNIT_LETTERS

# Of each sector: its constituencies, each with the ends of its postcodes. Read
# as UTF-16 the two letters of an end are one character, so they take no more
# room than in the file, and asking whether an end is among them is one `in`.
_Sectors = dict[str, tuple[tuple[str, str], ...]]
_PAIR: Final = "utf-16-le"
_UNITS: Final = {
    unit: unit.encode().decode(_PAIR) for unit in map("".join, product(UNIT_LETTERS, repeat=2))
}

_HEADER: Final = b"sector,constituency,units"
_START: Final = re.compile(rb"([A-Z]{1,2}\d[A-Z\d]? \d),([ESW]\d{8}),")
_LETTERS: Final = UNIT_LETTERS.encode()
_FAULTS_TOLD: Final = 20  # a file saved in a wrong format is wrong in every line


class PostcodeTable:
    """Postcodes to constituency codes, for the three countries of Great Britain."""

    def __init__(self, sectors: _Sectors) -> None:
        self._sectors = sectors

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a file of rows ``sector,constituency,units``; raises FaultyFiles."""
        try:
            with path.open("rb") as lines:
                return cls(_read(path.name, lines))
        except OSError as error:
            raise FaultyFiles([Fault(path.name, "", f"cannot be read: {error.strerror}")]) from None

    def __len__(self) -> int:
        """How many postcodes there are."""
        return sum(len(units) for rows in self._sectors.values() for _, units in rows)

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
                    yield Postcode(outward, digit + unit.encode(_PAIR).decode()), code

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """The rows as in the file: sector, constituency's code, units ("TATBTD")."""
        for sector, rows in self._sectors.items():
            for code, units in rows:
                yield sector, code, units.encode(_PAIR).decode()

    def find(self, postcode: Postcode) -> str | None:
        """The code of the constituency in which this postcode's centre lies."""
        inward = postcode.inward  # taken apart here: asking for sector and unit costs as much again
        unit = _UNITS.get(inward[1:], "\0")  # a character that no units hold
        for code, units in self._sectors.get(f"{postcode.outward} {inward[0]}", ()):
            if unit in units:
                return code
        return None

    def in_sector(self, postcode: Postcode) -> tuple[str, ...]:
        """The constituencies of the postcode's sector, the one with most postcodes first."""
        return _most_first(self._sectors.get(postcode.sector, ()))

    def in_district(self, outward: str) -> tuple[str, ...]:
        """The constituencies of "M14", say, the one with most postcodes first."""
        keys = (f"{outward} {digit}" for digit in range(10))
        return _most_first(row for key in keys for row in self._sectors.get(key, ()))

    def sectors(self) -> Iterator[tuple[str, dict[str, int]]]:
        """Every sector, "M14 5", with how many of its postcodes lie in each constituency."""
        for sector, rows in self._sectors.items():
            yield sector, {code: len(units) for code, units in rows}

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


def _read(file: str, lines: Iterable[bytes]) -> _Sectors:
    sectors: _Sectors = {}
    faults: list[Fault] = []
    rows = enumerate(lines, 1)
    _, header = next(rows, (1, b""))
    if header.rstrip() != _HEADER:
        faults.append(Fault(file, "line 1", f"should be {_HEADER.decode()}"))
    for number, line in rows:
        start = _START.match(line)
        ends = line[start.end() :].rstrip() if start else b""
        if wrong := _wrong(ends):
            faults.append(Fault(file, f"line {number}", wrong))
        elif start:
            sector = start[1].decode()
            units = intern(start[2].decode()), utf_16_le_decode(ends)[0]
            sectors[sector] = (*sectors.get(sector, ()), units)
        if len(faults) == _FAULTS_TOLD:
            break
    if not sectors and not faults:
        faults.append(Fault(file, "", "holds no postcodes: take the whole table again"))
    if faults:
        raise FaultyFiles(faults)
    return sectors


def _wrong(ends: bytes) -> str:
    """What is wrong with a row's units; a row without a right start has none."""
    # translate looks at 3.7 million letters in a tenth of a pattern's time.
    if not ends or ends.translate(None, _LETTERS):
        return "should be a sector, a constituency's code and units, such as M21 9,E14001528,TA"
    if len(ends) % 2:
        return "should have units of two letters each, so an even number of letters"
    return ""


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
