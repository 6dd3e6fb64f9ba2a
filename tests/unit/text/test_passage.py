import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.text.passage import Choice, Passage, fill, slots_of

CASES = json.loads((Path(__file__).parents[2] / "shared" / "passages.json").read_text("utf-8"))
PASSAGE = Passage(tuple(tuple(wordings) for wordings in CASES["sentences"]))
SLOTS = CASES["slots"]


@pytest.mark.parametrize("case", CASES["slots_of"])
def test_slots_are_words_in_braces_and_nothing_else(case: dict[str, Any]) -> None:
    assert slots_of(case["wording"]) == set(case["slots"])


@pytest.mark.parametrize("case", CASES["fill"])
def test_slots_are_filled_in_one_pass_and_one_without_a_value_is_an_error(
    case: dict[str, Any],
) -> None:
    if case["filled"] is None:
        with pytest.raises(KeyError):
            fill(case["wording"], case["slots"])
    else:
        assert fill(case["wording"], case["slots"]) == case["filled"]


@pytest.mark.parametrize("case", CASES["render"])
def test_a_choice_is_a_paragraph_or_an_error(case: dict[str, Any]) -> None:
    choice = tuple(case["choice"])
    if case["text"] is None:
        with pytest.raises((KeyError, ValueError)):
            PASSAGE.render(choice, SLOTS)
    else:
        assert PASSAGE.render(choice, SLOTS) == case["text"]
        assert PASSAGE.can_say(choice, SLOTS)


@pytest.mark.parametrize("case", CASES["another"])
def test_another_way_goes_on_as_a_clocks_hands_do(case: dict[str, Any]) -> None:
    choice = tuple(case["from"])
    for expected in case["then"]:
        choice = PASSAGE.another(choice, SLOTS)
        assert choice == tuple(expected)


def test_a_wording_whose_slots_have_no_value_cannot_be_said() -> None:
    assert not PASSAGE.can_say((0, 2, 0), SLOTS)


def test_wordings_whose_slots_have_no_value_are_never_picked() -> None:
    picked = {PASSAGE.pick(Random(seed), SLOTS)[1] for seed in range(50)}
    assert picked == {0, 1}


def test_the_same_random_picks_the_same_wordings() -> None:
    assert PASSAGE.pick(Random(7), SLOTS) == PASSAGE.pick(Random(7), SLOTS)


def test_another_way_changes_every_sentence() -> None:
    before = PASSAGE.render((0, 0, 0), SLOTS).split()
    after = PASSAGE.render(PASSAGE.another((0, 0, 0), SLOTS), SLOTS).split()
    assert before[0] != after[0]
    assert before[1:3] != after[1:2]


def test_another_way_comes_round_only_after_several_steps() -> None:
    choice: Choice = (0, 0, 0)
    seen = []
    for _ in range(6):
        seen.append(choice)
        choice = PASSAGE.another(choice, SLOTS)
    assert len(set(seen)) == 6


@given(st.lists(st.integers(0, 99), min_size=3, max_size=3))
def test_a_choice_that_a_browser_made_up_still_renders(choice: list[int]) -> None:
    full = SLOTS | {"council": "Leeds"}
    assert PASSAGE.render(tuple(choice), full)
    assert PASSAGE.another(tuple(choice), full)
