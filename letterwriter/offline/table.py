"""The table of postcodes as a browser reads it: a third of a megabyte, gzipped.

A row is one constituency's part of a sector. Rows stand in the order of their
sectors, those of one sector as they came. Numbers are little-endian.

    4 bytes           "LWPC"
    2 bytes           the version of this format
    2 bytes           how many constituencies there are: C
    4 bytes           how many rows there are: R
    4 bytes           how many postcodes there are in all rows
    C times 9 bytes   the constituencies' codes, sorted
    5 times R bytes   the rows' sectors, "M14 5" as "M14 5" and "M1 4" as "M1  4": the first
                      characters of all rows, then the second ones, and so on
    R times 2 bytes   the rows' constituencies, counted from 0
    R times 50 bytes  the rows' units: the bit 20 * a + b, counted from the lowest bit of the
                      first byte, for the letters a and b of UNIT_LETTERS

Its reader is static/js/engine/table.js; docs/adr/0010-postcodes-as-bits.md has what was measured.
"""

import gzip
import struct
from bisect import bisect_left
from collections.abc import Iterable
from functools import reduce
from itertools import product
from operator import add, or_
from typing import Final

from letterwriter.postcodes.sectors import SectorRow
from letterwriter.postcodes.typed.rules import UNIT_LETTERS

MAGIC: Final = b"LWPC"
VERSION: Final = 1
_HEAD: Final = struct.Struct("<4sHHII")
_CODE: Final = 9  # letters of a constituency's code
_COLUMNS: Final = 5  # letters of a sector, whose first half is padded to four
_ROW_BYTES: Final = len(UNIT_LETTERS) ** 2 // 8
_BITS: Final = {
    "".join(letters): 1 << place for place, letters in enumerate(product(UNIT_LETTERS, repeat=2))
}


def publish(rows: Iterable[SectorRow]) -> bytes:
    """The table of these rows; the same rows give the same bytes.

    Raises KeyError for a unit that no postcode can have.
    """
    ordered = sorted(((_padded(sector), code, units) for sector, code, units in rows), key=_sector)
    codes = sorted({code for _, code, _ in ordered})
    place = {code: number for number, code in enumerate(codes)}
    sectors = "".join(sector for sector, _, _ in ordered).encode("ascii")
    return _written(
        codes,
        b"".join(sectors[column::_COLUMNS] for column in range(_COLUMNS)),
        [place[code] for _, code, _ in ordered],
        b"".join(_map(units).to_bytes(_ROW_BYTES, "little") for _, _, units in ordered),
    )


def part(table: bytes, area: str) -> bytes:
    """The rows of one area, "M" say, as a table of their own, cut out of a published one.

    An area that has no rows gives a table of none.
    """
    codes, columns, numbers, units = _read(table)
    count = len(numbers)
    ends = f"{area}0".encode(), f"{area}:".encode()  # ":" comes after all digits
    first, end = (
        bisect_left(range(count), key, key=lambda row: columns[row::count]) for key in ends
    )
    used = sorted(set(numbers[first:end]))
    place = {number: at for at, number in enumerate(used)}
    return _written(
        [codes[number] for number in used],
        b"".join(columns[at + first : at + end] for at in range(0, _COLUMNS * count, count)),
        [place[number] for number in numbers[first:end]],
        units[first * _ROW_BYTES : end * _ROW_BYTES],
    )


def codes_in(table: bytes) -> list[str]:
    """The constituencies of a published table, sorted."""
    return _read(table)[0]


def gzipped(table: bytes) -> bytes:
    """The table as it goes over the wire, the same bytes each time."""
    return gzip.compress(table, 9, mtime=0)


def _written(codes: list[str], columns: bytes, numbers: list[int], units: bytes) -> bytes:
    """A table: the sectors by columns, the constituencies' numbers and the units of its rows."""
    postcodes = int.from_bytes(units, "little").bit_count()
    return b"".join(
        (
            _HEAD.pack(MAGIC, VERSION, len(codes), len(numbers), postcodes),
            "".join(codes).encode("ascii"),
            columns,
            struct.pack(f"<{len(numbers)}H", *numbers),
            units,
        )
    )


def _read(table: bytes) -> tuple[list[str], bytes, tuple[int, ...], bytes]:
    """What ``_written`` was given, from a table of ours."""
    _, _, codes, rows, _ = _HEAD.unpack_from(table)
    columns = _HEAD.size + _CODE * codes
    numbers = columns + _COLUMNS * rows
    units = numbers + 2 * rows
    return (
        [table[at : at + _CODE].decode("ascii") for at in range(_HEAD.size, columns, _CODE)],
        table[columns:numbers],
        struct.unpack_from(f"<{rows}H", table, numbers),
        table[units:],
    )


def _padded(sector: str) -> str:
    outward, _, digit = sector.partition(" ")
    return f"{outward:<4}{digit}"


def _sector(row: SectorRow) -> str:
    return row[0]


def _map(units: str) -> int:
    return reduce(or_, map(_BITS.__getitem__, map(add, units[::2], units[1::2])), 0)
