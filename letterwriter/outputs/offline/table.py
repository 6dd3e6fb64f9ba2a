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

Its reader is static/js/engine/table.js; docs/adr/0050 has what was measured.
"""

import gzip
import struct
from collections.abc import Iterable
from functools import reduce
from itertools import product
from operator import add, or_
from typing import Final

from letterwriter.domain.postcode_rules import UNIT_LETTERS

Row = tuple[str, str, str]  # sector "M14 5", constituency's code, units "TATBTD"

MAGIC: Final = b"LWPC"
VERSION: Final = 1
_HEAD: Final = struct.Struct("<4sHHII")
_ROW_BYTES: Final = len(UNIT_LETTERS) ** 2 // 8
_BITS: Final = {
    "".join(letters): 1 << place for place, letters in enumerate(product(UNIT_LETTERS, repeat=2))
}


def publish(rows: Iterable[Row]) -> bytes:
    """The table of these rows; the same rows give the same bytes.

    Raises KeyError for a unit that no postcode can have.
    """
    ordered = sorted(((_padded(sector), code, units) for sector, code, units in rows), key=_sector)
    codes = sorted({code for _, code, _ in ordered})
    place = {code: number for number, code in enumerate(codes)}
    maps = [_map(units) for _, _, units in ordered]
    sectors = "".join(sector for sector, _, _ in ordered)
    postcodes = sum(units.bit_count() for units in maps)
    return b"".join(
        (
            _HEAD.pack(MAGIC, VERSION, len(codes), len(ordered), postcodes),
            "".join(codes).encode("ascii"),
            "".join(sectors[column::5] for column in range(5)).encode("ascii"),
            struct.pack(f"<{len(ordered)}H", *(place[code] for _, code, _ in ordered)),
            *(units.to_bytes(_ROW_BYTES, "little") for units in maps),
        )
    )


def gzipped(table: bytes) -> bytes:
    """The table as it goes over the wire, the same bytes each time."""
    return gzip.compress(table, 9, mtime=0)


def _padded(sector: str) -> str:
    outward, _, digit = sector.partition(" ")
    return f"{outward:<4}{digit}"


def _sector(row: Row) -> str:
    return row[0]


def _map(units: str) -> int:
    return reduce(or_, map(_BITS.__getitem__, map(add, units[::2], units[1::2])), 0)
