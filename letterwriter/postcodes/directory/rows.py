"""From the rows of a directory of postcodes to sectors, and the rows that fit none."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from itertools import product
from typing import Final

from letterwriter.parliament.seat_checks import has_northern_ireland
from letterwriter.postcodes.postcode import District, Territory
from letterwriter.postcodes.sectors import SectorRow, Tally, ends_by_sector, in_order, pairs
from letterwriter.postcodes.typed.rules import INWARD, OUTWARD, UNIT_LETTERS

DirectoryRow = tuple[
    bytes, bytes, bytes
]  # a postcode, when it ended, a constituency's code, as they stand

_ENDS: Final = frozenset("".join(pair).encode() for pair in product(UNIT_LETTERS, repeat=2))
_ISLANDS: Final = (Territory.JERSEY, Territory.GUERNSEY, Territory.ISLE_OF_MAN)
_ISLANDS_CODES: Final = ("L", "M")  # how ONS's codes for the Channel Islands and Man begin
_NOWHERE: Final = "99999999"  # how its codes end for what lies in no area of the kind


class Skip(StrEnum):
    """Why a row was left out; the words for each are in ``templates/words/postcodes.toml``."""

    BAD_POSTCODE = "bad-postcode"  # or no whole row
    NO_CONSTITUENCY = "no-constituency"
    ISLANDS = "islands"
    NORTHERN_IRELAND = "northern-ireland"
    OTHER_COUNTRY = "other-country"  # a constituency of Northern Ireland elsewhere, or the reverse
    UNKNOWN_CONSTITUENCY = "unknown-constituency"
    TWICE = "twice"  # in two constituencies, so for certain in neither


class Gathering:
    """Postcodes by sector and constituency, in a few megabytes however many there are."""

    def __init__(self, known: Container[str], *, with_northern_ireland: bool) -> None:
        """``known`` are the codes of the constituencies that there are."""
        self.skips: dict[Skip, Tally] = {}
        self._known = known
        self._with_northern_ireland = with_northern_ireland
        self._units: dict[tuple[str, str], bytearray] = {}
        # The same ones by how they are written in the file, so that most rows cost one look.
        self._as_written: dict[tuple[bytes, bytes], bytearray] = {}

    def take(self, postcode: bytes, code: bytes) -> None:
        """Take a row in, or count why not."""
        compact = postcode.replace(b" ", b"")
        units = self._as_written.get((compact[:-2], code))
        end = compact[-2:]
        if units is not None and end in _ENDS:
            units += end
        else:
            self._take_new(compact, code)

    def finish(self, without: Iterable[SectorRow] = ()) -> list[SectorRow]:
        """What was taken in, in order and each postcode once; to be called after the last row.

        Postcodes that are in the rows of ``without`` are left out.
        """
        others = dict(ends_by_sector(without))
        codes: dict[str, list[str]] = {}
        for sector, code in self._units:
            codes.setdefault(sector, []).append(code)
        return [
            row
            for sector in in_order(codes)
            for row in self._of_sector(sector, sorted(codes[sector]), others.get(sector, ""))
        ]

    def _of_sector(self, sector: str, codes: list[str], others: str) -> Iterator[SectorRow]:
        ends = {code: set(pairs(self._units[sector, code].decode())) for code in codes}
        times = Counter(end for mine in ends.values() for end in mine) if len(codes) > 1 else {}
        twice = {end for end, number in times.items() if number > 1}
        for end in sorted(twice):
            self._skip(Skip.TWICE, sector + end)
        for code, mine in ends.items():
            if left := mine - twice - set(pairs(others)):
                yield sector, code, "".join(sorted(left))

    def _take_new(self, compact: bytes, code: bytes) -> None:
        """A row that is the first of its sector and constituency, or oddly written, or no use."""
        written = compact.decode("ascii", "replace").upper()
        outward, inward = written[:-3], written[-3:]
        constituency = code.decode("ascii", "replace").upper()
        if skip := self._wrong(outward, inward, constituency):
            self._skip(skip, f"{outward} {inward} {constituency}".strip())
            return
        key = f"{outward} {inward[0]}", constituency
        units = self._as_written[compact[:-2], code] = self._units.setdefault(key, bytearray())
        units += inward[1:].encode()

    def _wrong(self, outward: str, inward: str, code: str) -> Skip | None:
        if outward not in OUTWARD or inward not in INWARD:
            return Skip.BAD_POSTCODE
        territory = District(outward).territory
        northern = territory is Territory.NORTHERN_IRELAND
        if territory in _ISLANDS or code.startswith(_ISLANDS_CODES):
            return Skip.ISLANDS
        if northern and not self._with_northern_ireland:
            return Skip.NORTHERN_IRELAND
        if not code or code.endswith(_NOWHERE):
            return Skip.NO_CONSTITUENCY
        if northern != has_northern_ireland([code]):
            return Skip.OTHER_COUNTRY
        return None if code in self._known else Skip.UNKNOWN_CONSTITUENCY

    def _skip(self, skip: Skip, example: str) -> None:
        self.skips.setdefault(skip, Tally()).add(example)


def gather(
    rows: Iterable[DirectoryRow], live: Gathering, ended: Gathering | None
) -> tuple[int, int]:
    """Share the rows out; how many there were, and how many of postcodes no longer in use."""
    in_use = out_of_use = 0
    for postcode, doterm, code in rows:
        if not doterm:
            in_use += 1
            live.take(postcode, code)
        else:
            out_of_use += 1
            if ended:
                ended.take(postcode, code)
    return in_use + out_of_use, out_of_use
