"""What a volunteer takes from the printer, read back: measures in millimetres from the top left."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

import pymupdf
import pytest
import segno
import zxingcpp

from letterwriter.campaigns.loading import load_campaign
from letterwriter.documents.pdf_files.pdf_merge import joined_pdf
from letterwriter.documents.qr import SiteTooLong, square
from letterwriter.letters.letter import Letter
from letterwriter.packs.pack import LabelSheet, Part, Poster
from letterwriter.packs.pack_pdf import jobs, letters_to_sign
from letterwriter.packs.postcards import MessageTooLong, make_postcards
from letterwriter.packs.posters import DESIGNS, make_poster
from letterwriter.packs.request import PackRequest, PackSource, pack_parts
from letterwriter.packs.testsheet import envelope_sheet
from letterwriter.packs.variations import Variations
from letterwriter.parliament.members import Seat
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.text.cleaning import clean
from tests.unit.documents.paper import MM, ink, read, sheets, squeezed, words_in

TODAY = date(2026, 11, 22)
SITE = "https://letters.example.org"
HAND = 8.5  # from ruled line to ruled line


@pytest.fixture(scope="module")
def source() -> PackSource:
    campaign = load_campaign(CAMPAIGNS / "restoring-order-and-control")
    return PackSource(campaign, load_parliament(DATA / "mps.csv", DATA / "offices.csv"), SITE)


@pytest.fixture(scope="module")
def letters(source: PackSource) -> tuple[Letter, ...]:
    """Sixty, so that all wordings of all suggested concerns are among them."""
    seat = source.parliament.named("Inverness, Skye and West Ross-shire")  # as long as they come
    assert seat is not None
    to = source.recipient(seat.constituency.code)
    return Variations(source.campaign, to, TODAY, Random(1)).letters_to_sign(60).letters


@pytest.fixture(scope="module")
def signed(letters: tuple[Letter, ...]) -> bytes:
    return letters_to_sign(letters)


def made(source: PackSource, *parts: Part, labels: LabelSheet = LabelSheet.L7163) -> bytes:
    table = PostcodeTable.load(DATA / "postcodes_constituencies.csv")
    sectors = table.index.in_districts(["M14", "M1"])
    request = PackRequest({"E14001353": 3, "E14001352": 3}, sectors, frozenset(parts), labels)
    return joined_pdf(
        (job() for job in jobs(pack_parts(request, source, TODAY, Random(1)))), "Pack"
    )


def page_of(pdf: bytes, number: int = 0) -> Any:
    return pymupdf.open(stream=pdf)[number]


def ruled(drawings: Iterable[dict[str, Any]], left: float, right: float) -> list[float]:
    """The heights of lines from one place to the other."""
    boxes = [drawing["rect"] for drawing in drawings]
    return [
        box.y0 / MM
        for box in boxes
        if abs(box.x0 / MM - left) < 0.5 and abs(box.x1 / MM - right) < 0.5 and box.height < 1
    ]


def test_every_letter_to_sign_stands_on_one_page(
    letters: tuple[Letter, ...], signed: bytes
) -> None:
    pages = sheets(signed)
    assert len(pages) == len(letters)
    for page, letter in zip(pages, letters, strict=True):
        text = squeezed("".join(word.text for word in page))
        assert all(squeezed(paragraph) in text for paragraph in letter.body)
        assert max(word.bottom for word in page) < 297 - 12


def test_only_the_mp_shows_in_the_envelopes_window(signed: bytes) -> None:
    for page in sheets(signed):
        seen = words_in(page, 24.6, 39.5, 24.6 + 95.4, 39.5 + 26.8)
        assert seen.endswith("House of Commons London SW1A 0AA")
        assert seen.count("Commons") == 1


def test_every_letter_leaves_at_least_five_lines_for_a_hand(signed: bytes) -> None:
    with pymupdf.open(stream=signed) as document:
        for page in document:
            lines = ruled(page.get_drawings(), 25, 190)
            assert len(lines) >= 5
            gaps = [b - a for a, b in pairwise(lines)]
            assert gaps == pytest.approx([HAND] * len(gaps), abs=0.1)


def test_ruled_lines_keep_clear_of_the_print(signed: bytes) -> None:
    with pymupdf.open(stream=signed) as document:
        for page, words in zip(document, sheets(signed), strict=True):
            for line in ruled(page.get_drawings(), 25, 190):
                assert not [w.text for w in words if w.top + 1.2 < line < w.bottom - 1.2]


def test_address_postcode_date_signature_and_name_are_asked_for(signed: bytes) -> None:
    for page in sheets(signed):
        assert words_in(page, 125, 28, 190, 90) == "My address Postcode Date"
        assert words_in(page, 20, 270, 200, 290) == "Signature Name, in capitals"


@pytest.mark.parametrize(
    ("sheet", "columns", "width", "edge"),
    [(LabelSheet.L7163, 2, 99.1, 4.65), (LabelSheet.L7160, 3, 63.5, 7.25)],
)
def test_every_address_stays_on_its_label(
    source: PackSource, sheet: LabelSheet, columns: int, width: float, edge: float
) -> None:
    (page,) = sheets(made(source, Part.LABELS, labels=sheet))
    found = 0
    for place in range(sheet.size):
        row, column = divmod(place, columns)
        left, top = edge + column * (width + 2.5), 15.15 + row * 38.1
        label = words_in(page, left + 4, top + 2, left + width - 4, top + 38.1 - 2)
        assert label in ("", *(" ".join(source.recipient(c).block) for c in MEMBERS))
        found += len(label.split())
    around = [word for word in page if word.bottom < 15.15]
    assert found + len(around) == len(page)
    how = "Print at “Actual size” or 100%, never “Fit to page”."
    assert " ".join(word.text for word in around) == f"Labels {sheet.upper()}. {how}"


MEMBERS = ("E14001353", "E14001352")


def test_the_sorting_sheet_tells_sectors_apart(source: PackSource) -> None:
    text = " ".join(word.text for page in sheets(made(source, Part.SORTING)) for word in page)
    assert "If unsure, look it up." in text
    assert "letters.example.org" in text
    assert "M14 4, 5 and 7 Manchester Rusholme" in text
    assert "Look it up: Manchester Withington (some), Manchester Rusholme (some)" in text
    assert "Manchester Withington Jeff Smith (no letters in this pack)" in text


def test_a_tally_s_row_holds_the_longest_names_and_room_for_strokes(source: PackSource) -> None:
    def length(seat: Seat) -> int:
        return len(seat.constituency.name + source.recipient(seat.constituency.code).member.name)

    seats = sorted(source.parliament, key=length)
    codes = [seat.constituency.code for seat in (*seats[-20:], *seats[:10])]
    request = PackRequest(dict.fromkeys(codes, 1), parts=frozenset({Part.TALLY}))
    (job,) = jobs(pack_parts(request, source, TODAY, Random(1)))
    with pymupdf.open(stream=job()) as document:
        for page, words in zip(document, sheets(job()), strict=True):
            boxes = [drawing["rect"] for drawing in page.get_drawings()]
            rules = sorted({round(box.y0 / MM, 1) for box in boxes if box.height < 1})
            for word in words:
                if word.text in ("Where", "Date"):  # stand on a line for a hand
                    continue
                assert not any(word.top + 1.2 < rule < word.bottom - 1.2 for rule in rules)
            assert all(b - a >= 20.9 for a, b in pairwise(rules) if b - a > 17)


def test_a_pack_in_many_parts_is_one_document_with_title_and_language(source: PackSource) -> None:
    with pymupdf.open(stream=made(source, *Part)) as document:
        assert document.metadata["title"] == "Pack"
        assert document.xref_get_key(document.pdf_catalog(), "Lang") == ("string", "en-GB")
        assert len(document) == 11


def test_all_that_is_measured_asks_to_be_printed_at_actual_size(source: PackSource) -> None:
    to = [source.recipient("E14001353")]
    what = Poster(clean("We Stand Together"), SITE, clean(""))
    for pdf in (made(source, *Part), make_postcards(to), make_poster(what), envelope_sheet()):
        with pymupdf.open(stream=pdf) as document:
            wish = document.xref_get_key(document.pdf_catalog(), "ViewerPreferences/PrintScaling")
            assert wish == ("name", "/None")


def test_the_same_pack_gives_the_same_bytes(source: PackSource) -> None:
    assert made(source, *Part) == made(source, *Part)


def test_nothing_of_a_pack_stands_where_printers_do_not_reach(source: PackSource) -> None:
    pdf = made(source, *Part)
    for number in range(11):
        left, top, right, bottom = ink(pdf, number)
        assert left > 4.5
        assert top > 4.5
        assert right < 205.5
        assert bottom < 292.5


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("size", ["a4", "a3"])
def test_posters_say_what_the_campaign_says(design: int, size: str) -> None:
    what = Poster(
        clean("Refugees are welcome in Llanfairpwllgwyngyll"), SITE, clean("Jo Bloggs, 1 High St")
    )
    pdf = make_poster(what, design, size)
    assert len(sheets(pdf)) == 1
    text = read(pdf)
    for words in (what.text, "letters.example.org", f"Promoted by {what.imprint}"):
        assert squeezed(words) in text


@pytest.mark.parametrize("design", DESIGNS)
def test_poster_words_are_large_and_stay_on_the_sheet(design: int) -> None:
    pdf = make_poster(Poster(clean("We Stand Together with Refugees"), SITE, clean("")), design)
    (words,) = sheets(pdf)
    assert max(word.bottom - word.top for word in words) > 18  # an inch or so from a distance
    assert min(word.left for word in words) > 8
    assert max(word.right for word in words) < 202


def test_the_code_on_a_poster_is_the_sites_address() -> None:
    matrix = [list(row) for row in segno.make_qr(SITE, error="q").matrix]
    page = page_of(make_poster(Poster(clean("We Stand Together"), SITE, clean("")), 1))
    left, top, wide = 10, 297 - 10 - 7 - 64, 64
    picture = page.get_pixmap(dpi=300, colorspace=pymupdf.csGRAY)
    module = wide / len(matrix)

    def dark(row: int, column: int) -> int:
        x = (left + (column + 0.5) * module) / 25.4 * 300
        y = (top + (row + 0.5) * module) / 25.4 * 300
        return int(picture.pixel(int(x), int(y))[0] < 128)

    seen = [[dark(row, column) for column in range(len(matrix))] for row in range(len(matrix))]
    assert seen == matrix


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("size", "least"), [("a4", 60), ("a3", 90)])
def test_the_code_is_large_has_white_round_it_and_can_be_read(
    design: int, size: str, least: int
) -> None:
    what = Poster(clean("We Stand Together with Refugees"), SITE, clean("Jo Bloggs, Leeds"))
    picture = page_of(make_poster(what, design, size)).get_pixmap(dpi=72, colorspace=pymupdf.csGRAY)
    pixels = memoryview(picture.samples).cast("B", (picture.height, picture.width))
    (code,) = zxingcpp.read_barcodes(pixels)
    assert code.text == SITE
    corner, opposite = code.position.top_left, code.position.bottom_right
    wide = (opposite.x - corner.x) / MM
    assert wide >= least - 0.5
    quiet = round(3.5 * wide / len(segno.make_qr(SITE, error="q").matrix) * MM)
    rows = range(corner.y - quiet, opposite.y + quiet)
    for x in (opposite.x + 2, opposite.x + quiet):
        assert all(picture.pixel(x, y)[0] > 200 for y in rows)
    for y in (rows[0], rows[-1]):
        assert all(picture.pixel(x, y)[0] > 200 for x in range(corner.x, opposite.x))


@pytest.mark.parametrize("words", ["Welcome", "Refugees are welcome in Llanfairpwllgwyngyll " * 3])
@pytest.mark.parametrize("design", DESIGNS)
def test_the_words_of_a_poster_stay_clear_of_its_code(design: int, words: str) -> None:
    (found,) = sheets(make_poster(Poster(clean(words), SITE, clean("Jo Bloggs, Leeds")), design))
    code_top = 297 - 10 - 7 - 64
    above = [word for word in found if word.top < code_top]
    assert squeezed("".join(word.text for word in above)) == squeezed(words)
    assert max(word.bottom for word in above) < code_top


def boxes(pdf: bytes) -> list[dict[str, tuple[float, ...]]]:
    """The boxes of each page: left, top, right and bottom, in millimetres."""
    with pymupdf.open(stream=pdf) as document:
        return [
            {
                "sheet": tuple(edge / MM for edge in page.mediabox),
                "bleed": tuple(edge / MM for edge in page.bleedbox),
                "trim": tuple(edge / MM for edge in page.trimbox),
            }
            for page in document
        ]


@pytest.mark.parametrize(("size", "trim"), [("a4", (210, 297)), ("a3", (297, 420))])
def test_a_poster_for_a_print_shop_says_where_to_cut(size: str, trim: tuple[float, ...]) -> None:
    what = Poster(clean("We Stand Together"), SITE, clean(""))
    pdf = make_poster(what, 1, size, bleed=True)
    (found,) = boxes(pdf)
    wide, high = trim
    assert found["trim"] == pytest.approx((10, 10, 10 + wide, 10 + high), abs=0.3)
    assert found["bleed"] == pytest.approx((7, 7, 13 + wide, 13 + high), abs=0.3)
    assert found["sheet"] == pytest.approx((0, 0, 20 + wide, 20 + high), abs=0.3)


def test_outside_a_cut_are_marks_alone_and_colour_that_runs_over_it() -> None:
    what = Poster(clean("We Stand Together"), SITE, clean("Jo Bloggs"))
    pdf = make_poster(what, 1, bleed=True)
    picture = page_of(pdf).get_pixmap(dpi=127, colorspace=pymupdf.csGRAY)  # five dots to a mm
    rows = [
        picture.samples[start : start + picture.width]
        for start in range(0, len(picture.samples), picture.stride)
    ]
    beyond = [row if not 34 <= y < 5 * 313 + 1 else row[:34] for y, row in enumerate(rows)]
    marks = sum(dot < 200 for row in beyond for dot in row)
    assert 50 < marks < 600  # a hair wide and 5 mm long, two at each corner
    assert rows[500][37] < 50, "the banner reaches over the left edge"
    assert rows[37][500] < 50, "and over the upper one"
    (words,) = sheets(pdf)
    assert all(word.left > 10 + 8 and word.right < 10 + 202 for word in words)


def test_postcards_for_a_print_shop_are_one_to_a_page(source: PackSource) -> None:
    to = [source.recipient(code) for code in MEMBERS]
    pdf = make_postcards(to, clean("Please speak up."), bleed=True)
    assert len(boxes(pdf)) == 2 * len(to)
    for found, words in zip(boxes(pdf), sheets(pdf), strict=True):
        assert found["trim"] == pytest.approx((10, 10, 158, 115), abs=0.1)
        assert all(word.left > 10 + 8 and word.right < 158 - 8 for word in words)
        assert sum(word.text in ("Dear", "Stamp") for word in words) == 1


def test_a_poster_without_an_address_has_no_code() -> None:
    assert square("") == ""
    assert not page_of(
        make_poster(Poster(clean("We Stand Together"), "", clean("")), 2)
    ).get_images()


def test_a_code_holds_504_bytes_and_no_more() -> None:
    site = "https://example.org/" + "x" * 484
    assert square(site).startswith("<svg")
    with pytest.raises(SiteTooLong):
        square(site + "x")


def test_four_postcards_lie_on_a_sheet_and_keep_clear_of_the_cuts(source: PackSource) -> None:
    to = [source.recipient(code) for code in MEMBERS]
    pages = sheets(
        make_postcards(to, clean("Please speak up for people like her."), clean("Jo Bloggs, Leeds"))
    )
    assert len(pages) == 4
    for page in pages:
        for word in page:
            assert word.right < 148.5 - 5 or word.left > 148.5 + 5
            assert word.bottom < 105 - 5 or word.top > 105 + 5
            assert word.left > 8
            assert word.right < 297 - 8
        assert sum(word.text in ("Dear", "Stamp") for word in page) == 4
    assert "Bloggs" not in read(make_postcards(to[:1], clean("Hello")))


def test_hardly_an_mp_s_name_is_in_two_lines_on_a_postcard(source: PackSource) -> None:
    codes = [seat.constituency.code for seat in source.parliament]
    to = {(one := source.recipient(code)).block[0]: one for code in codes}
    longest = sorted(to, key=len)[-12:]
    for name, page in zip(
        longest, sheets(make_postcards([to[n] for n in longest]))[1::2], strict=True
    ):
        address = [w for w in page if 74 < w.left < 148 and 40 < w.top < 100]
        first = [w.text for w in address if abs(w.top - min(a.top for a in address)) < 1]
        assert " ".join(first) == name


def test_a_postcard_without_a_message_has_lines_to_write_on(source: PackSource) -> None:
    page = page_of(make_postcards([source.recipient("E14001353")]))
    assert len(ruled(page.get_drawings(), 11, 137.5)) >= 2 * 5


@pytest.mark.parametrize(
    "message", ["x" * 300, "شكرا لكم " * 30, "ሰላም " * 70, "one\n" * 60, "#panic() *b* $x$ `c` \\"]
)
def test_any_message_of_300_characters_stays_on_the_card(source: PackSource, message: str) -> None:
    pdf = make_postcards([source.recipient("E14001353")], clean(message))
    front, _ = sheets(pdf)
    assert read(pdf).count(squeezed(message)) == 4 or "شكرا" in message
    signature = min(word.top for word in front if word.text == "Signature")
    words = [
        word for word in front if word.bottom < 105 and word.text not in ("Yours", "sincerely,")
    ]
    assert all(word.bottom <= signature for word in words if word.text != "Signature")


def test_a_longer_message_is_refused_with_its_length(source: PackSource) -> None:
    with pytest.raises(MessageTooLong) as refused:
        make_postcards([source.recipient("E14001353")], clean("x" * 301))
    assert refused.value.length == 301
