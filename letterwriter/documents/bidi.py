"""Which way words run: from left to right, or from right to left."""

import re
import unicodedata
from collections.abc import Iterator

_STRONG_LEFTWARD = ("R", "AL")

# Hebrew, Arabic, Syriac, Thaana, N'Ko and their later blocks, with what stands between them.
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_JOINERS = "\u200c\u200d"
_BETWEEN = "\\s.,:;!?\u200e\u200f"
# A stretch ends with the last letter before other words; the second group is what stands between
# the two, so that no place is looked at again.
_STRETCH = re.compile(
    f"([{_LEFTWARD}{_JOINERS}]+(?:[{_BETWEEN}][{_BETWEEN}{_JOINERS}{_LEFTWARD}]*[{_LEFTWARD}])?)"
    f"([{_BETWEEN}{_JOINERS}]*)"
)
_JOINED = re.compile(f"([{_JOINERS}]+)")


def reads_right_to_left(text: str) -> bool:
    """Whether most of the letters are of a script that runs from right to left."""
    if text.isascii():
        return False
    directions = [unicodedata.bidirectional(character) for character in text]
    leftward = sum(direction in _STRONG_LEFTWARD for direction in directions)
    return leftward > directions.count("L")


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """``text`` in stretches, each with whether it runs from right to left; none is empty."""
    start, *rest = _STRETCH.split(text)
    if start:
        yield start, False
    for stretch, between, others in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        yield stretch, True
        for place, part in enumerate(_JOINED.split(between + others)):
            if part:
                yield part, place % 2 == 1
