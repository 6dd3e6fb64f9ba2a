"""What a writer is offered to choose from: asks that fit the member, and concerns in some order.

Suggested concerns stand in another order for each visitor, so that not everybody who
takes the first two takes the same two. A number makes the order, since a number travels in
a field of a page; static/js/engine/drawn_order.js makes the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, TypeVar

from letterwriter.campaigns.campaign import Ask, Campaign, Concern
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Role

ORDERS: Final = 2**31  # numbers to draw from: far more than twelve concerns have orders

_T = TypeVar("_T")


def asks_for(
    campaign: Campaign,
    to: Addressee,
    today: date,
    concern_ids: Sequence[str] | None = None,
    *,
    sure: bool = False,
) -> tuple[Ask, ...]:
    """The asks that fit the addressee, those that grow from the concerns first.

    Where our list may lack the office that a member holds, those that fit a
    minister too come before the others; with ``sure`` the others are left
    out: nobody who could put it right sees a letter of a stack before it is sent.
    """
    fit = campaign.asks_on(today, to.role, concern_ids)
    if not to.office_unknown:
        return fit
    for_any = tuple(ask for ask in fit if Role.MINISTER in ask.roles)
    return for_any if sure else for_any + tuple(ask for ask in fit if ask not in for_any)


def in_drawn_order(items: Iterable[_T], number: int) -> tuple[_T, ...]:
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
