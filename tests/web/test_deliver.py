"""The letter on paper, from the page of ways to send it: Word, envelopes, the test sheet."""

import io
from datetime import date
from email import message_from_bytes
from email.policy import default

import docx
import pymupdf
import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from letterwriter.packs.testsheet import envelope_sheet
from letterwriter.text.passage import fill
from letterwriter.web import create_app
from letterwriter.web.bounded_work import LETTERS
from letterwriter.web.settings import Settings
from tests.unit.documents.paper import sheets, words_in
from tests.unit.letters.golden import campaign
from tests.web.places import all_taken
from tests.web.visitor import Visitor
from tests.web.walking import sending

STORY = "I meet families at our drop-in every Tuesday."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def at_the_end(visitor: Visitor) -> Visitor:
    return sending(visitor, "Print it", **{"story-befriend": STORY}, address="")


def window_of_a_long_envelope(pdf: bytes) -> str:
    return words_in(sheets(pdf)[0], 20, 67, 100, 79)  # below what C5 uses


def test_a_long_word_may_break_after_its_signs_and_nothing_is_put_in(visitor: Visitor) -> None:
    address = "https://www.example.org/a<b>page/with?questions&more@end.example"
    sending(visitor, "Print it", **{"story-befriend": address})
    (sheet,) = [each for each in visitor.page.select(".sheet-paragraph") if address in each.text]
    page = BeautifulSoup(visitor.answer.text, "html.parser")  # as it came, with these
    (same,) = [each for each in page.select(".sheet-paragraph") if each.text == sheet.text]
    assert len(same.select("wbr")) == 9


def test_word_s_document_has_the_letter_in_a_file_whose_name_tells_nothing(
    visitor: Visitor,
) -> None:
    at_the_end(visitor).press("Save for Word")
    assert visitor.answer.content_type == WORD
    disposition = visitor.answer.headers["Content-Disposition"]
    assert disposition == 'attachment; filename="letter-to-my-mp.docx"'
    assert visitor.answer.headers["Cache-Control"] == "no-store"
    written = [p.text for p in docx.Document(io.BytesIO(visitor.answer.data)).paragraphs]
    assert STORY in written
    assert written[0] == written[-1] == "Amina Yusuf"


def test_a_draft_email_goes_to_the_mp_with_the_letter_in_it(visitor: Visitor) -> None:
    at_the_end(visitor).press("Back").press("Email it").press("Save it as a draft email")
    disposition = visitor.answer.headers["Content-Disposition"]
    assert disposition == 'attachment; filename="letter-to-my-mp.eml"'
    draft = message_from_bytes(visitor.answer.data, policy=default)
    assert draft["To"] == "afzal.khan.mp@parliament.uk"
    slots = {"constituency": "Manchester Rusholme", "topic": campaign().concerns[0].topic}
    assert campaign().concerns[0].id == "thirty-months"  # the first that was chosen
    assert draft["Subject"] in {fill(subject, slots) for subject in campaign().subjects}
    assert STORY in draft.get_content()


def test_the_envelope_is_c5_unless_the_long_one_is_chosen(visitor: Visitor) -> None:
    at_the_end(visitor)
    assert visitor.values("layout") == ["c5"]
    page = visitor.page
    assert window_of_a_long_envelope(visitor.press("Save as PDF").answer.data) == ""
    visitor.page = page
    long = visitor.fill(layout="dl").press("Save as PDF").answer.data
    assert window_of_a_long_envelope(long).endswith("SW1A 0AA")


def test_the_envelope_is_chosen_for_word_too(visitor: Visitor) -> None:
    at_the_end(visitor).fill(layout="dl").press("Save for Word")
    document = docx.Document(io.BytesIO(visitor.answer.data))
    assert document.styles.element.xpath("w:style[w:name/@w:val='Recipient']//@w:y") == ["3192"]


@pytest.mark.parametrize("layout", ["a3", "", "C5"])
def test_an_envelope_that_nobody_knows_is_taken_for_the_usual(
    visitor: Visitor, layout: str
) -> None:
    at_the_end(visitor).fill(layout=layout).press("Save as PDF")
    assert visitor.answer.status_code == 200
    assert window_of_a_long_envelope(visitor.answer.data) == ""


def test_the_test_sheet_is_linked_beside_the_choice_and_opens(visitor: Visitor) -> None:
    at_the_end(visitor)
    link = visitor.page.find("a", string="Check your envelopes")
    assert link is not None
    visitor.open(str(link["href"]))
    assert visitor.answer.content_type == "application/pdf"
    assert visitor.answer.data == envelope_sheet()
    with pymupdf.open(stream=visitor.answer.data) as document:
        assert "Do your envelopes fit?" in document[0].get_text()


@pytest.mark.parametrize("path", ["/letter.docx", "/letter.pdf"])
def test_a_request_without_a_letter_is_refused(client: FlaskClient, path: str) -> None:
    assert client.post(path, data={"layout": "dl"}).status_code == 400


def test_documents_for_word_count_as_pdfs_do() -> None:
    app = create_app(Settings(today=date(2026, 11, 22), pdfs_a_minute=2))
    visitor = at_the_end(Visitor(app.test_client()))
    page, statuses = visitor.page, []
    for button in ("Save as PDF", "Save for Word", "Save for Word"):
        visitor.page = page
        statuses.append(visitor.press(button).answer.status_code)
    assert statuses == [200, 200, 429]


def test_a_busy_press_says_so_to_whoever_wants_word_too(app: Flask, visitor: Visitor) -> None:
    at_the_end(visitor)
    with all_taken(app, LETTERS):
        visitor.press("Save for Word")
    assert visitor.answer.status_code == 503
    assert "Your letter is still there" in visitor.text
