from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.domain.passage import Choice, Passage, fill, slots_of

PASSAGE = Passage((("A1.", "A2.", "A3."), ("B1 {place}.", "B2.", "B3 {council}."), ("C1.", "C2.")))
SLOTS = {"place": "Leeds"}


def test_slots_are_words_in_braces_and_nothing_else() -> None:
    assert slots_of("{place} has {leave-30.months} {Not this} {{place}} { place }") == {
        "place",
        "leave-30.months",
    }


def test_slots_are_filled_in_one_pass_so_that_a_value_is_never_read_as_a_slot() -> None:
    assert fill("In {place}.", {"place": "{council}", "council": "wrong"}) == "In {council}."


def test_a_slot_without_a_value_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(KeyError, match="place"):
        fill("In {place}.", {})


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
