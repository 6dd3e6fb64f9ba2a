"""Letters as Word documents, read back by python-docx and from the file's own XML."""

import io
from dataclasses import replace
from datetime import datetime
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from letterwriter.campaigns.paper import Layout
from letterwriter.documents.docx import as_docx
from letterwriter.letters.letter import Letter
from letterwriter.text.cleaning import clean, clean_line
from tests.cleaned import lines
from tests.unit.documents.letters_of_all_sorts import ALL_SORTS, CROWDED
from tests.unit.documents.paper import letter, of_words

MARKUP = "</w:t><w:p/> &amp; <b>bold</b> {{ 7 * 7 }} {% raw %} \\fldinst _x0041_ ]]>"
ARABIC = "سلام عليكم يا جاري العزيز"
PARAGRAPH = WD_STYLE_TYPE.PARAGRAPH
TWIPS = 1440 / 25.4  # to a millimetre
WINDOWS = {Layout.C5: (24.6, 39.5, 120, 66.3), Layout.DL: (20, 55, 100, 79)}


def opened(part: Letter, layout: Layout = Layout.C5) -> Document:
    return docx.Document(io.BytesIO(as_docx(part, layout)))


def styled(document: Document, style: str) -> list[Paragraph]:
    return [p for p in document.paragraphs if p.style and p.style.name == style]


@pytest.mark.parametrize("sort", list(ALL_SORTS))
def test_the_document_has_the_letter_and_nothing_else_each_part_in_its_style(sort: str) -> None:
    part = ALL_SORTS[sort]
    parts = [
        *(("Sender", line) for line in part.sender),
        ("Date", clean_line(part.date)),
        *(("Recipient", line) for line in part.recipient),
        ("Salutation", "Dear Afzal Khan,"),
        *(("Body Text", text) for text in part.body),
        ("Closing", "Yours sincerely,"),
        ("Signature", part.name),
    ]
    written = [(p.style.name, p.text) for p in opened(part).paragraphs if p.style]
    assert written == parts


def test_a_blank_line_parts_paragraphs_and_a_line_end_stays_in_its_own() -> None:
    (first, second) = styled(opened(letter("One.\nTwo.\n\nThree.")), "Body Text")
    assert first.text == "One.\nTwo."
    assert second.text == "Three."


def test_the_page_is_a4_with_the_margins_of_the_pdf() -> None:
    (section,) = opened(of_words(300)).sections
    assert near(section.page_width, Mm(210))
    assert near(section.page_height, Mm(297))
    assert near(section.left_margin, Mm(25))
    assert near(section.right_margin, Mm(20))


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("sort", list(ALL_SORTS))
def test_each_line_of_the_recipient_is_framed_inside_the_window(sort: str, layout: Layout) -> None:
    document = opened(ALL_SORTS[sort], layout)
    left, top, right, bottom = WINDOWS[layout]
    lines = styled(document, "Recipient")
    for line in lines:
        x, y, width = frame_of(line)
        assert left <= x
        assert x + width <= right
        assert top <= y
    height = sum(line_height(line) for line in lines)
    assert frame_of(lines[0])[1] + height <= bottom + 0.01


def test_the_sender_is_framed_in_the_corner() -> None:
    for line in styled(opened(CROWDED), "Sender"):
        x, y, width = frame_of(line)
        assert (x, width) == pytest.approx((125, 65), abs=0.1)
        assert 30 <= y <= 32


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("sort", list(ALL_SORTS))
def test_the_date_shares_the_sender_s_frame_a_line_below(sort: str, layout: Layout) -> None:
    document = opened(ALL_SORTS[sort], layout)
    sender, (date,) = styled(document, "Sender"), styled(document, "Date")
    assert {framed(line) for line in sender} == {framed(date)}
    gap = float(date.style.paragraph_format.space_before.mm)  # type: ignore[union-attr]
    assert gap == pytest.approx(line_height(date), abs=0.1)
    top, height = frame_of(date)[1], sum(map(line_height, (*sender, date)))
    assert top + height + gap <= 95.01


def test_ordinary_letters_are_set_in_twelve_points_throughout() -> None:
    document = opened(of_words(300))
    sizes = document.styles.element.xpath("w:docDefaults//w:sz/@w:val | //w:docDefaults//w:szCs")
    assert sizes[0] == "24"  # half points
    for name in ("Body Text", "Salutation", "Closing", "Signature"):
        assert document.styles[name].font.size is None, "as the rest of the document"
    for name in ("Sender", "Date", "Recipient"):
        assert document.styles[name].font.size == Pt(12)


@pytest.mark.parametrize("words", [60, 300, 350, 700])
def test_there_is_room_to_sign_and_the_close_stays_with_words(words: int) -> None:
    document = opened(of_words(words))
    close = document.styles["Closing"].paragraph_format
    assert close.space_after is not None
    assert close.space_after >= Mm(15)
    assert close.keep_with_next
    *before, last = styled(document, "Body Text")
    assert last.paragraph_format.keep_with_next
    assert not any(p.paragraph_format.keep_with_next for p in before)


