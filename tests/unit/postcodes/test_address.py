"""What stands in a letter of an address, whatever was typed in its boxes."""

import re
from random import Random
from typing import Any

import pytest

from letterwriter.postcodes.typed.address import MOST_LINES, read_address
from letterwriter.text.cleaning import clean, clean_line
from tests.addresses import mixed
from tests.cases import cases


@pytest.mark.parametrize("case", cases("addresses"), ids=lambda case: case["address"])
def test_the_postcode_stands_once_and_last_and_the_rest_in_tidy_lines(case: dict[str, Any]) -> None:
    typed, box = clean(case["address"]), clean_line(case["box"])
    read = read_address(typed, box, case.get("name", ""), case.get("others", 1))
    assert (list(read.lines), read.postcode) == (case["lines"], case["postcode"])


@pytest.mark.parametrize("seed", range(5))
def test_what_was_tidied_once_stays_as_it_is(seed: int) -> None:
    for typed, box, name, others in mixed(Random(seed), 100):
        once = read_address(clean(typed), clean_line(box), name, others)
        again = read_address(clean("\n".join(once.lines)), once.postcode, name, others)
        assert again == once, (typed, box)


@pytest.mark.parametrize("seed", range(5))
def test_no_word_of_an_address_is_lost(seed: int) -> None:
    for typed, box, _, others in mixed(Random(seed), 100):
        read = read_address(clean(typed), clean_line(box), "", others)
        block = " ".join((*read.lines, read.postcode))
        for word in re.findall(r"(?:Rose|High|Platt|Moss|Flat|Brixton)\w* ?\w*", typed):
            assert word in block, (typed, box)
        assert len(read.lines) + bool(read.postcode) + others <= MOST_LINES
