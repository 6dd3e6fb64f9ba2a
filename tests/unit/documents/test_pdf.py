"""Letters on paper, read back from the PDF: pages, type, and what the file says of itself."""

import io
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from letterwriter.documents.pdf import as_pdf, pages
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.unit.documents.letters_of_all_sorts import ALL_SORTS
from tests.unit.documents.paper import (
    INVISIBLE,
    embedded_fonts,
    letter,
    of_words,
    prose,
    read,
    read_aloud,
    sheets,
    squeezed,
    words_in,
)


@pytest.mark.parametrize("words", [60, 250, 300, 350])
def test_a_letter_of_ordinary_length_fits_one_page(words: int) -> None:
    assert pages(of_words(words, paragraphs=7)) == 1
    assert "of1" not in read(as_pdf(of_words(words, paragraphs=7)))


ADDRESS = "https://www.example.org/a-page-of-some-length/with?questions=and&more=names@end.example"
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"


def test_long_words_break_after_their_signs_and_are_copied_as_typed() -> None:
    pdf = as_pdf(letter(f"See {ADDRESS}.", WORD * 3, sender=("Amina", WORD, ADDRESS, "M14 5TP")))
    text = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert not set(INVISIBLE) & set(text)
    joined = "".join(text.split())
    for typed in (f"See{ADDRESS}.", WORD * 3, f"Amina{WORD}{ADDRESS}M145TP"):
        assert typed in joined
    pieces = [line for line in text.split("\n") if len(line) > 5 and line in ADDRESS]
    assert len(pieces) > 2
    assert all(line[-1] in "/-?&@." or ADDRESS.endswith(line) for line in pieces)


MP = "The Rt Hon Afzal Khan MP"


def test_a_long_letter_says_whose_page_is_which() -> None:
    first, second = sheets(as_pdf(of_words(600)))
    assert words_in(first, 0, 280, 210, 297) == "Page 1 of 2"
    assert words_in(second, 0, 280, 210, 297) == f"Siân Ŵyn to {MP}, page 2 of 2"


def test_every_page_of_many_is_numbered() -> None:
    pdf = as_pdf(ALL_SORTS["endless"])
    last = len(sheets(pdf))
    assert last > 3
    assert words_in(sheets(pdf)[0], 0, 286, 210, 297) == f"Page 1 of {last}"
    for number, sheet in enumerate(sheets(pdf)[1:], 2):
        foot = f"Siân Ŵyn to {MP}, page {number} of {last}"
        assert words_in(sheet, 0, 286, 210, 297) == foot


def test_a_letter_of_one_page_has_nothing_at_its_foot() -> None:
    (sheet,) = sheets(as_pdf(of_words(60)))
    assert words_in(sheet, 0, 280, 210, 297) == ""


@pytest.mark.parametrize(
    ("name", "to", "foot"),
    [
        ("", MP, f"Letter to {MP}, page 2 of 2"),
        ("Amina", "", "Amina to my MP, page 2 of 2"),
        ("", "", "Page 2 of 2"),
        ("{pages} #x", "A {number} MP", "{pages} #x to A {number} MP, page 2 of 2"),
        ("Wilhelmina " * 12, MP * 3, f"{'Wilhelmina ' * 12}to {MP * 3}, page 2 of 2"),
    ],
)
def test_the_foot_is_one_line_whoever_writes_to_whomever(name: str, to: str, foot: str) -> None:
    part = replace(of_words(600), name=clean(name), recipient=lines(to) if to else ())
    _, second = sheets(as_pdf(part))
    assert words_in(second, 0, 280, 210, 297) == foot
    below = [word for word in second if word.top > 280]
    assert all(word.left >= 24.9 and word.right <= 190.1 and word.bottom < 292 for word in below)


def test_the_pages_are_counted_without_making_the_pdf() -> None:
    for words in (50, 500, 1_100):
        assert pages(of_words(words)) == len(sheets(as_pdf(of_words(words))))


@pytest.mark.parametrize("last", [3, 40, 130, 260])
def test_the_close_never_stands_alone_on_a_page(last: int) -> None:
    # Every length at which the end of the letter may meet the end of the page.
    for before in range(260, 480, 9):
        *_, sheet = sheets(as_pdf(letter(prose(before // 2), prose(before // 2), prose(last))))
        close = next(w for w in sheet if w.text == "Yours")
        name = next(w for w in reversed(sheet) if w.text == "Siân")
        assert name.top - close.bottom > 12, "no room to sign"
        assert [w for w in sheet if w.bottom <= close.top and w.top > 15], "nothing above the close"


def test_there_is_room_to_sign() -> None:
    (sheet,) = sheets(as_pdf(of_words(200)))
    close = next(w for w in sheet if w.text == "Yours")
    name = next(w for w in reversed(sheet) if w.text == "Siân")
    assert name.top - close.bottom >= 18


def test_no_paragraph_leaves_one_line_alone_at_a_page_s_end_or_start() -> None:
    for words in range(400, 520, 7):
        first, second = sheets(as_pdf(letter(*(f"A{prose(60)}" for _ in range(words // 60)), "Z")))
        lines = sorted({round(w.top) for w in first if 95 < w.top < 280})
        starts = {round(w.top) for w in first if w.text.startswith("A")}
        assert lines[-1] not in starts, "an orphan"
        top = min(w.top for w in second)
        above = [w for w in second if w.top < top + 1]
        below = [w for w in second if top + 4 < w.top < top + 8]
        assert above
        assert below, "a widow"


@pytest.mark.parametrize("sort", ["short", "usual", "long"])
def test_the_body_is_set_in_12_points(sort: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(ALL_SORTS[sort])))
    sizes: set[float] = set()

    def note(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if "neighbour" in text:
            sizes.add(size)

    reader.pages[0].extract_text(visitor_text=note)
    assert sizes == {12.0}


def test_the_text_s_face_is_inside_the_file() -> None:
    (face,) = embedded_fonts(as_pdf(of_words(300)))
    assert "SourceSans3" in face


def test_the_file_is_tagged_with_language_and_a_title_without_the_writer() -> None:
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(of_words(300))))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"] == {"/DisplayDocTitle": True, "/PrintScaling": "/None"}
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == "Letter to The Rt Hon Afzal Khan MP"
    assert reader.metadata.author is None
    assert "Wyn" not in str(dict(reader.metadata))


@pytest.mark.parametrize("sort", ["short", "usual", "crowded", "overfull"])
def test_sender_date_and_recipient_are_a_paragraph_each_for_screen_readers(sort: str) -> None:
    part = ALL_SORTS[sort]
    sender, dated, recipient, greeting, *body, close, name = read_aloud(as_pdf(part))
    assert sender == squeezed("".join(part.sender))
    assert dated == squeezed(part.date)
    assert recipient == squeezed("".join(part.recipient))
    assert greeting == "DearAfzalKhan,"
    assert body == [squeezed(text) for text in part.body]
    assert (close, name) == ("Yourssincerely,", "SiânŴyn")


def test_the_same_letter_gives_the_same_bytes_and_no_date_of_making() -> None:
    assert as_pdf(of_words(300)) == as_pdf(of_words(300))
    assert b"CreationDate" not in as_pdf(of_words(300))


def test_the_pages_of_the_site_start_without_loading_typst_or_word() -> None:
    program = (
        "import sys, letterwriter.documents.pdf, letterwriter.web;"
        "sys.exit(bool({'docx', 'typst', 'fontTools'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
