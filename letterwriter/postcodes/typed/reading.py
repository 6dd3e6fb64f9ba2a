"""Which postcodes a text holds: alone in it as a rule, or in an address, or among other words.

A text that is a postcode by itself is read as that. In any other, what stands there letter by
letter counts before what spaces break up or what has a look-alike in it, and a whole one before
a first half alone. The twin of static/js/engine/reading.js: tests/shared/postcodes.json holds
cases for both.
"""

from typing import Final

from letterwriter.postcodes.postcode import (
    FORCES_NUMBER,
    FORCES_POST,
    GIROBANK,
    District,
    NotAPostcode,
    Postcode,
    is_unfinished,
    meant,
    meant_halves,
    parse_postcode,
)
from letterwriter.postcodes.typed.candidates import (
    Halves,
    halves_in,
    is_ordinal,
    joined_halves,
    lone_words,
)
from letterwriter.postcodes.typed.characters import plain_letters, words_in
from letterwriter.postcodes.typed.plain_words import LIKE_INWARD
from letterwriter.postcodes.typed.rules import INWARD, OUTWARD

_LONGEST_TEXT: Final = 2_000  # characters: an address on an envelope and more, no essay


def read_postcodes(text: str) -> tuple[Postcode | District, ...]:
    """What a text means: one place as a rule, several where it has different postcodes.

    Raises NotAPostcode, and nothing else whatever the text, where there is none.
    """
    try:
        alone = parse_postcode(text)
    except NotAPostcode:
        if found := _among_others(text):
            return found
        raise
    if isinstance(alone, District) or _is_spelt(alone, text):
        return (alone,)
    return _exact(words_in(text)) or (alone,)  # "1 M14 5TP" is no postcode in IM14


def whole_postcodes(text: str) -> list[Postcode]:
    """The whole postcodes that a text holds, in its order."""
    try:
        return [place for place in read_postcodes(text) if isinstance(place, Postcode)]
    except NotAPostcode:
        return []


def holds_place(text: str) -> bool:
    """Whether a text that should be a name is a postcode, or holds one: names have no digits."""
    if not any(map(str.isdecimal, text)):
        return False
    try:
        return bool(read_postcodes(text))
    except NotAPostcode:
        return False


def is_as_typed(place: Postcode | District, text: str) -> bool:
    """Whether the text is this place, but for case and white space.

    The first half may go on as a second one does ("M14 5T"); a BFPO number is its own place.
    """
    typed = "".join(text.split()).upper()
    if isinstance(place, Postcode):
        return typed == place.outward + place.inward
    start, rest = typed[: len(place.outward)], typed[len(place.outward) :]
    whole = start == place.outward and (not rest or is_unfinished(rest))
    return whole or place == FORCES_POST


def _is_spelt(postcode: Postcode, text: str) -> bool:
    """Whether its very letters are there, whatever is between them."""
    letters = plain_letters(text) or ""
    return "".join(letters.split()) == postcode.outward + postcode.inward


def _among_others(text: str) -> tuple[Postcode | District, ...]:
    if len(text) > _LONGEST_TEXT:
        return ()
    words = words_in(text)
    if found := _exact(words) or _joined(words) or _with_look_alikes(words):
        return found
    if any(FORCES_NUMBER.fullmatch(word) for word in words):
        return (FORCES_POST,)
    return _districts(words)


def _exact(words: list[str]) -> tuple[Postcode, ...]:
    found = [halves for halves in halves_in(words) if _is_known(halves)]
    return _different([halves for halves in found if not is_ordinal(halves)] or found)


def _with_look_alikes(words: list[str]) -> tuple[Postcode, ...]:
    read = (
        meant_halves(outward, inward)
        for outward, inward in halves_in(words)
        if any(map(str.isdigit, outward + inward)) and inward not in LIKE_INWARD
    )
    return _different([halves for halves in read if halves and not is_ordinal(halves)])


def _joined(words: list[str]) -> tuple[Postcode, ...]:
    read = joined_halves(words)
    return _different([halves for halves in read if _is_known(halves) and not is_ordinal(halves)])


def _districts(words: list[str]) -> tuple[District, ...]:
    read = (meant(word, OUTWARD) for word in lone_words(words) if not word.isalpha())
    return tuple(map(District, dict.fromkeys(filter(None, read))))


def _is_known(halves: Halves) -> bool:
    return (halves[0] in OUTWARD and halves[1] in INWARD) or halves == GIROBANK


def _different(found: list[Halves]) -> tuple[Postcode, ...]:
    return tuple(Postcode(*halves) for halves in dict.fromkeys(found))
