"""Postcards to MPs, four on a sheet to cut, with a short message or room for one."""

from collections.abc import Sequence

from letterwriter.documents.bidi import reads_right_to_left
from letterwriter.documents.pdf_files.pdf_merge import for_print_shop
from letterwriter.documents.text import with_comma
from letterwriter.documents.typst import typeset
from letterwriter.packs.posters import bleed_sizes
from letterwriter.parliament.addressee import Addressee
from letterwriter.text.clean_text import NO_TEXT, CleanText, in_one_line

SUGGESTED = 160  # characters: two sentences, in print that is read at arm's length
LONGEST = 300
_MOST_LINES = 7  # as typed; more run on, or they would not fit


class MessageTooLong(ValueError):
    """A message with more characters than a postcard holds."""

    def __init__(self, length: int) -> None:
        super().__init__(f"{length} characters")
        self.length = length


def make_postcards(
    to: Sequence[Addressee],
    message: CleanText = NO_TEXT,
    imprint: CleanText = NO_TEXT,
    *,
    bleed: bool = False,
) -> bytes:
    """Two pages for each member: the message, or ruled lines if it is empty, and the address.

    With ``bleed``, for print shops, there is one card to a page. Raises `MessageTooLong`.
    """
    if len(message) > LONGEST:
        raise MessageTooLong(len(message))
    if message.count("\n") >= _MOST_LINES:
        message = in_one_line(message)
    pdf = typeset(
        "postcard",
        lambda show: {
            "cards": [
                {
                    "salutation": show(with_comma(CleanText(one.member.salutation))),
                    "recipient": [show(line) for line in one.block],
                }
                for one in to
            ],
            "message": show(message).split("\n") if message else [],
            "rtl": reads_right_to_left(message),
            "imprint": show(in_one_line(imprint)),
            "bleed": bleed_sizes(bleed=bleed),
        },
    )
    return for_print_shop(pdf) if bleed else pdf
