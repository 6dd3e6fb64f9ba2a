"""What a tally's code on a screen says: the tally's line, packed into digits.

static/js/tallies/code.js writes it and says how; this reads it where it was pasted.
"""

import zlib
from typing import Final

_FEWEST: Final = 20
_MOST: Final = 7089  # digits: the largest code there is
_BLOCK: Final = 6  # bytes that go into 15 digits
_DIGITS: Final = (0, 3, 5, 8, 10, 13, 15)  # that hold so many bytes
_SUM: Final = 4  # bytes of the CRC-32 of all that follows
_FORMAT: Final = 1
_LONGEST_TEXT: Final = 256 * 1024  # bytes, unpacked: far more than the largest code holds
# What every line begins with, so that it need not travel.
_DICTIONARY: Final = (
    b'"part":[1,2],"stall":"S14000W07000N05000E14001'
    b'{"letterwriter-tally":1,"id":"","kind":"tablet","days":{"2026-12-01":{"E14001":[1,1,0,0,0],'
)


class DamagedCode(ValueError):
    """Digits that no tally's code has, or not all of them."""


class NewerCode(ValueError):
    """Digits of a format that only a newer version knows."""


def digits_in(line: str) -> str:
    """The digits of a code that was pasted, with or without its address; else an empty text."""
    address, _, digits = line.rpartition("#")
    right = digits.isascii() and digits.isdecimal() and _FEWEST <= len(digits) <= _MOST
    return digits if right and len(address.split()) <= 1 else ""


def line_in(digits: str) -> str:
    """The tally's line. Raises `DamagedCode` and `NewerCode`."""
    packed = _bytes_of(digits)
    total, rest = packed[:_SUM], packed[_SUM:]
    if len(rest) < 2 or zlib.crc32(rest) != int.from_bytes(total):
        raise DamagedCode
    if rest[0] != _FORMAT:
        raise NewerCode
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS, _DICTIONARY)
    try:
        text = unpacking.decompress(rest[1:], _LONGEST_TEXT)
        if not unpacking.eof or unpacking.unused_data:
            raise DamagedCode
        return text.decode()
    except (zlib.error, UnicodeDecodeError):
        raise DamagedCode from None


def _bytes_of(digits: str) -> bytes:
    most = _DIGITS[_BLOCK]
    blocks = [digits[start : start + most] for start in range(0, len(digits), most)]
    try:
        return b"".join(int(each).to_bytes(_DIGITS.index(len(each))) for each in blocks)
    except (ValueError, OverflowError):
        raise DamagedCode from None
