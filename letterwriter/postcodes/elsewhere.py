"""An address that lies in another constituency than the one whose MP a letter goes to."""

from collections.abc import Iterable

from letterwriter.files.messages import message
from letterwriter.parliament.addressee import in_sentence
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.lookup import PostcodeSource
from letterwriter.postcodes.typed.reading import whole_postcodes


def elsewhere(
    lines: Iterable[str], code: str, table: PostcodeSource, parliament: Parliament
) -> str:
    """That a postcode of an address is known to lie elsewhere, in words that name both.

    Empty where all of them lie there, where nothing is known of them, and while the seat has no MP.
    """
    if code not in parliament or parliament[code].member is None:
        return ""
    for place in whole_postcodes("\n".join(lines)):
        found = table.find(place)
        if found is not None and found != code and found in parliament:
            return message(
                "lookup",
                "elsewhere",
                postcode=str(place),
                constituency=in_sentence(parliament[found].constituency.name),
                addressed=in_sentence(parliament[code].constituency.name),
            )
    return ""
