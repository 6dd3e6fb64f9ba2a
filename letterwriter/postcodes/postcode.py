"""Postcodes: read whatever a person typed, and know what kind of place it means.

The twin of static/js/engine/postcode.js: tests/shared/postcodes.json holds cases for both.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final, NamedTuple

from letterwriter.postcodes.typed.characters import plain_letters
from letterwriter.postcodes.typed.plain_words import LIKE_INWARD
from letterwriter.postcodes.typed.rules import AREAS, INWARD, OUTWARD


class Territory(StrEnum):
    """What kind of place a postcode is for, as far as elections to the Commons go."""

    GREAT_BRITAIN = "great-britain"
    NORTHERN_IRELAND = "northern-ireland"
    JERSEY = "jersey"
    GUERNSEY = "guernsey"  # with Alderney and Sark
    ISLE_OF_MAN = "isle-of-man"
    FORCES = "forces"  # British Forces Post Office, anywhere in the world
    ORGANISATION = "organisation"  # post to a bank or an office; nobody lives there


class Mistake(StrEnum):
    """Why a text is no postcode; the words for each are in ``templates/words/lookup.toml``."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    ODD_CHARACTERS = "odd-characters"
    ONLY_LETTERS = "only-letters"
    ONLY_DIGITS = "only-digits"
    UNKNOWN_AREA = "unknown-area"
    NOT_A_POSTCODE = "not-a-postcode"


