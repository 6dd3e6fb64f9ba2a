from typing import Any

import pytest

from letterwriter.files.messages import message
from letterwriter.letters.advice import advise
from letterwriter.letters.detectors import Topic
from letterwriter.letters.own_words import own_words
from tests.unit.letters.advised import CASES, letter


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_writer_is_told_what_is_worth_pointing_out_and_no_more(case: dict[str, Any]) -> None:
    advice = advise(letter(**case))
    assert [item.topic for item in advice] == case["told"]
    for item in advice:
        assert item.paragraph == case.get("paragraph", item.paragraph)
        assert item.found == case.get("found", item.found)
        places = [[f.start, f.end] for f in item.findings]
        assert places == case.get("places", places)
        told = message("advice", item.topic, found=item.found)
        assert told == case.get("words", told)


def test_every_topic_has_its_words_and_a_case() -> None:
    for topic in Topic:
        assert message("advice", topic, found="").endswith((".", "?"))
    of_letters = {"empty", "no-address", "no-postcode", "too-long", "no-story", "few-own-words"}
    assert of_letters <= {topic for case in CASES for topic in case["told"]}


def test_an_address_elsewhere_is_told_after_its_postcode_and_before_what_is_nice_to_have() -> None:
    short = letter(only=[{"text": "A few words."}])
    told = advise(short, elsewhere="SW9 9SZ is in one; this letter goes to the MP for another")
    assert [item.topic for item in told] == [Topic.OTHER_CONSTITUENCY, Topic.FEW_OWN_WORDS]
    said = message("advice", told[0].topic, found=told[0].found)
    assert said.startswith("SW9 9SZ is in one; this letter goes to the MP for another. MPs answer")


def test_words_counted_before_need_not_be_counted_again() -> None:
    short = letter(only=[{"text": "A few words."}])
    assert advise(short, own_words(short)) == advise(short)
