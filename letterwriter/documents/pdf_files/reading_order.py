"""From the drawn pieces of a line to its letters, in the order in which they are read."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from letterwriter.documents.pdf_files.typst_text import Glyph

_LEFTWARD = ("R", "AL")
# Accents and the like; Hebrew to Burmese, but not Georgian, Korean and Ethiopic; Khmer and so on.
_PIECED = re.compile(
    "[\u0300-\u036f\u0590-\u109f\u1700-\u1cff\u1dc0-\u1dff\u20d0-\u20ff\ua800-\uabff"
    "\ufb1d-\ufdff\ufe20-\ufefe\U00010800-\U0001afff\U0001e000-\U0001efff]"
)
_DIGITS = "۰۱۲۳۴۵۶۷۸۹"  # of Persian and Urdu; those of Arabic have a direction of their own
_NOWHERE = 0.01  # points that the pen moves on after a mark, if any

Cluster = tuple[Glyph, ...]  # what is drawn for letters that cannot be parted


def is_leftward(text: str) -> bool:
    """Whether any letter of it is of a script that runs from right to left."""
    return any(unicodedata.bidirectional(letter) in _LEFTWARD for letter in text)


def is_plain(text: str) -> bool:
    """Whether it is of scripts whose letters stand one after the other, each drawn in one piece."""
    return text.isascii() or not _PIECED.search(text)


def turned_round(text: str) -> bool:
    """Whether programs turn it round letter by letter: such a script, or its digits."""
    return any(unicodedata.bidirectional(c) in (*_LEFTWARD, "AN") or c in _DIGITS for c in text)


def is_rightward(text: str) -> bool:
    """Whether any letter of it is of a script that runs from left to right."""
    return any(unicodedata.bidirectional(letter) == "L" for letter in text)


def clusters_of(glyphs: Iterable[Glyph]) -> Iterator[Cluster]:
    """The clusters of one line, from left to right, from its pieces in that order.

    Typst notes the whole of a cluster with each of its pieces, and parts those that stand higher
    or lower. So where parts begin and end alike, either a cluster goes on in the next, or the
    same letters come once more.
    """
    for text, alike in groupby(glyphs, lambda glyph: glyph.text):
        joins = is_leftward(text)
        for pieces in _from_part_to_part(alike):
            yield from _repeated(pieces) if len(text) > 1 and not joins else _marked(pieces, joins)


def _from_part_to_part(alike: Iterable[Glyph]) -> Iterator[Cluster]:
    pieces: list[Glyph] = []
    for piece in alike:
        if pieces and piece.part == pieces[-1].part and not 0 < piece.note == pieces[-1].note:
            yield tuple(pieces)
            pieces = []
        pieces.append(piece)
    yield tuple(pieces)


def _repeated(pieces: Cluster) -> Iterator[Cluster]:
    """The same letters are drawn with the same pieces each time."""
    codes = [(piece.font, piece.code) for piece in pieces]
    whole = len(codes)
    lengths = (n for n in range(1, whole + 1) if whole % n == 0)
    length = next(n for n in lengths if codes == codes[:n] * (whole // n))
    for start in range(0, whole, length):
        yield pieces[start : start + length]


def _marked(pieces: Cluster, marks_first: bool) -> Iterator[Cluster]:  # noqa: FBT001
    """Letters that join look different each time, but only they move the pen, not their marks."""
    found: list[list[Glyph]] = [[]]
    for piece in pieces if marks_first else reversed(pieces):
        found[-1].append(piece)
        if abs(piece.advance) > _NOWHERE:
            found.append([])
    if not found[-1]:
        found.pop()
    elif len(found) > 1:
        found[-2] += found.pop()
    for cluster in found if marks_first else reversed(found):
        yield tuple(cluster if marks_first else reversed(cluster))


def in_reading_order(clusters: Sequence[Cluster], *, leftward: bool) -> list[Cluster]:
    """Clusters that stand from left to right, in the order of reading.

    ``leftward`` is the direction of the paragraph: that in which words of several scripts follow.
    """
    kinds = _resolved([_kind(one[0].text) for one in clusters], "R" if leftward else "L")
    runs = [
        (kind, [one for _, one in run])
        for kind, run in groupby(zip(kinds, clusters, strict=True), lambda pair: pair[0])
    ]
    if leftward:
        return [one for kind, run in reversed(runs) for one in _run(kind, run)]
    read: list[Cluster] = []
    # Numbers beside words from right to left are read among them.
    for rightward, group in groupby(runs, lambda run: run[0] == "L"):
        stretch = list(group)
        order = stretch if rightward else stretch[::-1]
        read += [one for kind, run in order for one in _run(kind, run)]
    return read


def _run(kind: str, run: list[Cluster]) -> Iterable[Cluster]:
    return reversed(run) if kind == "R" else run


def _kind(text: str) -> str:
    """Right to left, left to right, number, or none of these."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in _LEFTWARD:
            return "R"
        if direction in ("L", "EN", "AN"):
            return "L" if direction == "L" else "N"
    return ""


def _resolved(kinds: list[str], base: str) -> list[str]:
    """Numbers and signs with the kind that they count as beside their neighbours."""
    found, strong = list(kinds), base
    for place, kind in enumerate(kinds):
        strong = kind if kind in ("L", "R") else strong
        # After words from left to right a number may belong before them too: nothing would tell.
        found[place] = "L" if kind == "N" and strong == "L" else kind
    known = tuple(found)
    for place, kind in enumerate(known):
        if kind:
            continue
        before, after = _next(known[place::-1], base), _next(known[place:], base)
        inside = 0 < place < len(known) - 1 and known[place - 1] == "N" == known[place + 1]
        sides = {"N"} if inside else {before.replace("N", "R"), after.replace("N", "R")}
        found[place] = sides.pop() if len(sides) == 1 else base
    return found


def _next(kinds: Iterable[str], base: str) -> str:
    return next((kind for kind in kinds if kind), base)
