"""An address from the columns that hold its parts: in the order in which it is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from letterwriter.files.messages import word_tables
from letterwriter.mailmerge.columns.words import ADDRESS_PARTS, Meaning
from letterwriter.text.clean_text import NO_TEXT, CleanText, squeezed

_NUMBER_ALONE: Final = re.compile(r"\d{1,4}[a-zA-Z]?|[a-zA-Z]")
_GAP: Final = re.compile(r" {2,}")
_POSTCODE_AT_THE_END: Final = re.compile(r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$")
_LINES_ALIKE: Final = (Meaning.STREET, Meaning.ADDRESS)  # which comes first, their numbers tell


@dataclass(frozen=True, slots=True)
class AddressPart:
    """The text of one column, ``label`` its heading and ``number`` that of its line."""

    meaning: Meaning
    number: int
    label: str
    text: CleanText

    @property
    def order(self) -> tuple[int, int]:
        """By which parts are sorted; those alike stay as they stand."""
        alike = Meaning.STREET if self.meaning in _LINES_ALIKE else self.meaning
        return ADDRESS_PARTS.index(alike), self.number


def whole_address(parts: Sequence[AddressPart]) -> CleanText:
    """The address in lines. What an earlier part says already is left out."""
    lines: list[CleanText] = []
    for part in sorted(parts, key=lambda part: part.order):
        text = _written(part)
        if lines and text.casefold().startswith(f"{lines[-1].casefold()} "):
            lines.pop()  # "14", before "14 High Street"
        if text and not _said_already(text, lines):
            lines.append(text)
    return CleanText("\n".join(lines))


def _written(part: AddressPart) -> CleanText:
    """A part as it is written: "Flat 2" for a 2 under "Flat", "c/o" before whose home it is."""
    text = part.text
    if part.meaning is Meaning.FLAT and _NUMBER_ALONE.fullmatch(text):
        kind = next((word for word in part.label.casefold().split() if word in _kinds()), "flat")
        return CleanText(f"{kind.capitalize()} {text}")
    if part.meaning is Meaning.CARE_OF and not text.casefold().startswith(("c/o", "care of")):
        return CleanText(f"c/o {text}")
    if part.meaning is Meaning.ADDRESS and _is_spaced_out(text):
        lines = _GAP.split(text)
        return CleanText("\n".join(lines[:-1] if lines[-1].casefold() in _countries() else lines))
    return text


def _is_spaced_out(text: CleanText) -> bool:
    """Whether gaps between its parts do what commas do elsewhere, as in Mailchimp's exports."""
    return "," not in text and "\n" not in text and len(_GAP.findall(text)) > 1


def _said_already(text: CleanText, lines: Sequence[CleanText]) -> bool:
    """Whether the lines have this as one of theirs, or end with it."""
    said = squeezed(text).casefold()
    pieces = [
        _POSTCODE_AT_THE_END.sub("", squeezed(CleanText(piece)).casefold()).rstrip()
        for line in lines
        for piece in re.split("[,\n]", line)
    ]
    last = pieces[-1] if pieces else NO_TEXT
    return said in pieces or last.endswith(f" {said}")


@cache
def _countries() -> frozenset[str]:
    return frozenset(word_tables("list_words")["countries"]["ours"])


@cache
def _kinds() -> frozenset[str]:
    return frozenset(word_tables("list_words")["homes"]["kinds"])
