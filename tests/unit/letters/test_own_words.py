import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.letters.own_words import count_own, own_words
from letterwriter.text.cleaning import clean
from letterwriter.text.word_split import words_of
from tests.unit.letters.test_composer import ANSWERS, made

CASES = json.loads((Path(__file__).parents[2] / "shared" / "own_words.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases_that_the_browser_shares(case: dict[str, Any]) -> None:
    counted = count_own(case["texts"], case["templates"])
    assert (counted.own, counted.total, counted.percent) == (
        case["own"],
        case["total"],
        case["percent"],
    )


def test_why_a_concern_matters_is_the_writers_own() -> None:
    plain = made()
    because = made(replace(ANSWERS, whys={"twenty-years": clean("My neighbour waits")}))
    assert own_words(because).own == own_words(plain).own + 3
    assert own_words(because).total == own_words(plain).total + 3


@given(st.lists(st.text()), st.lists(st.text()))
def test_the_share_is_never_below_nothing_or_above_everything(
    texts: list[str], templates: list[str]
) -> None:
    counted = count_own(texts, templates)
    assert 0 <= counted.own <= counted.total
    assert 0 <= counted.percent <= 100


@given(st.text())
def test_a_text_is_never_its_own_when_it_is_the_template(text: str) -> None:
    counted = count_own([text], [text])
    assert counted.own == (0 if len(words_of(text)) >= 3 else len(words_of(text)))
