"""How alike two texts are, and how alike the letters of a crowd with the same choices."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import ascii_letters, digits, punctuation
from typing import Any
from zlib import crc32

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.role_passage import RolePassage
from letterwriter.letters.simulation import Simulation, Spread, choices, load_stories
from letterwriter.letters.survey import CASES, SIXTY_WORDS, Case, Survey
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.text.passage import Passage
from letterwriter.text.shingles import WINDOW, dice, fingerprint, likeness

SHARED = tomllib.loads(
    (Path(__file__).parents[2] / "shared" / "distinctness.toml").read_text("utf-8")
)
TODAY = date(2026, 11, 22)
OURS = load_campaign(CAMPAIGNS / "restoring-order-and-control")
STORIES = load_stories(DATA / "simulated_stories.txt")

texts = st.text(ascii_letters + digits + punctuation + " \n" + "éèŵ", max_size=600)


@pytest.mark.parametrize("case", SHARED["case"], ids=lambda case: case["name"])
def test_fingerprints_that_the_browser_shares(case: dict[str, Any]) -> None:
    assert sorted(fingerprint(case["text"])) == case["marks"]


def test_likeness_that_the_browser_shares() -> None:
    for one, other, score in SHARED["likeness"]:
        assert likeness(SHARED["case"][one]["text"], SHARED["case"][other]["text"]) == score


@given(texts)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert likeness(text, text) == 1


@given(texts, texts)
def test_the_score_is_symmetric_and_between_nothing_and_one(one: str, other: str) -> None:
    score = likeness(one, other)
    assert score == likeness(other, one)
    assert 0 <= score <= 1


@given(st.text("abcdefghijklm", min_size=1, max_size=600), st.text("nopqrstuvwxyz", max_size=600))
def test_texts_that_share_no_letter_have_nothing_in_common(one: str, other: str) -> None:
    assert likeness(one, other) == 0


@given(texts)
def test_case_spaces_and_punctuation_make_no_difference(text: str) -> None:
    changed = "  ,".join(text.upper()) + "..."
    assert likeness(text, changed) == 1


@given(texts)
def test_what_is_kept_is_windows_with_four_low_bits_of_zero_or_the_whole_text(text: str) -> None:
    plain = "".join(filter(str.isalnum, text.lower())).encode()
    windows = {crc32(plain[i : i + WINDOW]) for i in range(len(plain) - WINDOW + 1)}
    kept = fingerprint(text)
    ends_in_zeros = {mark for mark in kept if mark % 16 == 0}
    assert (ends_in_zeros == kept and kept <= windows) or kept == {crc32(plain)}


@given(texts)
def test_windows_that_are_kept_do_not_overlap(text: str) -> None:
    plain = "".join(filter(str.isalnum, text.lower())).encode()
    assert len(fingerprint(text)) <= max(1, len(plain) // WINDOW)


@given(st.text(ascii_letters, min_size=1, max_size=31), st.text(ascii_letters, max_size=31))
def test_texts_too_short_for_a_window_are_the_same_or_have_nothing_in_common(
    one: str, other: str
) -> None:
    assume(one.lower() != other.lower())
    assert likeness(one, other) == 0
    assert likeness(one, one.upper()) == 1


def test_half_of_a_letter_in_common_scores_about_a_half() -> None:
    ours, mine, yours = (" ".join(STORIES[i : i + 60])[:9000] for i in (0, 60, 120))
    assert likeness(f"{ours} {mine}", f"{ours} {yours}") == pytest.approx(0.5, abs=0.1)


def test_dice_counts_what_is_shared_twice_over_all() -> None:
    assert dice(frozenset({1, 2, 3}), frozenset({2, 3, 4, 5, 6})) == 0.5


def test_a_spread_tells_percentiles() -> None:
    assert Spread.of([score / 100 for score in range(101)]) == Spread(0.50, 0.95, 0.99)


def test_there_are_enough_different_stories_of_plain_lengths() -> None:
    lengths = [len(story.split()) for story in STORIES]
    assert len(set(STORIES)) == len(STORIES) >= 200
    assert min(lengths) >= 20
    assert max(lengths) <= 120
    assert sum(length in SIXTY_WORDS for length in lengths) >= 100


def test_each_pair_of_concerns_is_a_choice() -> None:
    concerns = len(OURS.concerns_on(TODAY))
    assert len(choices(OURS, TODAY)) == concerns * (concerns - 1) / 2


def test_the_same_seed_gives_the_same_letters_and_another_seed_others() -> None:
    chosen = choices(OURS, TODAY)[0]
    scores = [Simulation(OURS, TODAY, STORIES, seed).scores(chosen, 30) for seed in (1, 1, 2)]
    assert scores[0] == scores[1] != scores[2]


def test_writers_who_drew_the_same_story_are_not_compared() -> None:
    assert Simulation(OURS, TODAY, STORIES[:1], 1).scores(choices(OURS, TODAY)[0], 30) == []


def test_stories_make_letters_less_alike() -> None:
    concerns = tuple(replace(c, passage=_in_one_way(c.passage)) for c in OURS.concerns)
    plain = replace(OURS, concerns=concerns)
    chosen = choices(plain, TODAY)[0]
    with_stories = Spread.of(Simulation(plain, TODAY, STORIES, 1).scores(chosen, 200))
    without = Spread.of(Simulation(plain, TODAY, (), 1).scores(chosen, 200))
    assert with_stories.p95 < without.p95


def _in_one_way(passage: RolePassage) -> RolePassage:
    return RolePassage(Passage(tuple(sentence[:1] for sentence in passage.usual.sentences)))


@pytest.mark.slow
@pytest.mark.parametrize("case", [CASES[0], CASES[-1]], ids=lambda case: case.name)
def test_our_letters_are_as_distinct_as_they_should_be(case: Case) -> None:
    survey = Survey(OURS, TODAY, case, STORIES, seed=1)
    for _ in survey.steps(writers=200):
        pass
    assert list(survey.missed()) == []


def test_the_worst_choice_decides() -> None:
    few = replace(OURS, concerns=OURS.concerns[:4])
    strict = Case("no story", range(0), Spread(1.0, 0.0, 1.0))
    survey = Survey(few, TODAY, strict, STORIES, seed=1)
    assert len(list(survey.steps(writers=50))) == survey.length == 6 + 5
    missed = list(survey.missed())
    assert {percentile for _, percentile, _, _ in missed} == {"p95"}
    worst = max(missed, key=lambda miss: miss[2])
    assert worst[0] == survey.worst_choice()
    assert worst[2] > survey.all.median
