"""The table of postcodes as it is published, read back by what its docstring promises."""

import gzip
import struct
from collections.abc import Iterator
from itertools import compress, product

import pytest

from letterwriter.offline.table import gzipped, publish
from letterwriter.postcodes import current_postcodes

UNITS = list(map("".join, product("ABDEFGHJLNPQRSTUWXYZ", repeat=2)))
ROWS = [
    ("M14 5", "E14001353", "TBTP"),
    ("M1 4", "E14001354", "AA"),
    ("M14 5", "E14001354", "ZZ"),
    ("SW1A 0", "E14001172", "AAAB"),
]


def read(table: bytes) -> Iterator[tuple[str, str, str]]:
    """The rows of a published table, by the slow and plain way."""
    magic, version, codes, rows, _ = struct.unpack_from("<4sHHII", table)
    assert (magic, version) == (b"LWPC", 1)
    sectors = 16 + 9 * codes
    numbers = sectors + 5 * rows
    units = numbers + 2 * rows
    assert len(table) == units + 50 * rows
    for row in range(rows):
        sector = table[sectors + row : numbers : rows].decode()
        (number,) = struct.unpack_from("<H", table, numbers + 2 * row)
        bits = int.from_bytes(table[units + 50 * row : units + 50 * (row + 1)], "little")
        held = compress(UNITS, map(int, reversed(f"{bits:0400b}")))
        code = table[16 + 9 * number : 25 + 9 * number].decode()
        yield f"{sector[:4].rstrip()} {sector[4]}", code, "".join(held)


def test_every_postcode_comes_back_from_the_published_table() -> None:
    postcodes = current_postcodes.bundled_table()
    table = publish(postcodes.rows())
    assert struct.unpack_from("<I", table, 12) == (len(postcodes),)
    assert sorted(read(table)) == sorted(postcodes.rows())


def test_rows_are_put_in_the_order_of_their_sectors() -> None:
    assert list(read(publish(ROWS))) == [ROWS[1], ROWS[0], ROWS[2], ROWS[3]]


def test_a_unit_that_is_told_twice_is_one_postcode() -> None:
    assert publish([("M1 4", "E14001354", "ABABAB")]) == publish([("M1 4", "E14001354", "AB")])


def test_a_unit_that_no_postcode_can_have_is_refused() -> None:
    with pytest.raises(KeyError, match="CA"):
        publish([("M1 4", "E14001354", "AACA")])


def test_the_same_rows_give_the_same_bytes_on_the_wire_and_few_of_them() -> None:
    table = publish(current_postcodes.bundled_table().rows())
    wire = gzipped(table)
    assert wire == gzipped(publish(current_postcodes.bundled_table().rows()))
    assert gzip.decompress(wire) == table
    assert len(wire) < 400_000
