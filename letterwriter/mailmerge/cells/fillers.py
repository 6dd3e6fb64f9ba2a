"""Words and marks that stand for nothing, or for what stands in the line above."""

import re
import unicodedata
from functools import cache
from typing import Final

from letterwriter.files.messages import word_lists
from letterwriter.text.clean_text import CleanText

_DITTO: Final = re.compile('["\'“”‘’„〃″′`´]{1,4}(?: ["\'“”‘’„〃″′`´]{1,4})*|[\\^↑]|-["”]-')
_MARKS: Final = "~^`|=+<>$´¨"
_ENDS: Final = " \n.,;:!?*-–—_()[]{}\"'“”‘’/\\"
_LONGEST: Final = 40  # characters of a cell that is no more than such a word
_MOST_PARTS: Final = 60  # of an address; what is beyond them stays in one
_PARTS: Final = re.compile("([,;\n]+)")


def stands_for_nothing(text: str) -> bool:
    """Whether a cell is as good as empty. Ditto marks are not: they say something."""
    if _DITTO.fullmatch(text.strip()):
        return False
    return _of_marks(text) or (len(text) <= _LONGEST and _folded(text) in _words("nothing"))


def points_above(text: str) -> bool:
    """Whether a cell says that it is the same as the one above."""
    if _DITTO.fullmatch(text.strip()):
        return True
    if len(text) > _LONGEST:  # a sentence may begin so: “Same as my neighbours, I am worried”
        return False
    folded = _folded(text)
    begins = any(_begins(folded, words) for words in _words("above-beginnings"))
    return folded in _words("above") or begins


def without_nothings(address: CleanText) -> CleanText:
    """An address without those of its lines that stand for nothing."""
    parts = _PARTS.split(address, _MOST_PARTS)
    if not any(map(stands_for_nothing, parts[::2])):
        return address
    pairs = zip(parts[::2], ["", *parts[1::2]], strict=True)
    kept = [(part, mark) for part, mark in pairs if not stands_for_nothing(part)]
    text = "".join(mark + part if number else part for number, (part, mark) in enumerate(kept))
    return CleanText(text.strip())


def lines_of(address: str) -> list[str]:
    """The lines of an address, or what commas part in it."""
    return [part.strip() for part in _PARTS.split(address, _MOST_PARTS)[::2] if part.strip()]


def _begins(folded: str, words: str) -> bool:
    return folded.startswith(words) and not folded[len(words) :][:1].isalnum()


def _of_marks(text: str) -> bool:
    """Whether it is marks alone; an emoji says something."""
    return all(c.isspace() or c in _MARKS or unicodedata.category(c)[0] == "P" for c in text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").strip(_ENDS).split())


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word_lists("list_fillers")[kind])