class NotAPostcode(ValueError):
    """A text that is no postcode. It keeps the mistake and never the text, which is private."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(mistake.value)


TERRITORIES: Final = {  # by area; all other areas are in Great Britain
    "BT": Territory.NORTHERN_IRELAND,
    "JE": Territory.JERSEY,
    "GY": Territory.GUERNSEY,
    "IM": Territory.ISLE_OF_MAN,
    "BF": Territory.FORCES,
    "BX": Territory.ORGANISATION,
    "GI": Territory.ORGANISATION,  # of GIR 0AA
}


@dataclass(frozen=True, slots=True)
class District:
    """The first half of a postcode: "M14"."""

    outward: str

    @property
    def area(self) -> str:
        """The letters it begins with: "M"."""
        return self.outward[:2] if self.outward[1].isalpha() else self.outward[0]

    @property
    def territory(self) -> Territory:
        """What kind of place it is for."""
        return TERRITORIES.get(self.area, Territory.GREAT_BRITAIN)

    def __str__(self) -> str:
        return self.outward


class Postcode(NamedTuple):  # frozen too, and made faster than a dataclass: one for each look-up
    """A whole postcode in its two halves: "M14" and "5TP"."""

    outward: str
    inward: str

    @property
    def sector(self) -> str:
        """All but the last two letters: "M14 5"."""
        return f"{self.outward} {self.inward[0]}"

    @property
    def unit(self) -> str:
        """The last two letters: "TP"."""
        return self.inward[1:]

    @property
    def district(self) -> District:
        """The first half on its own."""
        return District(self.outward)

    @property
    def area(self) -> str:
        """The letters it begins with: "M"."""
        return self.district.area

    @property
    def territory(self) -> Territory:
        """What kind of place it is for."""
        return self.district.territory

    def __str__(self) -> str:
        return f"{self.outward} {self.inward}"


LIKELY: Final = {"O": "O0", "0": "0O", "I": "I1", "1": "1I"}  # taken for each other, by anybody
POSSIBLE: Final = {  # these as well, by a slip or in handwriting, though no 1 is meant for an L
    letter: letter + other
    for pair in ("O0", "I1", "S5", "Z2", "B8", "G6")
    for letter, other in (pair, reversed(pair))
} | {"L": "L1"}
_SHAPE: Final = re.compile(r"([A-Z]{1,2})\d[A-Z\d]?(?:\d[A-Z]{2})?")
_START_OF_INWARD: Final = re.compile(r"[\dOI][A-Z]?")
FORCES_NUMBER: Final = re.compile(r"BFPO\d{0,4}")
GIROBANK: Final = ("GIR", "0AA")  # the one that breaks the rules
FORCES_POST: Final = District("BF1")  # a BFPO number stands for a postcode in BF1
_LONGEST_TEXT: Final = 100  # characters: any spacing fits, an essay does not
_LONGEST_POSTCODE: Final = 7
_LONGEST_HALF: Final = 4


def parse_postcode(text: str) -> Postcode | District:
    """Read a postcode, or the first half of one, in any case, spacing and punctuation.

    The start of a postcode ("M14 5") counts as its first half. Raises
    NotAPostcode, and nothing else whatever the text.
    """
    compact = text.upper().replace(" ", "")
    outward, inward = compact[:-3], compact[-3:]
    if outward in OUTWARD and inward in INWARD:
        return Postcode(outward, inward)
    return _parse_unusual(text.strip())


def _parse_unusual(text: str) -> Postcode | District:
    if len(text) > _LONGEST_TEXT:
        raise NotAPostcode(Mistake.TOO_LONG)
    letters = plain_letters(text)
    if letters is None:
        raise NotAPostcode(Mistake.ODD_CHARACTERS)
    words = letters.split()
    compact = "".join(words)
    if FORCES_NUMBER.fullmatch(compact):
        return FORCES_POST
    if halves := meant_halves(compact[:-3], compact[-3:]):
        return Postcode(*halves)
    if outward := _outward_of_part(words):
        return District(outward)
    raise NotAPostcode(_mistake(compact))


def meant_halves(outward: str, inward: str) -> tuple[str, str] | None:
    """The two halves of the one postcode that these look like; None where there is none.

    Only one of them may hold what is merely possible ("M14 STP"), and not where all are letters,
    one is a number or a word, or both are the start of a postcode ("M14 5T"): nobody meant that.
    """
    if (outward.replace("1", "I"), inward.replace("O", "0")) == GIROBANK:
        return GIROBANK
    first, second, compact = meant(outward, OUTWARD), meant(inward, INWARD), outward + inward
    plain = compact.isalpha() or outward.isdecimal() or inward.isdecimal()
    if not ((first and second) or plain or inward in LIKE_INWARD or _start_of(compact)):
        first = first or (second and meant(outward, OUTWARD, POSSIBLE))
        second = second or (first and meant(inward, INWARD, POSSIBLE))
    return (first, second) if first and second else None


def meant(half: str, known: frozenset[str], alike: Mapping[str, str] = LIKELY) -> str:
    """The one reading of this half that is known; empty where there is none, or more than one."""
    if half in known:
        return half
    if len(half) > _LONGEST_HALF:
        return ""
    readings = map("".join, product(*(alike.get(letter, letter) for letter in half)))
    meant = [reading for reading in readings if reading in known]
    return meant[0] if len(meant) == 1 else ""


def _outward_of_part(words: list[str]) -> str:
    """The first half where that is all there is, or where the second half is unfinished."""
    if len(words) == 2 and is_unfinished(words[1]):
        return meant(words[0], OUTWARD)
    return meant("".join(words), OUTWARD) or _start_of("".join(words))


def _start_of(compact: str) -> str:
    """The first half of what is a postcode but for its last letter or two; empty elsewhere."""
    ends = (length for length in (1, 2) if is_unfinished(compact[-length:]))
    return next(filter(None, (meant(compact[:-length], OUTWARD) for length in ends)), "")


def is_unfinished(half: str) -> bool:
    """Whether a second half may begin so."""
    return bool(_START_OF_INWARD.fullmatch(half))


def _mistake(compact: str) -> Mistake:
    if not compact:
        return Mistake.EMPTY
    if compact.isalpha():
        return Mistake.ONLY_LETTERS
    if compact.isdecimal():
        return Mistake.ONLY_DIGITS
    if len(compact) > _LONGEST_POSTCODE:
        return Mistake.TOO_LONG
    shaped = _SHAPE.fullmatch(compact)
    if shaped and shaped[1] not in AREAS:
        return Mistake.UNKNOWN_AREA
    return Mistake.NOT_A_POSTCODE
