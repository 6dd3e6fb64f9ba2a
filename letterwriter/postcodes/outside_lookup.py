"""A second opinion on a postcode that our own table does not decide, from another's service."""

from dataclasses import replace
from enum import StrEnum
from typing import Final

from letterwriter.parliament.members import Country, Parliament
from letterwriter.postcodes.lookup import Lookup, Reason, Status
from letterwriter.postcodes.postcode import Territory


class Silence(StrEnum):
    """Why there is no second opinion; the words for each are in ``templates/words/lookup.toml``."""

    UNKNOWN = "opinion-unknown"  # the service does not know the postcode either
    FAILED = "opinion-failed"  # it was asked, and said nothing that can be relied on
    NOT_ASKED = "opinion-not-asked"  # it keeps failing, or many ask at once: no postcode was sent


_UNDECIDED: Final = {
    Reason.UNKNOWN_UNIT,
    Reason.SPLIT_SECTOR,
    Reason.UNKNOWN_SECTOR,
    Reason.NORTHERN_IRELAND,
}


def worth_asking(lookup: Lookup) -> bool:
    """Whether a service that knows more postcodes could decide it: there is a whole one to ask."""
    return lookup.postcode is not None and lookup.reason in _UNDECIDED


def second_opinion(
    lookup: Lookup, code: str, service: str, parliament: Parliament
) -> Lookup | None:
    """The look-up as another's service decides it; None where its code cannot be right.

    It must be a constituency that we know, and in Northern Ireland only for a postcode there.
    """
    if lookup.postcode is None or code not in parliament:
        return None
    northern = parliament[code].constituency.country is Country.NORTHERN_IRELAND
    if northern != (lookup.postcode.territory is Territory.NORTHERN_IRELAND):
        return None
    return replace(
        lookup,
        status=Status.FOUND,
        reason=Reason.SECOND_OPINION,
        constituency=code,
        candidates=(),
        told_by=service,
    )
