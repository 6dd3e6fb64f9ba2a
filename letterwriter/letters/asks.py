"""What can be asked of one member, in the order in which it is offered."""

from collections.abc import Sequence
from datetime import date

from letterwriter.campaigns.campaign import Ask, Campaign
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Role


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
