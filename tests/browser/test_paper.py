"""What comes out of a printer from the two pages that hold a letter."""

from typing import Any

import pymupdf
import pytest
from playwright.sync_api import Page

from letterwriter.documents.pdf_files.paper_check import check_paper
from tests.browser.journey import STORY
from tests.browser.wizard import Wizard

pytestmark = pytest.mark.browser

open_pdf: Any = pymupdf.open  # untyped in some versions

MM = 72 / 25.4  # points
A4 = (210, 297)
# The C5 window that the recipient's block shows through, in mm from the sheet's corner.
WINDOW = (24.6, 39.5, 24.6 + 95.4, 39.5 + 26.8)
SENDER = (125, 30, 125 + 65, 30 + 65)
BODY = 95
RECIPIENT = ("Afzal Khan MP", "House of Commons", "London", "SW1A 0AA")
NOT_THE_LETTER = (
    *("Letterwriter", "Print or send", "Save as", "Another way", "Take out", "Greeting"),
    *("Your own words", "Keep my draft", "By email", "What happens next", "Privacy"),
)
LONG = "I have lived on this street for forty years and I have seen many people come. " * 15

Place = tuple[float, float, float, float]
Line = tuple[str, Place]


def printed(page: Page) -> list[list[Line]]:
    """The printed sheets: on each its lines, with their places in mm."""
    made = page.pdf(prefer_css_page_size=True)
    with open_pdf(stream=made) as document:
        for sheet in document:
            assert (round(sheet.rect.width / MM), round(sheet.rect.height / MM)) == A4
        return [lines_on(sheet) for sheet in document]


def lines_on(sheet: Any) -> list[Line]:
    found = []
    for block in sheet.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            words = "".join(span["text"] for span in line["spans"]).strip()
            if words:
                left, top, right, bottom = (point / MM for point in line["bbox"])
                found.append((words, (left, top, right, bottom)))
    return found


def words_of(lines: list[Line]) -> str:
    return " ".join(words for words, _ in lines)


def inside(place: Place, box: Place, slack: float = 0.5) -> bool:
    return (
        place[0] >= box[0] - slack
        and place[1] >= box[1] - slack
        and place[2] <= box[2] + slack
        and place[3] <= box[3] + slack
    )


@pytest.fixture(params=["letter", "send"])
def paper(request: pytest.FixtureRequest, home: Wizard) -> Wizard:
    """Each of the two screens, with an ordinary letter on it."""
    return home.letter() if request.param == "letter" else home.send()


def test_the_printed_page_passes_the_check_of_a_letter_s_pdf(paper: Wizard) -> None:
    assert check_paper(paper.page.pdf(prefer_css_page_size=True)).faults == ()


def test_the_card_for_a_meeting_prints_alone_and_holds_nobody_s_address(home: Wizard) -> None:
    home.send().press("Print it").press("What happens next").on("done").press("Meet your MP")
    [lines] = printed(home.on("meet").page)
    words = words_of(lines)
    assert words.startswith("My meeting with Afzal Khan When and where: What I want to say")
    assert STORY in words
    for other in ("1 High Street", "Yours sincerely", "How to reach", "Print the card", "Back"):
        assert other not in words


def test_the_printed_page_is_the_letter_and_nothing_else(paper: Wizard) -> None:
    [lines] = printed(paper.page)
    words = words_of(lines)
    assert STORY in words
    assert words.count("Yours sincerely,") == 1
    assert words.count("Dear Afzal Khan,") == 1
    assert not [part for part in NOT_THE_LETTER if part in words]
    assert all(left >= 20 and right <= 190 for _, (left, _, right, _) in lines)


def test_the_recipient_shows_through_the_window_and_nothing_else_does(paper: Wizard) -> None:
    [lines] = printed(paper.page)
    in_window = [words for words, place in lines if inside(place, WINDOW)]
    assert tuple(in_window) == RECIPIENT
    crossing = [words for words, place in lines if crosses(place, WINDOW)]
    assert tuple(crossing) == RECIPIENT


def crosses(place: Place, box: Place) -> bool:
    return place[0] < box[2] and place[2] > box[0] and place[1] < box[3] and place[3] > box[1]


def test_the_sender_stands_at_the_right_and_the_body_begins_at_95_mm(paper: Wizard) -> None:
    [lines] = printed(paper.page)
    places = dict(lines)
    for words in ("Amina Yusuf", "1 High Street", "Manchester", "M14 5TP", "22 November 2026"):
        first = next(place for line, place in lines if line == words)
        assert inside(first, SENDER, slack=1), (words, first)
    assert abs(places["Dear Afzal Khan,"][1] - BODY) <= 2


def test_a_long_letter_takes_two_sheets_and_its_close_is_not_alone(home: Wizard) -> None:
    sheets = printed(home.send(LONG).page)
    assert len(sheets) == 2
    assert "Yours sincerely," in words_of(sheets[1])
    before_close = [words for words, _ in sheets[1]].index("Yours sincerely,")
    assert before_close >= 2
    tops = [top for lines in sheets for _, (_, top, _, _) in lines]
    bottoms = [bottom for lines in sheets for _, (_, _, _, bottom) in lines]
    assert min(tops) >= 14
    assert max(bottoms) <= 283


def test_dark_screens_print_black_on_white(home: Wizard) -> None:
    home.page.emulate_media(color_scheme="dark")
    with open_pdf(stream=home.send().page.pdf()) as document:
        colours = {
            span["color"]
            for block in document[0].get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        }
        corner = document[0].get_pixmap(clip=(0, 0, 20, 20)).pixel(5, 5)
    assert colours == {0}
    assert corner == (255, 255, 255)
