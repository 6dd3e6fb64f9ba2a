"""Which letters of a text could be the two halves of a postcode."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from letterwriter.postcodes.typed.characters import APART
from letterwriter.postcodes.typed.plain_words import BEFORE_A_NUMBER, MOTORWAY, OF_A_DISTRICT

_LENGTHS: Final = range(5, 8)  # of a postcode without its space
_MOST_PIECES: Final = 4  # that one postcode may be in: "M 14 5 TP"
_UNFINISHED: Final = 2  # letters of a second half, at most: "M14 5T"
_ORDINALS: Final = ("ST", "ND", "RD", "TH")

Halves = tuple[str, str]


def halves_in(words: list[str]) -> Iterator[Halves]:
    """What could be the two halves of a postcode: one word, or two that follow on each other."""
    words = [word for word in words if word != APART]
    for word, following in pairwise([*words, ""]):
        if len(word) in _LENGTHS:
            yield word[:-3], word[-3:]
        yield word, following


def joined_halves(words: list[str]) -> Iterator[Halves]:
    """What could be the two halves of a postcode that spaces, and nothing else, break up."""
    for at in range(len(words)):
        yield from _runs(words[at : at + _MOST_PIECES])


def is_ordinal(halves: Halves) -> bool:
    """Whether they end as "Flat E1, 1st floor" does."""
    return halves[1].endswith(_ORDINALS)


def lone_words(words: list[str]) -> Iterator[str]:
    """Those that could be a district by itself: not after "Flat", nor before a broken second half.

    A motorway is none either, and "the M14 area" is.
    """
    for before, word, after in zip([APART, *words], words, [*words[1:], APART], strict=False):
        digit_first = after[0].isdigit() and not after.isdigit()
        broken = digit_first and len(after) > _UNFINISHED and not after.endswith(_ORDINALS)
        if before not in BEFORE_A_NUMBER and not broken and not _is_motorway(before, word, after):
            yield word


def _is_motorway(before: str, word: str, after: str) -> bool:
    named = before == "THE" and after not in OF_A_DISTRICT
    return word[0] == "M" and word[1:].isdigit() and (named or after in MOTORWAY)


def _runs(words: list[str]) -> Iterator[Halves]:
    """Those that begin with the first of these words.

    A space may be in the wrong place ("M1 45TP"). Where there are more, one must be in the right.
    """
    ends: list[int] = []
    for count, word in enumerate(words, start=1):
        if word == APART:
            return
        ends.append(len(word) + (ends[-1] if ends else 0))
        if ends[-1] in _LENGTHS and (count == 2 or ends[-1] - 3 in ends):
            whole = "".join(words[:count])
            yield whole[:-3], whole[-3:]
