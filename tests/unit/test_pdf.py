"""Letters on paper, read back from the PDF: geometry, pages, and what the file says of itself."""

import io
import subprocess
import sys
from dataclasses import replace

import pypdf
import pytest

from letterwriter.domain.letter import HOUSE_OF_COMMONS
from letterwriter.outputs.pdf import as_pdf, pages
from tests.unit.paper import ink, letter, of_words, prose, read, sheets, squeezed, words_in

LONG_SENDER = (
    "Dr Constance Featherstonehaugh-Cholmondeley",
    "Flat 1234, The Old Manufactory Buildings",
    "Upper Brook Street West",
    "Greater Manchester and the districts around Rusholme",
    "a.very.long.address.indeed@some-organisation.example.org.uk",
    "W" * 60,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Ynys Môn",
    "LL61 5UJ",
    "07700 900123",
)
LONG_RECIPIENT = (
    "The Rt Hon Dame Constance Featherstonehaugh-Cholmondeley DBE KC MP",
    "Member of Parliament for Inverness, Skye and West Ross-shire",
    "Parliamentary Under-Secretary of State",
    "Westminster",
    *HOUSE_OF_COMMONS,
)
CROWDED = replace(letter(prose(300), sender=LONG_SENDER), recipient=LONG_RECIPIENT)
OVERFULL = replace(
    letter(prose(40), sender=tuple(f"line {n}" for n in range(40))),
    recipient=tuple(f"line {n}" for n in range(20)),
    date="the second of March " * 20,
)
ENDLESS = letter("x" * 20_000, "W" * 61 + " " + "م" * 900)
WINDOW = (24.6, 39.5, 24.6 + 95.4, 39.5 + 26.8)
ALL_SORTS = {
    "short": of_words(40),
    "usual": of_words(300),
    "long": of_words(700),
    "crowded": CROWDED,
    "overfull": OVERFULL,
    "endless": ENDLESS,
}
every_sort = pytest.mark.parametrize("sort", list(ALL_SORTS))


@every_sort
def test_the_window_shows_the_recipient_and_nothing_else(sort: str) -> None:
    shown = words_in(sheets(as_pdf(ALL_SORTS[sort]))[0], *WINDOW)
    assert squeezed(shown) == squeezed("".join(ALL_SORTS[sort].recipient))


@every_sort
def test_the_recipient_stands_wholly_inside_the_window(sort: str) -> None:
    left, top, right, bottom = WINDOW
    block = [w for w in sheets(as_pdf(ALL_SORTS[sort]))[0] if w.left < 120 and w.top < 75]
    assert all(left <= w.left and w.right <= right for w in block)
    assert all(top <= w.top and w.bottom <= bottom for w in block)


@every_sort
def test_the_sender_stands_in_its_corner(sort: str) -> None:
    block = [w for w in sheets(as_pdf(ALL_SORTS[sort]))[0] if w.left > 120 and w.top < 94]
    assert squeezed("".join(w.text for w in block)) == squeezed("".join(ALL_SORTS[sort].sender))
    assert all(w.left >= 124.9 and w.right <= 190.1 for w in block)
    assert all(w.top >= 30 and w.bottom <= 95 for w in block)


@every_sort
def test_the_body_starts_95_mm_from_the_top(sort: str) -> None:
    first = next(w for w in sheets(as_pdf(ALL_SORTS[sort]))[0] if w.text == "Dear")
    assert 95 <= first.top <= 96


@every_sort
def test_nothing_is_printed_in_the_margins(sort: str) -> None:
    pdf = as_pdf(ALL_SORTS[sort])
    for page in range(len(sheets(pdf))):
        left, top, right, bottom = ink(pdf, page)
        assert left >= 15
        assert right <= 210 - 15
        assert top >= 5
        assert bottom <= 297 - 5


@every_sort
def test_every_letter_of_the_letter_is_printed(sort: str) -> None:
    part = ALL_SORTS[sort]
    printed = read(as_pdf(part))
    for text in (*part.sender, part.date, *part.recipient, part.name):
        assert squeezed(text) in printed
    assert printed.count("x") >= "".join(part.body).count("x")


@pytest.mark.parametrize("words", [60, 250, 300, 350])
def test_a_letter_of_ordinary_length_fits_one_page(words: int) -> None:
    assert pages(of_words(words, paragraphs=7)) == 1
    assert "of1" not in read(as_pdf(of_words(words, paragraphs=7)))


def test_a_long_letter_says_which_page_is_which() -> None:
    first, second = sheets(as_pdf(of_words(600)))
    assert words_in(first, 0, 280, 210, 297) == "Page 1 of 2"
    assert words_in(second, 0, 280, 210, 297) == "Page 2 of 2"


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


def test_the_body_is_set_in_12_points() -> None:
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(of_words(300))))
    sizes: set[float] = set()

    def note(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if "neighbour" in text:
            sizes.add(size)

    reader.pages[0].extract_text(visitor_text=note)
    assert sizes == {12.0}


def test_the_file_is_tagged_with_language_and_a_title_without_the_writer() -> None:
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(of_words(300))))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == "Letter to The Rt Hon Afzal Khan MP"
    assert reader.metadata.author is None
    assert "Wyn" not in str(dict(reader.metadata))


def test_the_same_letter_gives_the_same_bytes_and_no_date_of_making() -> None:
    assert as_pdf(of_words(300)) == as_pdf(of_words(300))
    assert b"CreationDate" not in as_pdf(of_words(300))


def test_the_pages_of_the_site_start_without_loading_typst() -> None:
    program = (
        "import sys, letterwriter.outputs.pdf, letterwriter.outputs.press;"
        "sys.exit(bool({'typst', 'fontTools'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
