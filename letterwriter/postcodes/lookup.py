"""From what a person typed to a constituency, or to the reason why there is none to give.

Its twin is static/js/engine/lookup.js, which says in what few things it differs; tests/js holds
the two together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Protocol

from letterwriter.parliament.members import Country, Parliament
from letterwriter.postcodes.postcode import (
    District,
    Mistake,
    NotAPostcode,
    Postcode,
    Territory,
)
from letterwriter.postcodes.typed.old_districts import lettered_districts, old_districts
from letterwriter.postcodes.typed.reading import is_as_typed, read_postcodes
from letterwriter.postcodes.typed.rules import OUTWARD


class Status(StrEnum):
    """How a look-up ended, in the words of the command line's JSON."""

    FOUND = "found"
    GUESS = "guess"  # one constituency, likely but not certain
    CHOOSE = "choose"  # the person chooses among candidates
    NONE = "none"  # a place that elects no MP
    INVALID = "invalid"


class Reason(StrEnum):
    """Why it ended so; the words for each are in ``templates/words/lookup.toml``."""

    FOUND = "found"
    ENDED = "ended"
    UNKNOWN_UNIT = "unknown-unit"
    SPLIT_SECTOR = "split-sector"
    UNKNOWN_SECTOR = "unknown-sector"
    DISTRICT_ONLY = "district-only"
    NORTHERN_IRELAND = "northern-ireland"
    JERSEY = "jersey"
    GUERNSEY = "guernsey"
    ISLE_OF_MAN = "isle-of-man"
    FORCES = "forces"
    ORGANISATION = "organisation"
    UNKNOWN_DISTRICT = "unknown-district"
    OLD_DISTRICT = "old-district"  # has another number now
    PART_DISTRICT = "part-district"  # goes on with a letter
    SEVERAL = "several"  # different postcodes in one text
    SECOND_OPINION = "second-opinion"


@dataclass(frozen=True, slots=True)
class Lookup:
    """The answer; constituencies are codes.

    ``district`` is the first half of what was typed, empty if that was no
    postcode; ``postcode`` is None where there was no whole one.
    ``constituency`` is set for FOUND and GUESS, ``candidates`` for CHOOSE, the
    likeliest first (Northern Ireland's by name). ``told_by`` names the service
    whose answer it is, empty for our own table's. ``several`` are the different postcodes, or
    first halves, of a text that holds more than one. ``as_typed`` is false where ``postcode``, or
    ``district`` alone, was read from a text that differs from it by more than case and spaces.
    ``districts`` are those that took the place of an old one, or that go on where a part of one
    was typed.
    """

    status: Status
    reason: Reason | Mistake
    postcode: Postcode | None = None
    district: str = ""
    constituency: str | None = None
    candidates: tuple[str, ...] = ()
    told_by: str = ""
    several: tuple[Postcode | District, ...] = ()
    as_typed: bool = True
    districts: tuple[str, ...] = ()


class PostcodeSource(Protocol):
    """What a look-up asks of the table of postcodes; all answers are constituency codes."""

    def find(self, postcode: Postcode, /) -> str | None:
        """Where the postcode lies."""

    def ended(self, postcode: Postcode, /) -> str | None:
        """Where it lay, for a postcode that was in use once."""

    def in_sector(self, postcode: Postcode, /) -> Sequence[str]:
        """Where its sector lies, most postcodes first."""

    def in_district(self, outward: str, /) -> Sequence[str]:
        """Where a district lies, most postcodes first."""

    def near(self, code: str, /) -> Sequence[str]:
        """The neighbours of a constituency, nearest first."""


_NO_MP: Final = {
    Territory.JERSEY: (Status.NONE, Reason.JERSEY),
    Territory.GUERNSEY: (Status.NONE, Reason.GUERNSEY),
    Territory.ISLE_OF_MAN: (Status.NONE, Reason.ISLE_OF_MAN),
    Territory.FORCES: (Status.INVALID, Reason.FORCES),
    Territory.ORGANISATION: (Status.INVALID, Reason.ORGANISATION),
}


def look_up(text: str, table: PostcodeSource, parliament: Parliament) -> Lookup:
    """The constituency of whatever a person typed. Never raises."""
    try:
        place, *others = read_postcodes(text)
    except NotAPostcode as error:
        return Lookup(Status.INVALID, error.mistake)
    if others:
        return Lookup(Status.INVALID, Reason.SEVERAL, several=(place, *others))
    found = _of_place(place, table, parliament)
    return found if is_as_typed(place, text) else replace(found, as_typed=False)


