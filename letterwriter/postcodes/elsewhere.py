"""An address that lies in another constituency than the one whose MP a letter goes to."""

from collections.abc import Iterable

from letterwriter.files.messages import message
from letterwriter.parliament.addressee import in_sentence
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.lookup import PostcodeSource
from letterwriter.postcodes.postcode import NotAPostcode, Postcode
from letterwriter.postcodes.typed.reading import read_postcodes


def elsewhere(
    lines: Iterable[str], code: str, table: PostcodeSource, parliament: Parliament
) -> str:
    """That the one postcode of an address is known to lie elsewhere, in words that name both.

    Empty where it lies there, where nothing is known of it, and while the seat has no MP.
    """
    place = _only_postcode("\n".join(lines))
    found = table.find(place) if place else None
    if found is None or found == code or found not in parliament or code not in parliament:
        return ""
    if parliament[code].member is None:
        return ""
    return message(
        "lookup",
        "elsewhere",
        postcode=str(place),
        constituency=in_sentence(parliament[found].constituency.name),
        addressed=in_sentence(parliament[code].constituency.name),
    )


def _only_postcode(text: str) -> Postcode | None:
    try:
        place, *others = read_postcodes(text)
    except NotAPostcode:
        return None
    return place if isinstance(place, Postcode) and not others else None
