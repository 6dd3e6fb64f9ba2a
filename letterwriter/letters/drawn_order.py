"""The order in which suggested concerns stand: another one for each visitor.

So that not everybody who takes the first two takes the same two. A number makes the
order, since a number travels in a field of a page; static/js/engine/drawn_order.js
makes the same.
"""

from collections.abc import Iterable
from typing import Final, TypeVar

from letterwriter.campaigns.campaign import Concern

ORDERS: Final = 2**31  # numbers to draw from: far more than twelve concerns have orders

T = TypeVar("T")


def in_drawn_order(items: Iterable[T], number: int) -> tuple[T, ...]:
    """The items in the order that a number from 0 to ``ORDERS`` - 1 stands for."""
    left, order = list(items), []
    while left:
        number, place = divmod(number, len(left))
        order.append(left.pop(place))
    return tuple(order)


def suggested_first(concerns: Iterable[Concern], number: int) -> tuple[Concern, ...]:
    """The suggested concerns in a drawn order, and then the others in the campaign's."""
    concerns = tuple(concerns)
    suggested = in_drawn_order((c for c in concerns if c.suggested), number)
    return suggested + tuple(concern for concern in concerns if not concern.suggested)
