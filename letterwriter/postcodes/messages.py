"""What a look-up found, in words: from ``templates/words/lookup.toml``."""

from typing import Final

from letterwriter.files.messages import message
from letterwriter.parliament.addressee import in_sentence
from letterwriter.parliament.house_messages import absence
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.lookup import Lookup, Reason
from letterwriter.postcodes.postcode import District

_MOST_NAMED: Final = 4  # postcodes, of a text that has more than one
_MOST_DISTRICTS: Final = 10  # as many as took the place of an old one


def lookup_message(lookup: Lookup, parliament: Parliament) -> str:
    """What a look-up found, or what is wrong with the postcode and how to fix it."""
    slots = lookup_slots(lookup)
    if lookup.postcode:
        slots["sector"] = lookup.postcode.sector
    file, key = "lookup", lookup.reason.value
    if lookup.reason is Reason.DISTRICT_ONLY and len(lookup.candidates) == 1:
        key = "district-in-one"
    if lookup.constituency:
        seat = parliament[lookup.constituency]
        slots["constituency"] = in_sentence(seat.constituency.name)
        if seat.member:
            slots["mp"] = seat.member.name
        elif told := absence(parliament):
            file, key, slots["absence"] = "parliament", f"{key}-absent", told.said
        else:
            key = f"{key}-vacant"
    said = message(file, key, **slots)
    return said if lookup.as_typed else f"{read_message(lookup)} {said}"


def lookup_slots(lookup: Lookup) -> dict[str, str]:
    """What a sentence on a look-up may say of what was typed."""
    return {
        "postcode": str(lookup.postcode or ""),
        "district": lookup.district,
        "area": District(lookup.district).area if lookup.district else "",
        "service": lookup.told_by,
        "districts": ", ".join(lookup.districts[:_MOST_DISTRICTS]),
        "postcodes": ", ".join(map(str, lookup.several[:_MOST_NAMED])),
    }


def read_message(lookup: Lookup) -> str:
    """Which postcode or first half was read, where something else was typed; empty elsewhere."""
    read = str(lookup.postcode or lookup.district)
    return message("lookup", "read-as", postcode=read) if read and not lookup.as_typed else ""
