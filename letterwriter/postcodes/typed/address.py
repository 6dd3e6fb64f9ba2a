"""An address as it stands in a letter: tidy lines, without a country, and its postcode once.

However it was typed, nothing of it is lost. The twin of static/js/engine/address.js:
tests/shared/addresses.json holds cases for both.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from letterwriter.postcodes.postcode import District, NotAPostcode, Postcode
from letterwriter.postcodes.typed.places import without_postcode
from letterwriter.postcodes.typed.reading import read_postcodes
from letterwriter.text.clean_text import CleanText, squeezed

MOST_LINES: Final = 10  # of a letter's block: name, address, postcode, email, phone
_MOST_PARTS = 60  # what is beyond them stays in one line

_BETWEEN = re.compile("[,;|\n，、،؛]")
_EDGES = ' .:-–—_*/\\=+"'  # of a part: they belong to nothing, or to what was taken out
_OPEN, _CLOSED = "([{<", ")]}>"
_EMPTY_PAIR = re.compile(r"\( *\)|\[ *\]|\{ *\}|< *>")
_HOUSE_NUMBER = re.compile(
    r"(?:(?:no|nr)\.? ?|# ?)?[0-9]+ ?[a-z]?(?: ?[-–/&] ?[0-9]+ ?[a-z]?)?", re.ASCII | re.IGNORECASE
)
_NOTHING = re.compile(  # what people put into a box that they cannot fill
    r"n/?a|none|nil|no|not known|unknown|(?:(?:the )?same )?(?:as )?above|see above|same"
    r"|.*post ?code.*",
    re.ASCII | re.IGNORECASE,
)
_COUNTRIES: Final = frozenset(  # by their letters alone
    (
        *("uk", "gb", "gbr", "ni", "unitedkingdom", "theunitedkingdom", "unitedkingdomuk"),
        *("greatbritain", "britain", "unitedkingdomofgreatbritainandnorthernireland"),
        *("england", "scotland", "wales", "cymru", "northernireland", "nireland"),
    )
)
_LONGEST_COUNTRY = 8  # words
_OF_A_NAME: Final = frozenset(  # before what is a country elsewhere: "Bank of England", "Unit GB"
    (
        *("of", "the", "new", "little", "old", "in", "north", "south", "east", "west", "mid"),
        *("central", "flat", "unit", "block", "room", "suite"),
    )
)
_VILLAGES: Final = {"wales": "S"}  # and the area of postcodes in which it is one


@dataclass(frozen=True, slots=True)
class Address:
    """The lines between name and postcode, and the postcode; empty where none is known."""

    lines: tuple[CleanText, ...]
    postcode: CleanText


def read_address(typed: CleanText, box: CleanText, name: str = "", others: int = 1) -> Address:
    """What stands in a letter of an address, and of the box that asks for its postcode.

    Either may hold the postcode. ``name`` is the writer's, which some repeat; ``others`` counts the
    other lines of the block, as many as MOST_LINES leaves are the address's.
    """
    place = _only_place(box)
    known = place or (None if _holds_several(box) else _only_place(typed))
    parts = _parts(without_postcode(typed, known) if known else typed)
    if known:
        parts += [part for part in _beside(box, known, read=place is not None) if part not in parts]
    postcode = str(known) if known else _as_typed(box)
    while len(parts) > 1 and parts[0].lower() == name.lower():
        del parts[0]
    lines = _with_their_street(_without_country(parts, known))
    most = MOST_LINES - others - bool(postcode)
    return Address(tuple(map(CleanText, _in_lines(lines, most))), CleanText(postcode))


def _read(text: str) -> tuple[Postcode | District, ...]:
    try:
        return read_postcodes(text) if text else ()
    except NotAPostcode:
        return ()


def _only_place(text: str) -> Postcode | None:
    found = _read(text)
    return found[0] if len(found) == 1 and isinstance(found[0], Postcode) else None


def _holds_several(box: str) -> bool:
    return len(_read(box)) > 1


def _as_typed(box: CleanText) -> str:
    """What a box holds that is no whole postcode: the first half of one, or some words."""
    line = squeezed(box).strip(_EDGES + ",;")
    if _NOTHING.fullmatch(line):
        return ""
    return line.upper() if any(isinstance(place, District) for place in _read(line)) else line


def _beside(box: CleanText, place: Postcode, *, read: bool) -> list[str]:
    """What the postcode's box holds of the address besides: a town, say."""
    rest = without_postcode(box, place)
    half = _read(box)
    if (read and rest == box) or half == (place.district,):
        return []
    parts = (part for part in _parts(rest) if any(map(str.isalpha, part)))
    return [part for part in parts if part[0] not in _OPEN and not _NOTHING.fullmatch(part)]


def _parts(text: str) -> list[str]:
    parts = [_tidied(part) for part in _BETWEEN.split(text)]
    parts = [part for part in parts if any(unicodedata.category(c)[0] in "LNS" for c in part)]
    return [*parts[:_MOST_PARTS], *filter(None, [", ".join(parts[_MOST_PARTS:])])]


def _tidied(part: str) -> str:
    line = " ".join(_EMPTY_PAIR.sub(" ", part).split())
    return line.lstrip(_EDGES + _CLOSED).rstrip(_EDGES + _OPEN)


def _without_country(parts: list[str], place: Postcode | None) -> list[str]:
    """The parts without the country that they end with, also where it is named twice."""
    while parts:
        *others, last = parts
        rest = _before_country(last, place)
        if rest == last:
            return parts
        parts = [*others, rest] if rest else others
    return parts


def _before_country(part: str, place: Postcode | None) -> str:
    words = part.split()
    for count in range(min(len(words), _LONGEST_COUNTRY), 0, -1):
        country = "".join(filter(str.isalnum, "".join(words[-count:]))).lower()
        if country not in _COUNTRIES:
            continue
        if place and _VILLAGES.get(country) == place.area:
            return part
        rest = _tidied(" ".join(words[:-count]))
        named = words[-count - 1].lower() in _OF_A_NAME if rest else False
        return part if named or _HOUSE_NUMBER.fullmatch(rest) else rest
    return part


def _with_their_street(parts: list[str]) -> list[str]:
    """The parts with a house's number joined to what follows: "14", "High Street"."""
    lines: list[str] = []
    number = ""
    for part in parts:
        between = ", " if part[0] in "0123456789" else " "
        joined = f"{number}{between}{part}" if number else part
        number = joined if _HOUSE_NUMBER.fullmatch(part) else ""
        lines += [] if number else [joined]
    if number and lines:
        lines[-1] += " " + number.replace(", ", " ")
    return lines or [number] if number else lines


def _in_lines(parts: list[str], most: int) -> list[str]:
    """The parts in so many lines at most: the shortest neighbours share one."""
    lines = list(parts)
    while len(lines) > most:
        pairs = [len(one) + len(other) for one, other in pairwise(lines)]
        at = pairs.index(min(pairs))
        lines[at : at + 2] = [", ".join(lines[at : at + 2])]
    return lines
