from typing import Any

import pytest

from letterwriter.domain.advice import Advice, advise
from letterwriter.domain.own_words import own_words
from letterwriter.domain.topic import Topic
from letterwriter.sources.words import advice_words
from tests.unit.advised import CASES, letter


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_writer_is_told_what_is_worth_pointing_out_and_no_more(case: dict[str, Any]) -> None:
    advice = advise(letter(**case))
    assert [item.topic for item in advice] == case["told"]
    for item in advice:
        assert item.paragraph == case.get("paragraph", item.paragraph)
        assert item.found == case.get("found", item.found)
        places = [[f.start, f.end] for f in item.findings]
        assert places == case.get("places", places)
        assert advice_words(item) == case.get("words", advice_words(item))


def test_every_topic_has_its_words_and_a_case() -> None:
    for topic in Topic:
        assert advice_words(Advice(topic)).endswith((".", "?"))
    of_letters = {"empty", "no-address", "no-postcode", "too-long", "no-story", "few-own-words"}
    assert of_letters <= {topic for case in CASES for topic in case["told"]}


def test_words_counted_before_need_not_be_counted_again() -> None:
    short = letter(only=[{"text": "A few words."}])
    assert advise(short, own_words(short)) == advise(short)
