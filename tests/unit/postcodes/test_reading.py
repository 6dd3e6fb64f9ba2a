from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.postcodes.postcode import NotAPostcode, Postcode
from letterwriter.postcodes.typed.reading import read_postcodes
from letterwriter.postcodes.typed.rules import INWARD, OUTWARD
from tests.cases import cases

postcodes = st.builds(Postcode, st.sampled_from(sorted(OUTWARD)), st.sampled_from(sorted(INWARD)))
words = st.text("abcdefgh \n,.()", max_size=30)


def read(text: str) -> list[str]:
    try:
        return [str(place) for place in read_postcodes(text)]
    except NotAPostcode:
        return []


@pytest.mark.parametrize("case", cases("postcodes")["texts"], ids=lambda case: ascii(case)[:60])
def test_the_postcodes_of_a_text_are_found(case: dict[str, Any]) -> None:
    assert read(case["typed"]) == case["read"]


@given(postcodes, words, words)
def test_words_round_a_postcode_change_nothing(postcode: Postcode, before: str, after: str) -> None:
    assert read(f"{before}\n{postcode}, {after}") == [str(postcode)]


@given(st.one_of(st.text(), st.text("MIOoi0145TP -.,+\u200b\0\u041c", max_size=30)))
def test_any_text_is_read_or_has_a_mistake(text: str) -> None:
    found = read(text)
    assert len(set(found)) == len(found)
