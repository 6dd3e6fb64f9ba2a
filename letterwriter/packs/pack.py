"""A pack for a stall: what it holds, for which constituencies, and how much is too much."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from letterwriter.letters.letter import Letter
from letterwriter.packs.sorting_sheet import DistrictRows
from letterwriter.parliament.addressee import Addressee
from letterwriter.text.clean_text import CleanText

MOST_LETTERS = 600  # a pile of paper 6 cm high; a printer's drawer holds 500 sheets at the most
MOST_MPS = 40  # more than any council has; beyond it a sorting sheet is no help


class Part(StrEnum):
    """What a pack can hold, in the order in which it is printed."""

    SORTING = "sorting"
    LETTERS = "letters"
    LABELS = "labels"
    TALLY = "tally"
    SAFETY = "safety"
    POSTER = "poster"


class LabelSheet(StrEnum):
    """Sheets of labels for a printer, by Avery's number."""

    L7163 = "l7163"  # 14 of 99.1 by 38.1 mm
    L7160 = "l7160"  # 21 of 63.5 by 38.1 mm

    @property
    def size(self) -> int:
        """How many labels are on a sheet."""
        return 14 if self is LabelSheet.L7163 else 21


class TooMuch(ValueError):
    """More letters, or MPs, than one pack can hold; ``key`` names the sentence that says so."""

    def __init__(self, key: str, wanted: int, limit: int) -> None:
        super().__init__(f"{wanted} wanted, {limit} possible")
        self.key = key  # "too-many-letters" or "too-many-mps"
        self.wanted = wanted
        self.limit = limit


@dataclass(frozen=True, slots=True)
class LettersToSign:
    """The letters to one member."""

    to: Addressee
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster says; ``site`` and ``imprint`` may be empty."""

    text: CleanText
    site: str
    imprint: CleanText


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that goes into one PDF.

    ``others`` are the constituencies on the sorting sheet that get no letters here.
    """

    stacks: tuple[LettersToSign, ...]
    districts: tuple[DistrictRows, ...]
    others: tuple[Addressee, ...]
    parts: frozenset[Part]
    labels: LabelSheet
    poster: Poster
    design: int = 1


def refuse_too_much(copies: Mapping[str, int]) -> None:
    """Raise `TooMuch` for more than one pack can hold; ``copies`` goes by constituency."""
    letters, mps = sum(copies.values()), len(copies)
    if letters > MOST_LETTERS:
        raise TooMuch("too-many-letters", letters, MOST_LETTERS)
    if mps > MOST_MPS:
        raise TooMuch("too-many-mps", mps, MOST_MPS)


def labels(to: Sequence[Addressee], sheet: LabelSheet) -> tuple[Addressee, ...]:
    """Whom to print labels for: sheets filled, and shared out among the members."""
    each = max(2, sheet.size // len(to)) if to else 0
    return tuple(member for member in to for _ in range(each))
