"""What a letter in Word rests on: the page, its foot, the faces, the language, the title."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from letterwriter.campaigns import paper
from letterwriter.documents.bidi import runs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.text.paragraph import Paragraph

TOP, BOTTOM = 20.0, 13.0  # mm: the page's margins, with space for its number at the foot

# Calibri is on every Word, and LibreOffice brings Carlito, of the same widths. They have Latin,
# Greek and Cyrillic; for other scripts both programs look to the faces of the machine.
_FACES = {"ascii": "Calibri", "hAnsi": "Calibri", "cs": "Arial", "eastAsia": "Microsoft YaHei"}
_INSTEAD = {"Calibri": "Carlito", "Arial": "Liberation Sans", "Microsoft YaHei": "Noto Sans CJK SC"}
_LANGUAGES = {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}
_HALF_POINTS = {"sz": "24", "szCs": "24"}  # twelve points, for all scripts
_KEPT_STYLES = ("BodyText", "BodyTextChar", "Footer", "FooterChar", "Header", "HeaderChar")
_NUMBERS = {"number": "PAGE", "pages": "NUMPAGES"}  # what is counted, and Word's field for it
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def set_up(document: "Document", title: str, foot: Iterable[tuple[str, str]]) -> None:
    """Make python-docx's empty document into an A4 sheet for a letter in British English."""
    _describe(document, title)
    _drop_picture(document)
    _drop_styles(document)
    _set_page(document.sections[0])
    _write_foot(document.sections[0], foot)
    _set_faces(document)
    settings = document.settings.element
    for element in settings.xpath("w:themeFontLang"):
        _set(element, _LANGUAGES)
    # Or Word puts "Compatibility Mode" beside the file's name.
    for element in settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        _set(element, {"val": "15"})


def _describe(document: "Document", title: str) -> None:
    """Say what Word shows of a file: the title and language, and nobody's name."""
    properties = document.core_properties
    properties.title, properties.language = title[:255], "en-GB"
    properties.author = properties.last_modified_by = properties.comments = ""
    element = properties._element  # noqa: SLF001  # python-docx has no way to leave a date out
    for date in [*element.iterchildren("{http://purl.org/dc/terms/}*")]:
        element.remove(date)


def _drop_picture(document: "Document") -> None:
    """Remove the small picture of python-docx's empty document, which is not one of the letter."""
    links = document.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[name]


def _drop_styles(document: "Document") -> None:
    """Remove python-docx's styles of tables, headings and lists, which a letter has none of."""
    kept = " or ".join(f"@w:styleId='{name}'" for name in _KEPT_STYLES)
    for style in document.styles.element.xpath(f"w:style[not(@w:default or {kept})]"):
        style.getparent().remove(style)


def _set_page(section: "Section") -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(paper.WIDTH), Mm(paper.HEIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin = Mm(paper.TEXT_LEFT)
    section.right_margin = Mm(paper.WIDTH - paper.TEXT_RIGHT)
    section.header_distance = section.footer_distance = Mm(7)


def _write_foot(section: "Section", words: Iterable[tuple[str, str]]) -> None:
    """Mark the pages after the first, so that a letter of one page has nothing at its foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    section.different_first_page_header_footer = True
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for part, number in words:
        for stretch, leftward in runs(part):
            foot.add_run(stretch).font.rtl = leftward or None
        if number:
            _field(foot, _NUMBERS[number])
    for run in foot.runs:
        run.font.size = Pt(10)


def _field(paragraph: "Paragraph", name: str) -> None:
    """A number that Word fills in."""
    from docx.oxml import OxmlElement

    for kind in ("begin", "", "separate", "text", "end"):
        run = paragraph.add_run("2" if kind == "text" else "")  # shown until Word has counted
        if kind == "text":
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            _set(element, {"fldCharType": kind})
        else:
            element.text = name
        run._r.append(element)  # noqa: SLF001  # python-docx knows no fields


def _set_faces(document: "Document") -> None:
    from docx.oxml import OxmlElement

    (defaults,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    defaults.clear()
    values: list[tuple[str, Mapping[str, str]]] = [("rFonts", _FACES)]
    values += [(name, {"val": size}) for name, size in _HALF_POINTS.items()]
    for name, attributes in (*values, ("lang", _LANGUAGES)):
        element = OxmlElement(f"w:{name}")
        _set(element, attributes)
        defaults.append(element)
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = _font_table()  # noqa: SLF001  # it gives no other way to this part


def _font_table() -> bytes:
    """The faces, and what to take where they are missing."""
    fonts = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{instead}"/><w:family w:val="swiss"/></w:font>'
        for face, instead in _INSTEAD.items()
    )
    return f'<w:fonts xmlns:w="{_W}">{fonts}</w:fonts>'.encode()


def _set(element: "BaseOxmlElement", values: Mapping[str, str]) -> None:
    from docx.oxml.ns import qn

    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
