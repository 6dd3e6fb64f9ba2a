"""From a form to a document, what was typed is cleaned as it comes in and never again."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from letterwriter.text.cleaning import clean
from letterwriter.web import bounded_work
from tests.web.visitor import Typed, Visitor
from tests.web.walking import asking, lettered

# Fields that are chosen or that our own pages fill in: ids, numbers, ticks and the buttons.
CHOSEN = (
    "at",
    "constituency",
    "prompts",
    "concerns",
    "ask",
    "layout",
    "quick",
    "chooses_ask",
    "order",
)
CHOSEN_ENDINGS = ("-constituency", "-kind", "-id", "-choice", "-removed")
ANSWERS: dict[str, Typed] = {
    "story-befriend": "I’ve met families at our drop-in\r\nevery Tuesday.",
    "name": "Zoë Łukasz",
    "address": "1 Tŷ Gwyn,\r\nManchester",
    "postcode": "M14 5TP",
    "email": "zoe@example.org",
    "phone": "07700 900123",
}


@contextmanager
def cleanings() -> Iterator[list[str]]:
    """Every text that enters the cleaning, whoever calls it."""
    entered: list[str] = []

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is clean.__code__ and frame.f_locals["text"]:
            entered.append(frame.f_locals["text"])

    sys.setprofile(watch)
    try:
        yield entered
    finally:
        sys.setprofile(None)


def about_to_be_sent(visitor: Visitor, where: str) -> Counter[str]:
    """The texts that the form of this button holds, chosen ones left out."""
    form = visitor.page.select(f'button[name=go][value="{where}"]')[0].find_parent("form")
    assert form
    return Counter(
        value
        for name, value in visitor._fields_of(form).items(multi=True)
        if value
        and name not in CHOSEN
        and not name.startswith("leadin-")
        and name != "reply_by_email"
        and not name.endswith(CHOSEN_ENDINGS)
    )


def in_this_process(_: str, make: Callable[[], Any], __: object) -> Any:
    return make()


@pytest.fixture
def written(visitor: Visitor) -> Visitor:
    """A visitor whose letter is made."""
    return lettered(visitor, **ANSWERS)


def test_each_field_is_cleaned_once_on_every_page(visitor: Visitor) -> None:
    asking(visitor)
    answers: dict[str, Typed] = {
        **ANSWERS,
        "prompts": ["befriend"],
        "ask": "write-for-me",
        "concerns": [],
    }
    while visitor.screen != "letter":
        typed = {name: answers[name] for name in visitor.asked if name in answers}
        sent = about_to_be_sent(visitor.fill(**typed), "next")
        with cleanings() as entered:
            visitor.go("next")
        assert Counter(entered) == sent, visitor.screen
    assert visitor.values("letter-sender")[0].startswith("Zoë Łukasz")


@pytest.mark.parametrize("button", ["Save as PDF", "Save for Word", "Save as plain text"])
def test_each_field_is_cleaned_once_on_the_way_to_a_document(
    written: Visitor, button: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_work, "done", in_this_process)
    written.press("Send or print").press("Print it")
    sent = about_to_be_sent(written, "done")
    assert sent["07700 900123"] == 1
    with cleanings() as entered:
        written.press(button)
    assert written.answer.status_code == 200
    assert Counter(entered) == sent


def test_a_letter_made_again_cleans_no_field_twice(written: Visitor) -> None:
    written.press("Back to my answers")
    sent = about_to_be_sent(written, "next")
    with cleanings() as entered:
        written.go("next")
    assert written.screen == "letter"
    assert Counter(entered) == sent
