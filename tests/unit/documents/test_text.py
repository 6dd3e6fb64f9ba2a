from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.documents.text import as_text, email_body
from letterwriter.letters.letter import Kind, Paragraph
from letterwriter.text.cleaning import clean
from tests.unit.documents.shared_letters import LETTER_CASES, letter_of

LETTER = letter_of({})


@pytest.mark.parametrize("case", LETTER_CASES, ids=lambda case: str(case["name"]))
def test_a_letter_as_text_and_as_an_email(case: dict[str, Any]) -> None:
    letter = letter_of(case.get("with", {}))
    assert as_text(letter) == case["text"]
    assert email_body(letter) == case["email"]


@given(st.text("abאب1{}\\#<>%$ \n\t\r", min_size=1, max_size=80))
def test_a_writers_words_stand_in_the_text_as_typed(typed: str) -> None:
    text = as_text(replace(LETTER, paragraphs=(Paragraph(Kind.STORY, clean(typed)),)))
    assert f"Khan,{squeezed(typed)}Yours" in squeezed(text)
    assert "\r" not in text
    assert not any(line.endswith(" ") for line in text.split("\n"))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def squeezed(text: str) -> str:
    return "".join(text.split())
