"""What the texts under a heading that says nothing can only be: postcodes, or email addresses."""

from collections.abc import Sequence
from typing import Final

from letterwriter.mailmerge.columns.words import Meaning
from letterwriter.postcodes.postcode import NotAPostcode, Postcode, parse_postcode
from letterwriter.text.email import is_email

ENOUGH_TEXTS: Final = 10  # the first of a column


def meant_by_texts(texts: Sequence[str]) -> Meaning | None:
    """What all of these texts are; None if they may be anything."""
    if texts and all(map(is_whole_postcode, texts)):
        return Meaning.POSTCODE
    if texts and all(is_email(text.strip()) for text in texts):
        return Meaning.EMAIL
    return None


def is_whole_postcode(text: str) -> bool:
    """Whether a text is a postcode and nothing else."""
    try:
        return isinstance(parse_postcode(text), Postcode)
    except NotAPostcode:
        return False
