"""Asks that a reader could not make sense of where they stand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from letterwriter.campaigns.campaign import Ask
from letterwriter.campaigns.lint.asks import FEWEST_FIRST, check_asks
from letterwriter.campaigns.loading import load_campaign
from letterwriter.text.passage import Passage

EXAMPLE = load_campaign(Path(__file__).parents[2] / "example_campaign")
SEND, DEBATE, RAISE, LEANING = EXAMPLE.asks


def faults(*asks: Ask) -> Iterator[str]:
    return map(str, check_asks(replace(EXAMPLE, asks=asks)))


def asking(ask: Ask, first: str) -> Ask:
    """The ask with another first wording."""
    (wordings,) = ask.passage.sentences
    return replace(ask, passage=Passage(((first, *wordings[1:]),)))


def test_those_of_the_example_make_sense() -> None:
    assert list(faults(*EXAMPLE.asks)) == []


@pytest.mark.parametrize(
    ("wording", "leans"),
    [
        ("Will you vote against this change?", "this"),
        ("Will you back those people?", "those"),
        ("Would you support such a rule?", "such a"),
        ("Would you support such an end?", "such an"),
        ("Will you do the same?", "the same"),
        ("Will you press for MPs to do so?", "do so"),
    ],
)
def test_an_ask_that_may_stand_alone_names_its_subject(wording: str, leans: str) -> None:
    (fault,) = faults(asking(SEND, wording))
    assert fault.startswith(
        f'asks.toml: ask write-for-me, sentence 1, wording 1: says "{leans}", and nothing before'
    )


@pytest.mark.parametrize(
    "wording",
    [
        "Will you send this letter to the minister?",
        "Will this government help the buses?",
        "Would you put these points to the minister?",
        "Will you ask the House for a debate on buses?",
    ],
)
def test_what_a_letter_is_sure_to_hold_may_be_pointed_at(wording: str) -> None:
    assert list(faults(asking(SEND, wording))) == []


def test_an_ask_that_is_only_offered_with_its_concern_may_lean_on_it() -> None:
    assert any("this" in wording for wording in LEANING.passage.sentences[0])
    assert list(faults(LEANING)) == []
    assert any('says "this"' in fault for fault in faults(replace(LEANING, whole=True)))


def test_an_ask_names_concerns_that_are_there() -> None:
    (fault,) = faults(replace(DEBATE, concern_ids=("last-bus", "first-bus")))
    assert fault == (
        'asks.toml: ask debate, concerns: names the concern "first-bus", which has no file'
    )


@pytest.mark.parametrize("concerns", [(), ("first-bus",)])
def test_an_ask_that_leans_needs_a_concern_that_brings_it(concerns: tuple[str, ...]) -> None:
    found = list(faults(replace(LEANING, concern_ids=concerns)))
    assert any("bring-it-about, whole: is false, and no concern brings it" in f for f in found)


def with_wordings(ask: Ask, number: int) -> Ask:
    return replace(ask, passage=Passage((ask.passage.sentences[0][:number],)))


def test_the_first_ask_that_fits_a_role_needs_the_most_wordings() -> None:
    few = with_wordings(SEND, FEWEST_FIRST - 1)
    (fault,) = faults(few)
    assert fault == (
        "asks.toml: ask write-for-me, sentences: comes first for a role and has 9 wordings; "
        "write 10"
    )
    assert list(faults(with_wordings(SEND, FEWEST_FIRST))) == []


def test_an_ask_that_comes_first_for_nobody_may_have_fewer() -> None:
    few = with_wordings(DEBATE, FEWEST_FIRST - 1)
    assert list(faults(SEND, few)) == []
    assert [fault.partition(",")[0] for fault in faults(few, SEND)] == ["asks.toml: ask debate"]


def test_the_same_wording_twice_counts_once() -> None:
    (wordings,) = with_wordings(SEND, FEWEST_FIRST - 1).passage.sentences
    twice = replace(SEND, passage=Passage(((*wordings, wordings[0]),)))
    assert any("has 9 wordings" in fault for fault in faults(twice))
