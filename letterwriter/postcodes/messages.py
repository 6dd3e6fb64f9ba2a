"""What a look-up found, in words: from ``templates/words/lookup.toml``."""

from letterwriter.files.messages import message
from letterwriter.parliament.addressee import in_sentence
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.lookup import Lookup


def lookup_message(lookup: Lookup, parliament: Parliament) -> str:
    """What a look-up found, or what is wrong with the postcode and how to fix it."""
    slots = {"postcode": str(lookup.postcode or ""), "district": lookup.district}
    slots["service"] = lookup.told_by
    if lookup.postcode:
        slots["sector"] = lookup.postcode.sector
    key = lookup.reason.value
    if lookup.constituency:
        seat = parliament[lookup.constituency]
        slots["constituency"] = in_sentence(seat.constituency.name)
        if seat.member:
            slots["mp"] = seat.member.name
        else:
            key = f"{key}-vacant"
    return message("lookup", key, **slots)
