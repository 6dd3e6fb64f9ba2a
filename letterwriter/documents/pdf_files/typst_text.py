"""The program of a page that Typst set, in parts: the words of one place, or no words at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from letterwriter.documents.pdf_files.pdf_faces import Face, face_of

if TYPE_CHECKING:
    from pikepdf import Matrix

_COLOURS = frozenset(("cs", "scn", "g", "rg", "k", "gs"))
_ROUNDING = 0.01  # points
_PLAIN = frozenset(("q", "Q", "cm", "BT", "ET", "Tr", "Tf", "Tm", "Tj", "TJ", "BDC", "BMC", "EMC"))


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn piece of text, with the letters that it is a part of.

    ``place`` takes its own space, in which ``size`` is the height of the type, to the page's.
    ``note`` counts the places of its ``part`` that have the letters beside them, each for one
    syllable, since the codes alone do not say; elsewhere it is 0.
    """

    font: str
    size: float
    code: int
    place: "Matrix"
    advance: float
    text: str
    part: int
    note: int


@dataclass(slots=True)
class TextPart:
    """A stretch of a page's program; one with ``glyphs`` shows these and nothing else."""

    steps: list[Any]
    mark: int | None = None  # the number by which the page's tags know it
    glyphs: list[Glyph] = field(default_factory=list)
    colours: list[bytes] = field(default_factory=list)  # the steps that set them
    start: float = 0.0  # where the pen is before and after it, in points from the page's left
    end: float = 0.0


def parts_of(page: Any, faces: dict[object, Face]) -> Iterator[TextPart]:
    """The parts of a page, in order. ``faces`` keeps those that were read."""
    from pikepdf import parse_content_stream

    fonts = page.get("/Resources", {}).get("/Font", {})
    inside: list[Any] = []
    depth = count = 0
    for step in parse_content_stream(page):
        name = str(step.operator)
        opens = name in ("BDC", "BMC", "q")
        if not inside and not opens:
            yield TextPart([step])
            continue
        inside.append(step)
        depth += 1 if opens else -1 if name in ("EMC", "Q") else 0
        if depth == 0:
            count += 1
            yield _part(inside, _Reader(fonts, faces, count))
            inside = []
    if inside:
        yield TextPart(inside)


def from_the_left(parts: Sequence[TextPart]) -> list[TextPart]:
    """The parts of one line, which follow the pen in stretches, in the order that they stand in."""
    stretches = [[parts[0]]]
    for before, part in pairwise(parts):
        if not before.start - _ROUNDING <= part.start < before.end + before.glyphs[0].size / 2:
            stretches.append([])
        stretches[-1].append(part)
    stretches.sort(key=lambda stretch: stretch[0].start)
    return [part for stretch in stretches for part in stretch]


def _part(steps: list[Any], reader: "_Reader") -> TextPart:
    from pikepdf import unparse_content_stream

    names = {str(step.operator) for step in steps}
    part = TextPart(steps, _mark(steps[0]))
    if not names & {"Tj", "TJ"} or not names <= _PLAIN | _COLOURS:
        return part
    if any(str(s.operator) == "Tr" and int(s.operands[0]) for s in steps):
        return part  # drawn along its edges, or not to be seen
    part.colours = [
        unparse_content_stream([step]) for step in steps if str(step.operator) in _COLOURS
    ]
    part.glyphs = list(reader.glyphs(steps))
    part.start = part.end = reader.start
    if part.glyphs and any(glyph.advance for glyph in part.glyphs):  # marks leave it where it was
        part.end = part.glyphs[-1].place.e + part.glyphs[-1].advance * part.glyphs[-1].place.a
    return part


def _mark(step: Any) -> int | None:
    from pikepdf import Dictionary

    if str(step.operator) != "BDC" or not isinstance(step.operands[1], Dictionary):
        return None
    mark = step.operands[1].get("/MCID")
    return None if mark is None else int(mark)


class _Reader:
    """Follows the steps of one part."""

    def __init__(self, fonts: Any, faces: dict[object, Face], number: int) -> None:
        from pikepdf import Matrix

        self._fonts, self._faces, self._number = fonts, faces, number
        self._ctm = self._tm = Matrix()
        self._kept: list[Matrix] = []
        self._font, self._size = "", 1.0
        self.start, self._begun = 0.0, False
        self._notes: list[tuple[str, int] | None] = []
        self._count = 0

    def glyphs(self, steps: Sequence[Any]) -> Iterator[Glyph]:
        for step in steps:
            name, given = str(step.operator), list(step.operands)
            if name in ("Tj", "TJ"):
                yield from self._shown(given if name == "Tj" else given[0])
            elif name in ("BDC", "BMC", "EMC"):
                self._note(name, given)
            else:
                self._set(name, given)

    def _set(self, name: str, given: Sequence[Any]) -> None:
        from pikepdf import Matrix

        if name == "q":
            self._kept.append(self._ctm)
        elif name == "Q":
            self._ctm = self._kept.pop()
        elif name == "cm":
            self._ctm = Matrix(*map(float, given)) @ self._ctm
        elif name == "Tm":
            self._tm = Matrix(*map(float, given))
            if not self._begun:
                self.start, self._begun = (self._tm @ self._ctm).e, True
        elif name == "Tf":
            self._font, self._size = str(given[0]), float(given[1])

    def _note(self, name: str, given: Sequence[Any]) -> None:
        from pikepdf import Dictionary

        if name == "EMC":
            self._notes.pop()
            return
        known = given[1] if len(given) > 1 else None
        text = known.get("/ActualText") if isinstance(known, Dictionary) else None
        self._count += 1
        self._notes.append(None if text is None else (str(text), self._count))

    def _shown(self, row: Sequence[Any]) -> Iterator[Glyph]:
        from pikepdf import Matrix, String

        face = face_of(self._fonts[self._font], self._faces)
        note = next((note for note in reversed(self._notes) if note), None)
        for one in row:
            if not isinstance(one, String):
                self._tm = Matrix(1, 0, 0, 1, -float(one) / 1000 * self._size, 0) @ self._tm
                continue
            for code, word, width in face.read(bytes(one)):
                place, advance = self._tm @ self._ctm, width * self._size
                text, count = note or (word, 0)
                where = (self._number, count)
                yield Glyph(self._font, self._size, code, place, advance, text, *where)
                self._tm = Matrix(1, 0, 0, 1, advance, 0) @ self._tm
