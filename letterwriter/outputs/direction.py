"""Which way words run: from left to right, or from right to left."""

import re
import unicodedata
from collections.abc import Iterator

_STRONG_LEFTWARD = ("R", "AL")

# Hebrew, Arabic, Syriac, Thaana, N'Ko and their later blocks, with what stands between them.
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_STRETCH = re.compile(f"([{_LEFTWARD}\u200c\u200d]+(?:[\\s.,:;!?\u200c-\u200f]+[{_LEFTWARD}]+)*)")


def reads_right_to_left(text: str) -> bool:
    """Whether most of the letters are of a script that runs from right to left."""
    if text.isascii():
        return False
    directions = [unicodedata.bidirectional(character) for character in text]
    leftward = sum(direction in _STRONG_LEFTWARD for direction in directions)
    return leftward > directions.count("L")


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """``text`` in stretches, each with whether it runs from right to left; none is empty."""
    for place, stretch in enumerate(_STRETCH.split(text)):
        if stretch:
            yield stretch, place % 2 == 1
