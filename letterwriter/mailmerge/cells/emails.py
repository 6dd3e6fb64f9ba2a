"""The email address in a cell, among whatever stands there with it."""

import re
from dataclasses import dataclass
from typing import Final

from letterwriter.text.clean_text import NO_TEXT, CleanText, squeezed
from letterwriter.text.email import is_email

_BETWEEN: Final = re.compile(r"[\s,;|<>()\[\]{}\"“”]+|/")
_MAILTO: Final = re.compile(r"^(?:mailto|e-?mail)[:=]\s*", re.IGNORECASE)
_ENDS: Final = ".:'’‘"


@dataclass(frozen=True, slots=True)
class EmailRead:
    """An address; ``others`` are further ones. ``left`` is a cell in which there is none."""

    address: CleanText
    others: tuple[str, ...] = ()
    left: str = ""


def read_email(cell: CleanText) -> EmailRead:
    """The first address of a cell, such as “Omar <omar@example.org>”."""
    text = squeezed(cell)
    if not text:
        return EmailRead(NO_TEXT)
    if is_email(text):
        return EmailRead(text)
    words = (_MAILTO.sub("", word).strip(_ENDS) for word in _BETWEEN.split(_MAILTO.sub("", text)))
    found = list(dict.fromkeys(word for word in words if "@" in word and is_email(word)))
    if not found:
        return EmailRead(NO_TEXT, left=text)
    others = {word.casefold(): word for word in found if word.casefold() != found[0].casefold()}
    return EmailRead(CleanText(found[0]), tuple(others.values()))
