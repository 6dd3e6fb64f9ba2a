"""Faces whose letters are drawn from those of other faces: each code is one letter, or syllable.

The standard calls them Type 3. A code draws what takes several pieces in a usual face, and stands
for just its own text, so that no program which reads the file can take pieces for letters.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf

_FULL = 255  # codes of one byte, without 0
# The room that a code takes, even one that draws nothing: PDFium leaves out what takes none.
_ABOVE, _BELOW = 750, -250
_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
{rows}endcmap CMapName currentdict /CMap defineresource pop end end
"""

Drawing = tuple[tuple[str, int, int, int], ...]  # a font of the page, its code, and its place


class DrawnFaces:
    """The drawn faces of one PDF, put into it by `write`. Sizes are thousandths of the type's."""

    def __init__(self, pdf: "Pdf") -> None:
        self._pdf = pdf
        self._sources: dict[object, Any] = {}
        self._known: dict[object, tuple[str, int]] = {}
        self._faces: dict[str, _Face] = {}

    def code(self, drawing: Drawing, fonts: Any, width: int, text: str) -> tuple[str, int]:
        """The name of a face, and its code that draws so, is so wide and stands for the text."""
        key = (tuple((fonts[font].objgen, *rest) for font, *rest in drawing), width, text)
        if key not in self._known:
            name = f"/drawn{len(self._known) // _FULL}"
            face = self._faces.setdefault(name, _Face(self._pdf))
            face.programs.append("\n".join(self._outline(fonts[f], *rest) for f, *rest in drawing))
            face.widths.append(width)
            face.texts.append(text)
            self._known[key] = name, len(face.texts)
        return self._known[key]

    def font(self, name: str) -> Any:
        """The face of that name, as pages refer to it."""
        return self._faces[name].font

    def write(self) -> None:
        """Fill the faces, once every code is known."""
        for name, face in self._faces.items():
            face.fill(self._pdf, name.strip("/"))

    def _outline(self, font: Any, code: int, across: int, up: int) -> str:
        from fontTools.misc.transform import Transform
        from fontTools.pens.transformPen import TransformPen
        from fontTools.ttLib import TTFont

        if font.objgen not in self._sources:
            file = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
            self._sources[font.objgen] = TTFont(BytesIO(file))
        source = self._sources[font.objgen]
        scale = 1000 / source["head"].unitsPerEm
        glyphs = source.getGlyphSet()
        pen = outline_pen(glyphs)
        at = Transform(scale, 0, 0, scale, across, up)
        glyphs[source.getGlyphName(code)].draw(TransformPen(pen, at))
        return " ".join(pen.steps)


class _Face:
    """One of them, with an entry a code in each list."""

    def __init__(self, pdf: "Pdf") -> None:
        from pikepdf import Dictionary

        self.font: Any = pdf.make_indirect(Dictionary())
        self.programs: list[str] = []
        self.widths: list[int] = []
        self.texts: list[str] = []

    def fill(self, pdf: "Pdf", name: str) -> None:
        from pikepdf import Array, Dictionary, Name

        codes = range(1, len(self.texts) + 1)
        programs = (
            pdf.make_stream(f"{width} 0 0 {_BELOW} {width} {_ABOVE} d1\n{program} f".encode())
            for width, program in zip(self.widths, self.programs, strict=True)
        )
        signs = {f"/c{code}": program for code, program in zip(codes, programs, strict=True)}
        differences = Array([1, *map(Name, signs)])
        self.font.update(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=Array([0, 0, 0, 0]),  # as far as they reach: the programs tell
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                CharProcs=Dictionary(signs),
                Encoding=Dictionary(Type=Name.Encoding, Differences=differences),
                FirstChar=1,
                LastChar=len(self.texts),
                Widths=Array(self.widths),
                Resources=Dictionary(),
                FontDescriptor=pdf.make_indirect(
                    Dictionary(
                        Type=Name.FontDescriptor, FontName=Name(f"/{name}"), Flags=4, ItalicAngle=0
                    )
                ),
                ToUnicode=pdf.make_stream(self._words(codes)),
            )
        )

    def _words(self, codes: range) -> bytes:
        pairs = [
            f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>\n"
            for code, text in zip(codes, self.texts, strict=True)
        ]
        hundreds = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
        rows = "".join(f"{len(some)} beginbfchar\n{''.join(some)}endbfchar\n" for some in hundreds)
        return _CMAP.format(rows=rows).encode()


def outline_pen(glyphs: Any) -> Any:
    """A pen of fontTools' that notes what it draws in ``steps``, in the language of PDFs."""
    from fontTools.pens.basePen import BasePen

    class OutlinePen(BasePen):  # type: ignore[misc]  # fontTools comes without types
        steps: list[str]

        def _note(self, name: str, *points: tuple[float, float]) -> None:
            self.steps.append(" ".join([*(f"{round(n)}" for p in points for n in p), name]))

        def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
            self._note("m", point)

        def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
            self._note("l", point)

        def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
            self._note("c", *points)

        def _closePath(self) -> None:  # noqa: N802
            self._note("h")

    pen = OutlinePen(glyphs)
    pen.steps = []
    return pen