def test_pages_say_whose_they_are_and_are_numbered_from_the_second_on() -> None:
    (section,) = opened(of_words(700)).sections
    assert section.different_first_page_header_footer
    assert not "".join(p.text for p in section.first_page_footer.paragraphs)
    foot = section.footer.paragraphs[0]
    assert foot.text == "Siân Ŵyn to The Rt Hon Afzal Khan MP, page 2 of 2"
    fields = [e.text for e in foot._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_language_is_british_english() -> None:
    document = opened(of_words(300))
    languages = document.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert languages == ["en-GB"]
    assert document.core_properties.language == "en-GB"


def test_faces_are_those_that_every_word_has_with_others_to_take_instead() -> None:
    document = opened(of_words(300))
    assert document.styles.element.xpath("w:docDefaults//w:rFonts/@w:ascii") == ["Calibri"]
    with ZipFile(io.BytesIO(as_docx(of_words(300)))) as file:
        table = file.read("word/fontTable.xml").decode()
    assert '<w:font w:name="Calibri"><w:altName w:val="Carlito"/>' in table


def test_the_file_tells_neither_who_wrote_it_nor_when_but_in_the_letter() -> None:
    made = as_docx(of_words(300))
    properties = docx.Document(io.BytesIO(made)).core_properties
    assert properties.title == "Letter to The Rt Hon Afzal Khan MP"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created is None
    assert properties.modified is None
    with ZipFile(io.BytesIO(made)) as file:
        naming = [part for part in file.namelist() if "Ŵyn" in file.read(part).decode("latin-1")]
        with_name = [p for p in file.namelist() if "Ŵyn".encode() in file.read(p)]
        years = {datetime(*part.date_time).year for part in file.infolist()}  # noqa: DTZ001
    assert naming == []
    assert with_name == ["word/document.xml", "word/footer1.xml"]
    assert years == {1980}


def test_there_is_no_small_picture_of_another_document() -> None:
    with ZipFile(io.BytesIO(as_docx(of_words(40)))) as parts:
        assert [name for name in parts.namelist() if name.endswith((".jpeg", ".jpg", ".png"))] == []
        assert "thumbnail" not in parts.read("_rels/.rels").decode()


@pytest.mark.parametrize(("words", "least"), [(120, 17), (300, 13), (800, 17)])
def test_lines_are_as_high_in_any_face_and_closer_where_a_wider_one_would_need_a_page(
    words: int, least: int
) -> None:
    styles = opened(of_words(words)).styles
    form = styles["Body Text"].paragraph_format
    assert form.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert Pt(least) <= form.line_spacing < Pt(least + 1)


def test_lines_grow_with_taller_scripts() -> None:
    styles = opened(letter(ARABIC)).styles
    form = styles["Body Text"].paragraph_format
    assert form.line_spacing_rule == WD_LINE_SPACING.AT_LEAST


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert as_docx(of_words(300)) == as_docx(of_words(300))


def test_word_offers_the_letter_s_styles_and_no_hundred_others() -> None:
    names = {style.name for style in opened(of_words(40)).styles if style.type is PARAGRAPH}
    letters_own = {"Sender", "Date", "Recipient", "Salutation", "Closing", "Signature"}
    assert names == letters_own | {"Body Text", "Normal", "Header", "Footer"}


def test_markup_comes_out_as_typed() -> None:
    document = opened(letter(MARKUP, sender=(MARKUP, "M14 5TP"), name=MARKUP))
    assert [p.text for p in document.paragraphs].count(MARKUP) == 3


def test_arabic_is_marked_as_running_from_the_right_and_english_is_not() -> None:
    document = opened(
        letter(ARABIC, f"What I said to all of them is {ARABIC} in our own language.", name=ARABIC)
    )
    arabic, mixed = styled(document, "Body Text")
    assert arabic._p.xpath("w:pPr/w:bidi")
    assert not mixed._p.xpath("w:pPr/w:bidi")
    assert [(run.text, run.font.rtl) for run in mixed.runs] == [
        ("What I said to all of them is ", None),
        (ARABIC, True),
        (" in our own language.", None),
    ]
    (name,) = styled(document, "Signature")
    assert not name._p.xpath("w:pPr/w:bidi"), "under the close, whichever way it is read"


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=12))
def test_no_text_whatever_stops_a_document(typed: str, name: str) -> None:
    anyone = replace(letter(typed, sender=(name, typed), name=name), recipient=lines(name, typed))
    written = "\n".join(p.text for p in opened(anyone).paragraphs)
    assert clean(name) in written
    assert all(line in written for line in clean(typed).split("\n"))


def frame_of(paragraph: Paragraph) -> tuple[float, float, float]:
    """The left edge, top and width of a paragraph's frame, in millimetres from the page's edges."""
    (own,) = paragraph._p.xpath("w:pPr/w:framePr")
    assert paragraph.style
    (of_style,) = paragraph.style.element.xpath("w:pPr/w:framePr")
    assert dict(own.attrib) == dict(of_style.attrib)
    assert (own.get(qn("w:hAnchor")), own.get(qn("w:vAnchor"))) == ("page", "page")
    x, y, width = (int(own.get(qn(f"w:{name}"))) / TWIPS for name in "xyw")
    return x, y, width


def framed(paragraph: Paragraph) -> tuple[tuple[str, str], ...]:
    """All that its frame says: paragraphs that say the same share one."""
    (frame,) = paragraph._p.xpath("w:pPr/w:framePr")
    return tuple(sorted(frame.attrib.items()))


def line_height(paragraph: Paragraph) -> float:
    assert paragraph.style
    height = paragraph.style.paragraph_format.line_spacing
    return float(height.mm)


def near(one: int | None, other: int) -> bool:
    return one is not None and abs(one - other) < Mm(0.1)
