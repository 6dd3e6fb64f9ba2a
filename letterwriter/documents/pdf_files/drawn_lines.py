"""A line of text set anew: its letters in the order of reading, each under one code."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from letterwriter.documents.pdf_files.drawn_faces import Drawing, DrawnFaces
from letterwriter.documents.pdf_files.reading_order import (
    Cluster,
    clusters_of,
    in_reading_order,
    is_leftward,
    is_rightward,
    turned_round,
)
from letterwriter.documents.pdf_files.typst_text import Glyph, TextPart, from_the_left

# Thousandths of the size of the type: more than words are apart, and what looks like a space.
_FAR, _GAP = 900, 100


@dataclass(frozen=True, slots=True)
class _Letter:
    """What one code stands for and draws, in thousandths of the size of the type."""

    text: str
    start: int  # from the left of the line
    width: int
    drawing: Drawing  # measured from the start


def text_of(parts: Sequence[TextPart]) -> str:
    """The letters of a line from left to right, each once."""
    return _text(_clusters(parts))


def _text(clusters: Sequence[Cluster]) -> str:
    return "".join(cluster[0].text for cluster in clusters)


def _clusters(parts: Sequence[TextPart]) -> list[Cluster]:
    return list(clusters_of(glyph for part in from_the_left(parts) for glyph in part.glyphs))


class DrawnLine:
    """One line, made of the parts of a page that show it."""

    def __init__(
        self, parts: Sequence[TextPart], fonts: Any, drawn: DrawnFaces, *, leftward: bool
    ) -> None:
        self._parts, self._fonts, self._drawn = parts, fonts, drawn
        self._clusters = _clusters(parts)
        self._glyphs = [glyph for cluster in self._clusters for glyph in cluster]
        text = _text(self._clusters)
        self._leftward = leftward if is_rightward(text) else is_leftward(text)
        self._size = self._glyphs[0].size
        self._origin = self._line_start()
        self._back = self._origin.inverse()

    def program(self) -> bytes:
        """What draws it, under the mark of its first part; nothing is left for other marks."""
        first, *others = self._parts
        drawn = [*_opening(first), b"q", *first.colours]
        drawn += [step.encode() for some in self._stretches() for step in self._shown(some)]
        drawn += [b"Q", *_closing(first)]
        for part in others:
            drawn += (*_opening(part), *_closing(part))
        return b"\n".join([*drawn, b""])

    def _line_start(self) -> Any:
        from pikepdf import Matrix

        # Marks stand above and below the foot that most letters stand on.
        feet = Counter(glyph.place.f for glyph in self._glyphs if glyph.advance)
        a, b, c, d, left, foot = self._glyphs[0].place.shorthand
        return Matrix(a, b, c, d, left, feet.most_common(1)[0][0] if feet else foot)

    def _stretches(self) -> Iterator[list[_Letter]]:
        """Letters that follow each other to the right; alone where they run to the left."""
        rooms = dict(zip(map(id, self._clusters), self._rooms(), strict=True))
        stretch: list[_Letter] = []
        for cluster in in_reading_order(self._clusters, leftward=self._leftward):
            for letter in self._letters(cluster, rooms[id(cluster)]):
                if stretch and not _follows(stretch[-1], letter):
                    yield stretch
                    stretch = []
                stretch.append(letter)
        yield stretch

    def _rooms(self) -> list[tuple[int, int]]:
        """From where to where each cluster is on the line, without gaps that look like spaces."""
        rooms: list[tuple[int, int]] = []
        for cluster in self._clusters:
            ends = [(self._across(g), self._across(g, g.advance)) for g in cluster if g.advance]
            alone = self._across(cluster[0])  # a mark, by itself
            start = min((left for left, _ in ends), default=rooms[-1][1] if rooms else alone)
            if rooms and _GAP < start - rooms[-1][1] < 5 * _GAP:
                rooms[-1] = (rooms[-1][0], start)
            rooms.append((start, max((right for _, right in ends), default=start)))
        return rooms

    def _letters(self, cluster: Cluster, room: tuple[int, int]) -> Iterator[_Letter]:
        """The codes for a cluster: one, or where words run to the left, one for each letter.

        Programs turn such words round letter by letter, and would turn the text of one code too.
        """
        start, end = room
        text = cluster[0].text
        letters = tuple(text) if is_leftward(text) else (text,)
        count = len(letters)
        cuts = [start + (end - start) * n // count for n in range(count, -1, -1)]
        drawing = tuple(
            (g.font, g.code, self._across(g) - cuts[1], self._above(g)) for g in cluster
        )
        for letter, right, left in zip(letters, cuts, cuts[1:], strict=False):
            yield _Letter(letter, left, right - left, drawing)
            drawing = ()  # all of it is drawn with the first

    def _across(self, glyph: Glyph, further: float = 0) -> int:
        return self._units((glyph.place @ self._back).e + further)

    def _above(self, glyph: Glyph) -> int:
        return self._units((glyph.place @ self._back).f)

    def _units(self, length: float) -> int:
        return round(length / self._size * 1000)

    def _shown(self, stretch: Sequence[_Letter]) -> Iterator[str]:
        a, b, c, d, left, foot = self._origin.shorthand
        across = stretch[0].start * self._size / 1000
        place = (a, b, c, d, left + across * a, foot + across * b)
        yield f"BT {' '.join(f'{number:.6g}' for number in place)} Tm"
        pen = stretch[0].start
        coded = (
            (*self._drawn.code(one.drawing, self._fonts, one.width, one.text), one)
            for one in stretch
        )
        for face, codes in groupby(coded, lambda code: code[0]):
            row = ""
            for _, code, letter in codes:
                row += f"{pen - letter.start or ''}<{code:02X}>"
                pen = letter.start + letter.width
            yield f"{face} {self._size:.6g} Tf [{row}] TJ"
        yield "ET"


def _opening(part: TextPart) -> list[bytes]:
    from pikepdf import unparse_content_stream

    return [] if part.mark is None else [unparse_content_stream(part.steps[:1])]


def _closing(part: TextPart) -> list[bytes]:
    return [] if part.mark is None else [b"EMC"]


def _follows(one: _Letter, other: _Letter) -> bool:
    """Whether they can be written in one go."""
    if turned_round(one.text) or turned_round(other.text):
        return False
    return -_GAP < other.start - one.start - one.width < _FAR
