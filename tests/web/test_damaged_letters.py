"""Letters as no page of ours sends them: each gets a page, and the right one."""

from urllib.parse import urlencode

import pytest
from flask import Flask

from letterwriter.web.forms.letter_form import MOST_PARAGRAPHS
from letterwriter.web.wizard.letter import MOST_ADDED
from tests.web.raw import Answer, ask, safe
from tests.web.visitor import Visitor

Fields = list[tuple[str, str]]

PATHS = [
    "/find",
    "/letter.txt",
    "/letter.pdf",
    "/letter.docx",
    "/write",
]
LETTER = [
    ("constituency", "E14001353"),
    ("letter-constituency", "E14001353"),
    ("at", "letter"),
    ("go", "up:0"),
]
LETTER += [(f"letter-{name}", "Amina") for name in ("sender", "recipient", "salutation", "signed")]


def sent(app: Flask, path: str, fields: Fields) -> Answer:
    return safe(ask(app, path, "POST", urlencode([*LETTER, *fields]).encode()))


def paragraph(number: int | str = 0, **fields: str) -> Fields:
    whole = {"kind": "concern", "id": "thirty-months", "choice": "0.0.0", **fields}
    return [(f"letter-paragraphs-{number}-{name}", value) for name, value in whole.items()]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("kind", ["concern", "opening", "ask", "thanks", "own"])
def test_a_paragraph_that_has_lost_its_choice_is_told(app: Flask, path: str, kind: str) -> None:
    lost = [pair for pair in paragraph(kind=kind, text="Mine.") if "choice" not in pair[0]]
    assert sent(app, path, lost).status == 400


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("number", ["²", "9" * 5000, "1000", "٣", "-1", "x", "0.5", ""])
def test_a_paragraph_of_an_odd_number_is_told(app: Flask, path: str, number: str) -> None:
    assert sent(app, path, paragraph(number, text="Mine.")).status == 400


@pytest.mark.parametrize("path", PATHS)
def test_more_paragraphs_than_a_letter_can_have_are_refused(app: Flask, path: str) -> None:
    for number in (MOST_PARAGRAPHS + 1, 400):
        many = [pair for i in range(number) for pair in paragraph(i)]
        assert sent(app, path, many).status == 413


@pytest.mark.parametrize(
    "choice", ["", "²", "9" * 5000, "-1.-1.-1", "0", "0." * 400, "1,2", "99.99.99"]
)
@pytest.mark.parametrize("path", ["/write", "/letter.txt"])
def test_words_whose_choice_makes_no_sense_are_the_writers_own(
    app: Flask, path: str, choice: str
) -> None:
    answer = sent(app, path, paragraph(choice=choice, text="These are my words."))
    assert answer.status == 200
    assert "These are my words." in answer.text


def test_the_same_concern_is_written_about_once(app: Flask) -> None:
    fields = [("concerns", "thirty-months")] * 3 + [("ask", "write-for-me"), ("name", "Amina")]
    fields += [("constituency", "E14001353"), ("quick", ""), ("at", "reply"), ("go", "next")]
    answer = safe(ask(app, "/write", "POST", urlencode(fields).encode()))
    assert answer.text.count('value="concern"') == 1


def test_a_letter_that_grows_by_the_button_can_always_be_sent_on(visitor: Visitor) -> None:
    fields = [pair for i in range(MOST_ADDED - 1) for pair in paragraph(i, text="Mine.")]
    visitor.post("/write", [*LETTER, *fields])
    for _ in range(3):
        visitor.press("Add")
    assert len(visitor.paragraphs) == MOST_ADDED < MOST_PARAGRAPHS
    assert visitor.press("Send or print").answer.status_code == 200


@pytest.mark.parametrize("count", ["²", "9" * 5000, "1_0", "-1", "1e9", "0x1", "٣" * 5000, "NaN"])
def test_a_count_that_is_no_number_is_told_beside_its_field(app: Flask, count: str) -> None:
    fields = [("constituencies", "Manchester Rusholme"), ("parts", "letters")]
    fields += [("copies-E14001353", count), ("labels", "l7163"), ("design", "1")]
    answer = safe(ask(app, "/volunteers/pack.pdf", "POST", urlencode(fields).encode()))
    assert answer.status == 422
    assert "Type a whole number" in answer.text
