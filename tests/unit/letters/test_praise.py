from typing import Any

import pytest

from letterwriter.files.messages import message
from letterwriter.letters.own_words import own_words
from letterwriter.letters.praise import Praise, praise
from tests.unit.letters.advised import PRAISED, letter


@pytest.mark.parametrize("case", PRAISED, ids=lambda case: case["title"])
def test_the_best_that_is_true_of_a_letter_is_said(case: dict[str, Any]) -> None:
    made = letter(**case)
    counted = own_words(made)
    found = praise(made, counted)
    assert (found or "") == case["praised"]
    if "words" in case and found:
        assert message("praise", found, own=str(counted.own)) == case["words"]


def test_every_praise_has_its_words_and_a_case() -> None:
    for one in Praise:
        assert message("praise", one, own="30").endswith(".")
    assert {case["praised"] for case in PRAISED} == {*Praise, ""}
