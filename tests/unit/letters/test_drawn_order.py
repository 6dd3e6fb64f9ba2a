"""The order in which suggested concerns stand: another one for each visitor."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from letterwriter.campaigns.campaign import Concern
from letterwriter.campaigns.loading import load_campaign
from letterwriter.letters.offered import ORDERS, in_drawn_order, suggested_first

EXAMPLE = load_campaign(Path(__file__).parents[2] / "example_campaign")
NUMBERS = st.integers(0, ORDERS - 1)


@given(items=st.lists(st.integers(), max_size=12), number=NUMBERS)
def test_every_item_is_there_once(items: list[int], number: int) -> None:
    assert sorted(in_drawn_order(items, number)) == sorted(items)


def test_all_orders_of_three_come_up_and_each_as_often() -> None:
    drawn = [in_drawn_order("abc", number) for number in range(12)]
    assert {order: drawn.count(order) for order in drawn} == dict.fromkeys(permutations("abc"), 2)


def test_number_0_gives_the_order_of_the_campaign() -> None:
    assert in_drawn_order("abcdefghijkl", 0) == tuple("abcdefghijkl")


def test_the_same_number_gives_the_same_order() -> None:
    assert in_drawn_order("abc", 5) == in_drawn_order("abc", 5) == ("c", "b", "a")


def concerns(suggested: str, others: str = "") -> tuple[Concern, ...]:
    """Concerns named by a letter each, in the order of the alphabet."""
    one = EXAMPLE.concerns[0]
    named = sorted(suggested + others)
    return tuple(replace(one, id=letter, suggested=letter in suggested) for letter in named)


def ids(drawn: Iterable[Concern]) -> str:
    return "".join(concern.id for concern in drawn)


@given(number=NUMBERS)
def test_suggested_concerns_are_drawn_and_the_others_keep_their_order(number: int) -> None:
    drawn = ids(suggested_first(concerns("bde", "ac"), number))
    assert sorted(drawn[:3]) == ["b", "d", "e"]
    assert drawn[3:] == "ac"


def test_every_two_of_the_suggested_come_first_for_some_visitor() -> None:
    found = {ids(suggested_first(concerns("abcd"), number))[:2] for number in range(24)}
    assert found == {"".join(pair) for pair in permutations("abcd", 2)}
