"""The styles and the page of a letter in Word: each part of the letter has a style by its name.

The blocks at the top stand in frames, which Word keeps at their place on the
sheet whatever is written in the letter. Each frame belongs to a style, so that
whoever adds a line to an address need not know of it, and to each of its
paragraphs, since LibreOffice overlooks the frames of styles.
"""

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from letterwriter.campaigns import paper
from letterwriter.campaigns.paper import SENDER, Layout, Rectangle
from letterwriter.documents.docx_page import BOTTOM, TOP

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import Length
    from docx.styles.style import ParagraphStyle

_SIZE = 12.0  # points
_POINTS = 72 / 25.4  # to a millimetre
_ACCENTS = 1.3  # mm above a first line, so that no accent stands out of its box
_PITCH = 1.22  # of lines in the blocks at the top, by their size

# What others have in Calibri's place is so many times as wide: DejaVu Sans, Arial, Carlito.
_WIDER = (1.25, 1.13, 1.0)
_TALLER = "\u0590"  # Hebrew, and all that comes after it

_WORDS_OWN = ("Date", "Salutation", "Body Text", "Closing", "Signature")

# (points from line to line, between paragraphs, and mm to sign in), the roomiest that fits.
_SETTINGS = (
    (17.0, 10.0, 20),
    (16.0, 8.0, 19),
    (14.7, 6.0, 16),
    (14.7, 4.0, 16),
    (13.8, 4.0, 16),
)


def add_styles(
    document: "Document",
    layout: Layout,
    *,
    sender: Sequence[str],
    date: str,
    recipient: Sequence[str],
    body: Sequence[str],
) -> None:
    """Set up the styles for these words: Sender, Date, Recipient, Salutation and so on."""
    from docx.shared import Pt

    size = _size(SENDER, [*sender, "", date])  # with a line's space before the date
    # Paragraphs in like frames share one, so the date moves down with each line that is added.
    _frame(_style(document, "Sender"), SENDER, size)
    _frame(_style(document, "Date"), SENDER, size)
    _style(document, "Date").paragraph_format.space_before = Pt(size * _PITCH if sender else 0)
    _frame(_style(document, "Recipient"), layout.recipient, _size(layout.recipient, recipient))
    _set_body(document, body)


def _set_body(document: "Document", body: Sequence[str]) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    line, gap, signature = _setting(body)
    # Exactly, so that a face with higher lines in Calibri's place takes no more room. Letters of
    # taller scripts are never cut off.
    low = all(letter < _TALLER for text in body for letter in text)
    rule = WD_LINE_SPACING.EXACTLY if low else WD_LINE_SPACING.AT_LEAST
    for name in ("Salutation", "Body Text", "Closing", "Signature"):
        form = _style(document, name).paragraph_format
        form.line_spacing_rule, form.line_spacing = rule, Pt(line)
        form.space_after, form.widow_control = Pt(gap), True
    closing = _style(document, "Closing").paragraph_format
    closing.keep_with_next, closing.space_after = True, _mm(signature)
    salutation = _style(document, "Salutation").paragraph_format
    # The first words that stand in no frame.
    salutation.keep_with_next, salutation.space_before = True, _mm(paper.BODY_TOP - TOP)
    _style(document, "Signature").paragraph_format.space_after = Pt(0)


def _setting(body: Sequence[str]) -> tuple[float, float, int]:
    """The roomiest setting that keeps the letter on one page in wider faces than Calibri too.

    If none does, the closest that does in Calibri, which leaves the most room for another; for
    what takes two pages anyway, the roomiest.
    """
    for wider in _WIDER:
        fitting = [setting for setting in _SETTINGS if _height(body, setting, wider) <= _room()]
        if fitting:
            return fitting[0 if wider > 1 else -1]
    return _SETTINGS[0]


def _height(body: Sequence[str], setting: tuple[float, float, int], wider: float) -> float:
    """Points from the salutation to the name, in a face so many times as wide as Calibri."""
    ems = (paper.TEXT_RIGHT - paper.TEXT_LEFT) * _POINTS / _SIZE / wider
    line, gap, signature = setting
    ends = 3 * line + 2 * gap + signature * _POINTS  # salutation, close and name
    return sum(_rows_of(text, ems) for text in body) * line + len(body) * gap + ends


def _room() -> float:
    return (paper.HEIGHT - paper.BODY_TOP - BOTTOM) * _POINTS


def _frame(style: "ParagraphStyle", box: Rectangle, size: float) -> None:
    """Stand the style in a box of the sheet, in type of so many points."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    _set_size(style, size)
    form = style.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(size * _PITCH)
    form.space_after = Pt(0)
    frame = OxmlElement("w:framePr")
    places = {"w": box.width, "x": box.left, "y": box.top + _ACCENTS}
    for name, millimetres in places.items():
        frame.set(qn(f"w:{name}"), str(round(millimetres * _POINTS * 20)))
    for name, value in {"wrap": "around", "vAnchor": "page", "hAnchor": "page"}.items():
        frame.set(qn(f"w:{name}"), value)
    style.element.get_or_add_pPr().insert(0, frame)


def _size(box: Rectangle, lines: Sequence[str]) -> float:
    """Points: twelve for people, less where an address is too long for its box."""
    size = _SIZE
    while size > 1 and not _fits(box, lines, size):
        size -= 0.5
    return size


def _fits(box: Rectangle, lines: Sequence[str], size: float) -> bool:
    rows = sum(_rows_of(line, box.width * _POINTS / size) for line in lines)
    return rows * size * _PITCH <= (box.height - _ACCENTS) * _POINTS


def _style(document: "Document", name: str) -> "ParagraphStyle":
    """The style of this name; python-docx's own file has only some of Word's."""
    from docx.enum.style import WD_STYLE_TYPE

    if name not in document.styles:
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _WORDS_OWN)
        made.base_style = document.styles["Normal"]
    style: ParagraphStyle = document.styles[name]
    style.quick_style, style.hidden = True, False
    return style


def _set_size(style: "ParagraphStyle", points: float) -> None:
    """For all scripts: Word keeps the size of Arabic, Hebrew and their like apart."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.size = Pt(points)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(round(points * 2)))
    style.element.get_or_add_rPr().append(complex_size)


def _mm(millimetres: float) -> "Length":
    from docx.shared import Mm

    return Mm(millimetres)


# Calibri is not at hand where we measure, so lines are estimated, rather high than low.
# What Calibri moves on for each character from the space to the tilde, in thousandths of the
# type's size; Carlito, which is free, has the same by design.
# fmt: off
_ADVANCES = (
    226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507,
    507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488,
    459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519,
    487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455,
    229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
)
# fmt: on


def _rows_of(text: str, ems: float) -> int:
    """The lines that ``text`` takes where a line holds ``ems`` times the type's size."""
    return sum(_rows(line.split(" "), ems) for line in text.split("\n"))


def _rows(words: list[str], ems: float) -> int:
    rows, used = 1, 0.0
    for word in words:
        wide = sum(map(_advance, word))
        if used and used + wide > ems:
            rows, used = rows + 1, 0.0
        more, rest = divmod(wide, ems)  # a word wider than a line goes on in the next
        rows, used = rows + int(more), used + rest + _advance(" ")
    return rows


def _advance(character: str) -> float:
    """In ems: of the plain letter for one with an accent, and much for what Calibri lacks."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    plain = unicodedata.normalize("NFD", character)[0]
    if " " <= plain <= "~":
        return _ADVANCES[ord(plain) - ord(" ")] / 1000
    return 1.0 if unicodedata.east_asian_width(plain) in "WF" else 0.7
