"""Where the words and pictures of a PDF stand, whichever program made it.

A word counts from three quarters of its size above the line that it stands on to a quarter below;
accents and flourishes may reach farther.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from letterwriter.campaigns.paper import Rectangle
from letterwriter.documents.pdf_files.pdf_faces import Face, face_of

if TYPE_CHECKING:
    from pikepdf import Matrix

_POINTS = 72 / 25.4  # to a millimetre
_ABOVE, _BELOW = 0.75, 0.25  # of the type's size
_DEEPEST = 12  # forms in forms; a file whose form holds itself would have no end
_SETTINGS = {"Tc": "spacing", "Tw": "word_spacing", "TL": "leading", "Ts": "rise"}


@dataclass(frozen=True, slots=True)
class Placed:
    """Words on one line, or a picture, which has no words; in millimetres from the upper left."""

    words: str
    box: Rectangle


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page: its size in millimetres, and what stands on it."""

    width: float
    height: float
    placed: tuple[Placed, ...]


def pages_of(pdf: Any) -> Iterator[PaperPage]:
    """The pages of a file that pikepdf has opened, one after the other."""
    for page in pdf.pages:
        left, bottom, right, top = (float(edge) / _POINTS for edge in page.mediabox)
        reader = _Reader(left, top)
        reader.read(page, page.get("/Resources", {}))
        yield PaperPage(right - left, top - bottom, tuple(reader.placed()))


_NO_FACE = Face()


@dataclass(frozen=True, slots=True)
class _State:
    """What a page's program has set, by the names of the PDF standard."""

    ctm: "Matrix"
    face: Face = _NO_FACE
    size: float = 1.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


class _Reader:
    """Follows what a page draws."""

    def __init__(self, left: float, top: float) -> None:
        from pikepdf import Matrix

        self._left, self._top = left, top
        self._state = _State(Matrix())
        self._kept: list[_State] = []
        self._line = self._at = Matrix()
        self._faces: dict[object, Face] = {}
        self._seen: list[Placed] = []

    def read(self, content: Any, resources: Any, depth: int = 0) -> None:
        """Follow a page, or a form on it."""
        from pikepdf import parse_content_stream

        for step in parse_content_stream(content):
            name, given = str(step.operator), list(step.operands)
            if name == "Do":
                self._draw(resources.XObject[str(given[0])], resources, depth)
            elif name == "Tf":
                face = face_of(resources.Font[str(given[0])], self._faces)
                self._state = replace(self._state, face=face, size=float(given[1]))
            elif name == "INLINE IMAGE":
                self._note("", self._state.ctm, (0, 0), (1, 1))
            else:
                self._set(name, given)
                self._move(name, given)
                self._show(name, given)

    def placed(self) -> Iterator[Placed]:
        """What was drawn, its letters joined into lines."""
        line: Placed | None = None
        for one in self._seen:
            longer = _joined(line, one) if line else None
            if line and not longer:
                yield from _clean(line)
            line = longer or one
        if line:
            yield from _clean(line)

    def _draw(self, thing: Any, resources: Any, depth: int) -> None:
        if thing.Subtype == "/Image":
            self._note("", self._state.ctm, (0, 0), (1, 1))
        elif thing.Subtype == "/Form" and depth < _DEEPEST:
            before = self._state
            self._set("cm", thing.get("/Matrix", [1, 0, 0, 1, 0, 0]))
            self.read(thing, thing.get("/Resources", resources), depth + 1)
            self._state = before

    def _set(self, name: str, given: Sequence[Any]) -> None:
        from pikepdf import Matrix

        state = self._state
        if name == "q":
            self._kept.append(state)
        elif name == "Q" and self._kept:
            self._state = self._kept.pop()
        elif name == "cm":
            self._state = replace(state, ctm=Matrix(*map(float, given)) @ state.ctm)
        elif name in _SETTINGS:
            setting: dict[str, Any] = {_SETTINGS[name]: float(given[0])}
            self._state = replace(state, **setting)
        elif name == "Tz":
            self._state = replace(state, stretch=float(given[0]) / 100)
        elif name == "TD":
            self._state = replace(state, leading=-float(given[1]))
        elif name == '"':
            word, letter = map(float, given[:2])
            self._state = replace(state, word_spacing=word, spacing=letter)

    def _move(self, name: str, given: Sequence[Any]) -> None:
        from pikepdf import Matrix

        if name == "BT":
            self._line = Matrix()
        elif name == "Tm":
            self._line = Matrix(*map(float, given))
        elif name in ("Td", "TD"):
            self._line = Matrix(1, 0, 0, 1, *map(float, given)) @ self._line
        elif name in ("T*", "'", '"'):
            self._line = Matrix(1, 0, 0, 1, 0, -self._state.leading) @ self._line
        else:
            return
        self._at = self._line

    def _show(self, name: str, given: Sequence[Any]) -> None:
        if name not in ("Tj", "TJ", "'", '"'):
            return
        for part in given[-1] if name == "TJ" else given[-1:]:
            if isinstance(part, (int, float, Decimal)):
                self._forward(-float(part) / 1000 * self._state.size)
            else:
                self._write(bytes(part))

    def _write(self, letters: bytes) -> None:
        state = self._state
        for code, words, width in state.face.read(letters):
            wide = width * state.size
            low, high = (state.rise + part * state.size for part in (-_BELOW, _ABOVE))
            corners = (0, low), (wide * state.stretch, high)
            self._note(words, self._at @ state.ctm, *corners)
            space = state.word_spacing if code == ord(" ") and not state.face.wide else 0
            self._forward(wide + state.spacing + space)

    def _forward(self, by: float) -> None:
        from pikepdf import Matrix

        self._at = Matrix(1, 0, 0, 1, by * self._state.stretch, 0) @ self._at

    def _note(
        self, words: str, matrix: "Matrix", low: tuple[float, float], high: tuple[float, float]
    ) -> None:
        corners = [matrix.transform((x, y)) for x in (low[0], high[0]) for y in (low[1], high[1])]
        across = [float(x) / _POINTS - self._left for x, _ in corners]
        down = [self._top - float(y) / _POINTS for _, y in corners]
        left, top = min(across), min(down)
        box = Rectangle(left, top, max(across) - left, max(down) - top)
        self._seen.append(Placed(words, box))


def _joined(line: Placed, one: Placed) -> Placed | None:
    """The line with a letter more, where that stands next on it; a space takes no room."""
    high, gap = one.box.height, one.box.left - line.box.right
    level = abs(line.box.bottom - one.box.bottom) < high / 5
    if not (line.words and one.words and level and -high / 2 < gap < high):
        return None
    words = line.words + (" " if gap > high / 6 and line.words[-1:] != " " else "") + one.words
    if one.words.isspace():
        return Placed(words, line.box)
    top, bottom = min(line.box.top, one.box.top), max(line.box.bottom, one.box.bottom)
    return Placed(words, Rectangle(line.box.left, top, one.box.right - line.box.left, bottom - top))


def _clean(line: Placed) -> Iterator[Placed]:
    """The line without what is invisible, or nothing where it has no more than that."""
    seen = "".join(one for one in line.words if unicodedata.category(one) != "Cf")
    words = " ".join(seen.split())
    if words or not line.words:
        yield Placed(words, line.box)