def _of_place(place: Postcode | District, table: PostcodeSource, parliament: Parliament) -> Lookup:
    whole = place if isinstance(place, Postcode) else None
    if place.territory in _NO_MP:
        return Lookup(*_NO_MP[place.territory], whole, place.outward)
    if whole and (found := _by_itself(whole, table, parliament)):
        return found
    if place.territory is Territory.NORTHERN_IRELAND:
        codes = _northern_ireland(parliament)
        return Lookup(
            Status.CHOOSE, Reason.NORTHERN_IRELAND, whole, place.outward, candidates=codes
        )
    return _among_others(place, table, parliament)


def _by_itself(postcode: Postcode, table: PostcodeSource, parliament: Parliament) -> Lookup | None:
    """The answer for a postcode that is known, or was once."""
    outward = postcode.outward
    code = table.find(postcode)
    if code in parliament:
        return Lookup(Status.FOUND, Reason.FOUND, postcode, outward, code)
    code = table.ended(postcode)
    if code in parliament:  # a guess: it may be mistyped, or its homes have another one now
        return Lookup(Status.GUESS, Reason.ENDED, postcode, outward, code)
    return None


def _among_others(
    place: Postcode | District, table: PostcodeSource, parliament: Parliament
) -> Lookup:
    """The answer by those postcodes that begin alike."""
    outward = place.outward
    if isinstance(place, Postcode):
        here = _with_seats(table.in_sector(place), parliament)
        if len(here) == 1:
            return Lookup(Status.GUESS, Reason.UNKNOWN_UNIT, place, outward, here[0])
        if here:
            return Lookup(Status.CHOOSE, Reason.SPLIT_SECTOR, place, outward, candidates=here)
    around = _with_seats(table.in_district(outward), parliament)
    if not around:
        return _instead(outward, table, parliament)
    if isinstance(place, District):
        return Lookup(Status.CHOOSE, Reason.DISTRICT_ONLY, None, outward, candidates=around)
    return Lookup(Status.CHOOSE, Reason.UNKNOWN_SECTOR, place, outward, candidates=around)


def _instead(outward: str, table: PostcodeSource, parliament: Parliament) -> Lookup:
    """The answer for a first half that no postcode has."""
    meant = {
        Reason.OLD_DISTRICT: old_districts().get(outward, ()),
        Reason.PART_DISTRICT: lettered_districts(outward),
    }
    for reason, districts in meant.items():
        codes = {each: _with_seats(table.in_district(each), parliament) for each in districts}
        here = tuple(district for district in districts if codes[district])
        if here:
            every = tuple(dict.fromkeys(code for each in here for code in codes[each]))
            return Lookup(Status.CHOOSE, reason, district=outward, candidates=every, districts=here)
    area = _in_area(District(outward).area, table, parliament)
    status = Status.CHOOSE if area else Status.INVALID
    return Lookup(status, Reason.UNKNOWN_DISTRICT, district=outward, candidates=area)


def _in_area(area: str, table: PostcodeSource, parliament: Parliament) -> tuple[str, ...]:
    """All whose postcodes begin with these letters, by name: most may be for a mistyped one."""
    districts = (outward for outward in OUTWARD if District(outward).area == area)
    codes = {code for each in districts for code in table.in_district(each)}
    here = _with_seats(tuple(codes), parliament)
    return tuple(sorted(here, key=lambda code: parliament[code].constituency.name))


def nearby(code: str, table: PostcodeSource, parliament: Parliament) -> tuple[str, ...]:
    """Other constituencies to offer someone who does not belong to this one, nearest first.

    For Northern Ireland, of whose postcodes a table may hold none, its others
    by name come after those that are known to be near.
    """
    near = _with_seats(table.near(code), parliament)
    if code in parliament and parliament[code].constituency.country is Country.NORTHERN_IRELAND:
        others = (other for other in _northern_ireland(parliament) if other != code)
        return tuple(dict.fromkeys((*near, *others)))
    return near


def _northern_ireland(parliament: Parliament) -> tuple[str, ...]:
    seats = parliament.in_country(Country.NORTHERN_IRELAND)
    return tuple(seat.constituency.code for seat in seats)


def _with_seats(codes: Sequence[str], parliament: Parliament) -> tuple[str, ...]:
    """Without codes that the table of members lacks: there would be nobody to write to."""
    return tuple(code for code in codes if code in parliament)
