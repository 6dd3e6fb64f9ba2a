"""What a window envelope shows of a letter, and what stands where, read back from the PDF.

The measures are written out here, in millimetres, not taken from the program.
"""

from dataclasses import replace
from datetime import date
from itertools import groupby
from random import Random

import pytest

from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.paper import Layout
from letterwriter.documents.pdf import as_pdf
from letterwriter.letters.answers import Answers, Sender
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Letter
from letterwriter.parliament.addressee import Addressee, addressee
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.postcodes.postcode import Postcode, parse_postcode
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.unit.documents.letters_of_all_sorts import ALL_SORTS
from tests.unit.documents.paper import Word, ink, of_words, read, sheets, squeezed, words_in

WINDOWS = {
    Layout.C5: (24.6, 39.5, 24.6 + 95.4, 39.5 + 26.8),
    Layout.DL: (20, 55, 100, 79),
}
PLAY = 11  # mm that a sheet of 99 mm can slide up and down in an envelope of 110 mm

every_sort = pytest.mark.parametrize("sort", list(ALL_SORTS))
both_layouts = pytest.mark.parametrize("layout", list(Layout))


def first_page(sort: str, layout: Layout) -> list[Word]:
    return sheets(as_pdf(ALL_SORTS[sort], layout))[0]


@both_layouts
@every_sort
def test_the_window_shows_the_recipient_and_nothing_else(sort: str, layout: Layout) -> None:
    shown = words_in(first_page(sort, layout), *WINDOWS[layout])
    assert squeezed(shown) == squeezed("".join(ALL_SORTS[sort].recipient))


@both_layouts
@every_sort
def test_the_recipient_stands_wholly_inside_the_window(sort: str, layout: Layout) -> None:
    left, top, right, bottom = WINDOWS[layout]
    reach = [w for w in first_page(sort, layout) if w.left < 120 and w.bottom > top - 5]
    block = [w for w in reach if w.top < bottom]
    assert all(left <= w.left and w.right <= right for w in block)
    assert all(top <= w.top and w.bottom <= bottom for w in block)


@every_sort
def test_a_long_envelope_shows_nothing_else_however_the_sheet_slides(sort: str) -> None:
    _, top, right, bottom = WINDOWS[Layout.DL]
    shown = words_in(first_page(sort, Layout.DL), 0, top - PLAY, right + 10, bottom + PLAY)
    assert squeezed(shown) == squeezed("".join(ALL_SORTS[sort].recipient))


@both_layouts
@every_sort
def test_the_sender_stands_in_its_corner_with_the_date_below(sort: str, layout: Layout) -> None:
    part = ALL_SORTS[sort]
    block = [w for w in first_page(sort, layout) if w.left > 120 and w.top < 94]
    words = squeezed("".join(w.text for w in block))
    assert words == squeezed("".join((*part.sender, part.date)))
    assert all(w.left >= 124.9 and w.right <= 190.1 for w in block)
    assert all(w.top >= 30 and w.bottom <= 95 for w in block)


@both_layouts
@every_sort
def test_nothing_but_the_recipient_stands_left_of_the_sender(sort: str, layout: Layout) -> None:
    above = [w for w in first_page(sort, layout) if w.left < 124.9 and w.top < 95]
    assert squeezed("".join(w.text for w in above)) == squeezed("".join(ALL_SORTS[sort].recipient))


@both_layouts
@pytest.mark.parametrize("written", ["2 March 2026", "Wednesday the thirtieth of September " * 3])
@pytest.mark.parametrize("name", ["Jo", "Constance Featherstonehaugh-Cholmondeley of Rusholme"])
def test_the_date_stands_under_the_sender_a_line_below(
    name: str, written: str, layout: Layout
) -> None:
    part = replace(of_words(300), date=clean(written), sender=lines(name, "M14 5TP"))
    column = [w for w in sheets(as_pdf(part, layout))[0] if w.left > 120 and w.top < 94]
    postcode = next(w for w in column if w.text == "5TP")
    dated = column[column.index(postcode) + 1 :]
    assert " ".join(w.text for w in dated) == part.date
    assert all(w.left >= 124.9 and w.bottom <= 95 for w in dated)
    assert 3 < dated[0].top - postcode.bottom < 8


@both_layouts
@every_sort
def test_the_body_starts_95_mm_from_the_top(sort: str, layout: Layout) -> None:
    first = next(w for w in first_page(sort, layout) if w.text == "Dear")
    assert 95 <= first.top <= 96


@both_layouts
@every_sort
def test_nothing_is_printed_in_the_margins(sort: str, layout: Layout) -> None:
    pdf = as_pdf(ALL_SORTS[sort], layout)
    for page in range(len(sheets(pdf))):
        left, top, right, bottom = ink(pdf, page)
        assert left >= 15
        assert right <= 210 - 15
        assert top >= 5
        assert bottom <= 297 - 5


@both_layouts
@every_sort
def test_every_letter_of_the_letter_is_printed(sort: str, layout: Layout) -> None:
    part = ALL_SORTS[sort]
    printed = read(as_pdf(part, layout))
    for text in (*part.sender, part.date, *part.recipient, part.name):
        assert squeezed(text) in printed
    assert printed.count("x") >= "".join(part.body).count("x")


@pytest.mark.parametrize("words", [60, 300, 350])
def test_both_layouts_have_room_for_the_same_letter(words: int) -> None:
    part = of_words(words, paragraphs=7)
    assert [len(sheets(as_pdf(part, layout))) for layout in Layout] == [1, 1]


def everyone() -> list[Addressee]:
    parliament = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    return [to for seat in parliament if (to := addressee(seat, parliament))]


def letter_to(to: Addressee) -> Letter:
    campaign = load_campaign(CAMPAIGNS / "restoring-order-and-control")
    answers = Answers(Sender(clean("Siân Ŵyn"), lines("12 Heald Place"), clean("M14 5TP")))
    return Composer(campaign, to, date(2026, 11, 22)).assemble(answers, Random(1))


def test_every_member_s_address_has_three_to_seven_lines_and_ends_with_a_postcode() -> None:
    blocks = [to.block for to in everyone()]
    assert len(blocks) > 600
    assert all(3 <= len(block) <= 7 for block in blocks)
    assert all(isinstance(parse_postcode(block[-1]), Postcode) for block in blocks)


@both_layouts
def test_the_longest_names_and_places_of_all_come_into_the_window(layout: Layout) -> None:
    by_name = sorted(everyone(), key=lambda to: len(to.member.envelope_name))
    by_place = sorted(everyone(), key=lambda to: len(to.constituency.name))
    for to in (*by_name[-6:], *by_place[-6:]):
        sheet = sheets(as_pdf(letter_to(to), layout))[0]
        left, top, right, bottom = WINDOWS[layout]
        block = [w for w in sheet if left <= w.left < right and top <= w.top < bottom]
        lines = [" ".join(w.text for w in line) for _, line in groupby(block, lambda w: w.top)]
        assert " ".join(lines) == " ".join(to.block)
        assert isinstance(parse_postcode(lines[-1]), Postcode)


def test_a_long_constituency_s_name_is_printed_whole_in_the_opening() -> None:
    name = "Inverness, Skye and West Ross-shire"
    (to,) = (to for to in everyone() if to.constituency.name == name)
    assert squeezed(name) in read(as_pdf(letter_to(to)))


def test_without_a_recipient_the_window_is_empty() -> None:
    nobody = replace(of_words(40), recipient=())
    for layout in Layout:
        assert words_in(sheets(as_pdf(nobody, layout))[0], *WINDOWS[layout]) == ""
