"""Text that is copied, searched or read aloud from a PDF is the text that was typed.

Typst draws some letters in pieces, such as a vowel above or a syllable of Bengali, and notes each
piece as the whole. Programs that read PDFs then find it twice, or spaces inside, and what runs
from the right backwards. So lines with such letters are written anew: in the order of reading,
each letter once, with its pieces at the very places where they were.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from letterwriter.documents.bidi import reads_right_to_left
from letterwriter.documents.pdf_files.drawn_faces import DrawnFaces
from letterwriter.documents.pdf_files.drawn_lines import DrawnLine, text_of
from letterwriter.documents.pdf_files.pdf_faces import Face, face_of
from letterwriter.documents.pdf_files.reading_order import is_plain
from letterwriter.documents.pdf_files.typst_text import TextPart, parts_of

if TYPE_CHECKING:
    from pikepdf import Pdf


def with_typed_wording(pdf: "Pdf") -> None:
    """Write those lines of a PDF of Typst's anew that would be read otherwise than typed."""
    drawn, faces = DrawnFaces(pdf), dict[object, Face]()
    for page in pdf.pages:
        if b"/ActualText" in page.Contents.read_bytes() or not _is_plain(page, faces):
            _mend(pdf, page, drawn, faces)
    drawn.write()


def _mend(pdf: "Pdf", page: Any, drawn: DrawnFaces, faces: dict[object, Face]) -> None:
    from pikepdf import Dictionary, unparse_content_stream

    fonts = page.Resources.Font
    program = b""
    for paragraph in _paragraphs(parts_of(page, faces), _owners(pdf, page)):
        lines = list(_lines(paragraph))
        leftward = reads_right_to_left("".join(map(text_of, lines)))
        for line in lines:
            if _needs_it(line, fonts):
                program += DrawnLine(line, fonts, drawn, leftward=leftward).program()
            else:
                program += unparse_content_stream([s for part in line for s in part.steps]) + b"\n"
    page.Contents = pdf.make_stream(program)
    page.Resources = Dictionary(page.Resources)  # other pages may have the same
    used = (name.decode() for name in sorted(set(re.findall(rb"(/\w+) [\d.]+ Tf\b", program))))
    named = {name: fonts[name] if name in fonts else drawn.font(name) for name in used}
    page.Resources.Font = Dictionary(named)


def _is_plain(page: Any, faces: dict[object, Face]) -> bool:
    fonts = page.get("/Resources", {}).get("/Font", {}).values()
    return all(is_plain(word) for font in fonts for word in face_of(font, faces).words.values())


def _owners(pdf: "Pdf", page: Any) -> Sequence[object]:
    """What the tags know each mark of a page as a part of; nothing without tags."""
    from pikepdf import NumberTree

    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None or "/StructParents" not in page:
        return ()
    owners: Any = NumberTree(tree.ParentTree)[int(page.StructParents)]
    return [owner.objgen for owner in owners]


def _paragraphs(parts: Iterable[TextPart], owners: Sequence[object]) -> Iterator[list[TextPart]]:
    def owner(part: TextPart) -> object:
        if not part.glyphs or (owners and part.mark is None):
            return id(part)
        return owners[part.mark] if owners and part.mark is not None else None

    return (list(paragraph) for _, paragraph in groupby(parts, owner))


def _lines(paragraph: Sequence[TextPart]) -> Iterator[list[TextPart]]:
    line = [paragraph[0]]
    for part in paragraph[1:]:
        if not _on_one_line(line, part):
            yield line
            line = []
        line.append(part)
    yield line


def _on_one_line(line: Sequence[TextPart], part: TextPart) -> bool:
    """Whether a part stands on the line, in type of the same size, and not far from it."""
    if not part.glyphs or not line[0].glyphs:
        return False
    first, other = line[0].glyphs[0], part.glyphs[0]
    *shape, _, foot = first.place.shorthand
    *other_shape, _, other_foot = other.place.shorthand
    height = first.size * abs(first.place.d)
    left, right = min(one.start for one in line), max(one.end for one in line)
    near = left - 2 * height < part.end and part.start < right + 2 * height
    alike = first.size == other.size and shape == other_shape and line[0].colours == part.colours
    return alike and near and abs(foot - other_foot) < 0.6 * height


def _needs_it(line: Sequence[TextPart], fonts: Any) -> bool:
    glyphs = [glyph for part in line for glyph in part.glyphs]
    if all(glyph.note == 0 and is_plain(glyph.text) for glyph in glyphs):
        return False
    return all(_has_outlines(fonts[glyph.font]) for glyph in glyphs)


def _has_outlines(font: Any) -> bool:
    return font.Subtype == "/Type0" and "/FontFile2" in font.DescendantFonts[0].FontDescriptor
