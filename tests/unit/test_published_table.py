"""The table of postcodes as it is published, read back by what its docstring promises."""

import gzip
import struct
from collections.abc import Iterator

import pytest

from letterwriter.domain.postcode import Postcode
from letterwriter.outputs.offline.table import compress, publish
from letterwriter.sources import shipped

LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
ROWS = [
    ("M14 5", "E14001353", "TPTB"),
    ("M1 4", "E14001354", "AA"),
    ("M14 5", "E14001354", "ZZ"),
    ("SW1A 0", "E14001172", "AAAB"),
]


def read(table: bytes) -> Iterator[tuple[Postcode, str]]:
    """Every postcode of a published table, by the slow and plain way."""
    magic, version, codes, rows, _ = struct.unpack_from("<4sHHII", table)
    assert (magic, version) == (b"LWPC", 1)
    sectors = 16 + 9 * codes
    numbers = sectors + 5 * rows
    units = numbers + 2 * rows
    assert len(table) == units + 50 * rows
    for row in range(rows):
        sector = table[sectors + row : numbers : rows].decode()
        start = 16 + 9 * int.from_bytes(table[numbers + 2 * row :][:2], "little")
        bits = int.from_bytes(table[units + 50 * row :][:50], "little")
        for bit in range(400):
            if bits >> bit & 1:
                unit = LETTERS[bit // 20] + LETTERS[bit % 20]
                place = Postcode(sector[:4].rstrip(), sector[4] + unit)
                yield place, table[start : start + 9].decode()


def test_every_postcode_comes_back_from_the_published_table() -> None:
    postcodes = shipped.postcodes()
    table = publish(postcodes.rows())
    assert struct.unpack_from("<I", table, 12) == (len(postcodes),)
    assert sorted(read(table)) == sorted(postcodes)


def test_a_row_keeps_its_constituency_and_units_whatever_the_order_they_come_in() -> None:
    told = [(str(place), code) for place, code in read(publish(ROWS))]
    assert told == [
        ("M1 4AA", "E14001354"),
        ("M14 5TB", "E14001353"),
        ("M14 5TP", "E14001353"),
        ("M14 5ZZ", "E14001354"),
        ("SW1A 0AA", "E14001172"),
        ("SW1A 0AB", "E14001172"),
    ]


def test_a_unit_that_is_told_twice_is_one_postcode() -> None:
    assert publish([("M1 4", "E14001354", "ABABAB")]) == publish([("M1 4", "E14001354", "AB")])


def test_a_unit_that_no_postcode_can_have_is_refused() -> None:
    with pytest.raises(KeyError, match="CA"):
        publish([("M1 4", "E14001354", "AACA")])


def test_the_same_rows_give_the_same_bytes_on_the_wire_and_few_of_them() -> None:
    table = publish(shipped.postcodes().rows())
    wire = compress(table)
    assert wire == compress(publish(shipped.postcodes().rows()))
    assert gzip.decompress(wire) == table
    assert len(wire) < 400_000
