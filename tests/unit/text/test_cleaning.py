import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.text.cleaning import clean, clean_line

CASES = json.loads((Path(__file__).parents[2] / "shared" / "cleaning.json").read_text("utf-8"))


@pytest.mark.parametrize("text", CASES["ordinary"])
def test_ordinary_text_stays_exactly_as_typed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("case", CASES["mended"])
def test_what_harms_is_taken_out(case: dict[str, str]) -> None:
    assert clean(case["typed"]) == case["kept"]


@pytest.mark.parametrize("case", CASES["lines"])
def test_a_line_of_its_own_holds_no_line_ends(case: dict[str, str]) -> None:
    assert clean_line(case["typed"]) == case["kept"]


def test_halves_of_a_character_that_come_apart_are_joined() -> None:
    assert clean("a \ud83d" + "\ude00 whole") == "a 😀 whole"  # JSON cannot say this


@given(st.text("Aeé\u0301\u0591\u200c\u200d\u200f\u212aش क\u094d", max_size=30))
def test_joiners_and_marks_are_taken_out_once_for_all(text: str) -> None:
    assert clean(clean(text)) == clean(text)


ANYTHING = st.text(st.characters(), max_size=60)  # lone surrogates and all


@given(ANYTHING)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(ANYTHING)
def test_clean_text_can_be_written_anywhere(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) == "Cc" for c in cleaned if c != "\n")
    assert "\n\n\n" not in cleaned


@given(st.text("abc {}<>#$\\*_`é世'\"", max_size=60))
def test_no_visible_character_is_ever_lost(text: str) -> None:
    assert clean(text) == text.strip()
