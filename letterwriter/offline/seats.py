"""The bundle's parts about places: how postcodes look, and who sits for which seat.

Plain data that becomes JSON as it is. The engine in static/js/engine/ reads it:
postcode_rules.js the rules, seats.js the seats.
"""

from typing import Any

from letterwriter.parliament.addressee import place_slots
from letterwriter.parliament.contacts import Contact
from letterwriter.parliament.house_messages import party_told
from letterwriter.parliament.members import Member, Parliament, Role, Seat
from letterwriter.parliament.names.everyday_names import everyday_names
from letterwriter.postcodes.postcode import TERRITORIES
from letterwriter.postcodes.typed import plain_words
from letterwriter.postcodes.typed.old_districts import old_districts
from letterwriter.postcodes.typed.rules import AREAS, LETTERED, UNIT_LETTERS, WITH_DISTRICT_0


def rules() -> dict[str, Any]:
    """Which halves of postcodes can be or were once, and which areas are not in Great Britain."""
    return {
        "areas": sorted(AREAS),
        "with_district_0": sorted(WITH_DISTRICT_0),
        "lettered": dict(LETTERED),
        "unit_letters": UNIT_LETTERS,
        "territories": {area: territory.value for area, territory in TERRITORIES.items()},
        "words": {
            "like_inward": sorted(plain_words.LIKE_INWARD),
            "before_a_number": sorted(plain_words.BEFORE_A_NUMBER),
            "motorway": sorted(plain_words.MOTORWAY),
            "of_a_district": sorted(plain_words.OF_A_DISTRICT),
        },
        "old_districts": {old: list(new) for old, new in old_districts().items()},
    }


def seats(parliament: Parliament) -> list[dict[str, Any]]:
    """Every seat with its member, or with None for one while it is vacant."""
    return [_seat(seat, parliament) for seat in parliament]


def home_secretary(parliament: Parliament) -> dict[str, Any] | None:
    """The Home Secretary's seat, to which letters go while another is vacant; None without one."""
    seat = parliament.holder(Role.HOME_SECRETARY)
    return _seat(seat, parliament) if seat else None


def _seat(seat: Seat, parliament: Parliament) -> dict[str, Any]:
    place = seat.constituency
    return {
        "code": place.code,
        "name": place.name,
        "welsh": place.welsh_name,
        "everyday": list(everyday_names(place.name)),
        "councils": list(place.councils),
        "country": place.country.value,
        "as_of": seat.as_of.isoformat(),
        "role": seat.role.value,
        "slots": place_slots(place),
        "member": _member(seat.member, parliament) if seat.member else None,
    }


def _member(member: Member, parliament: Parliament) -> dict[str, Any]:
    return {
        "id": member.member_id,
        "name": member.name,
        "party": member.party,
        "party_told": party_told(member),
        "email": member.email,
        "role": member.role.value,
        "salutation": member.salutation,
        "envelope": member.envelope_name,
        "offices": [office.title for office in member.offices],
        "perhaps_minister": parliament.perhaps_minister(member),
        **({"contacts": [_contact(each) for each in member.contacts]} if member.contacts else {}),
    }


def _contact(contact: Contact) -> dict[str, Any]:
    """Only what is published: of 650 members every empty field would weigh something."""
    held = {
        "kind": contact.kind.value,
        "lines": [*contact.lines, contact.postcode] if contact.postcode else [*contact.lines],
        "phone": contact.phone,
        "email": contact.email,
        "as_of": contact.as_of.isoformat(),
    }
    return {key: value for key, value in held.items() if value}
