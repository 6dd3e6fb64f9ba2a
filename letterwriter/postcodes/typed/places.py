"""Where in a text a postcode stands that was read from it, so that it can be taken out there."""

import re
import unicodedata
from collections.abc import Iterator

from letterwriter.postcodes.postcode import Postcode
from letterwriter.postcodes.typed.characters import plain_letters

_SAME = str.maketrans("OI", "01")  # which reading takes for one another
_ELSE = re.compile(r"[^A-Z0-9]+")
_UNSEEN = "\0"  # stands for a mark on a letter or a character that takes no room
_LABEL = re.compile(
    r"(?:(?:my |home ){0,2}post ?code(?: is)?|\bzip(?: code)?)[ \n,:=.-]*\Z",
    re.ASCII | re.IGNORECASE,
)
# Two lines of an address that were pasted into one: "ManchesterM14 5TPUnited Kingdom".
_RUN_ON_BEFORE = re.compile(r"[a-z]{2}[A-Z]")
_RUN_ON_AFTER = re.compile(r"[A-Z0-9][A-Z][a-z]{2}")


def without_postcode(text: str, place: Postcode) -> str:
    """The text with a line end wherever this postcode stood, its label taken along."""
    text = text.replace("%20", " ")
    kept, start = "", 0
    for first, end in _places(text, place):
        kept += _LABEL.sub("", text[start:first]) + "\n"
        start = end
    return kept + text[start:]


def _places(text: str, place: Postcode) -> Iterator[tuple[int, int]]:
    """From where to where its letters stand, in any case and with anything between them."""
    letters = (place.outward + place.inward).translate(_SAME)
    plain = _plain(text)
    if letters not in _ELSE.sub("", plain):
        return
    pattern = re.compile(r"[^A-Z0-9]*".join(letters) + f"{_UNSEEN}*")
    found = pattern.search(plain)
    while found:
        stands = _stands_alone(text, *found.span())
        if stands:
            yield found.span()
        found = pattern.search(plain, found.end() if stands else found.start() + 1)


def _plain(text: str) -> str:
    """The text in plain capitals and digits, a character for each of its characters."""
    capitals = text.upper() if text.isascii() else "".join(map(_plain_character, text))
    return capitals.translate(_SAME)


def _plain_character(character: str) -> str:
    letters = plain_letters(character)
    if letters == "" or unicodedata.category(character) in ("Mn", "Me"):
        return _UNSEEN
    return letters if letters and len(letters) == 1 else " "


def _stands_alone(text: str, first: int, end: int) -> bool:
    before, after = text[first - 1 : first] if first else "", text[end : end + 1]
    run_on = first > 1 and _RUN_ON_BEFORE.fullmatch(text[first - 2 : first + 1])
    runs_on = _RUN_ON_AFTER.fullmatch(text[end - 1 : end + 3])
    return bool(not before.isalnum() or run_on) and bool(not after.isalnum() or runs_on)
