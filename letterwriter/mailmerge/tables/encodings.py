"""The bytes of a text file to its text, however its letters were written.

charset-normalizer takes most short lists from a Mac for Windows' (“Se‡n” for “Seán”), and a list
is short; so the two are told apart here by where letters, quotation marks and signs may stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_SAMPLE: Final = 4_096  # bytes in which UTF-16 and files that are no text show themselves
_BEGINNINGS_OF_OTHERS: Final = (b"%PDF", b"{\\rtf", b"<", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")
_BYTE_ORDERS: Final = ("utf-16-le", "utf-16-be")
_WELL_FORMED: Final = re.compile(  # a character of UTF-8 that has several bytes
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_OF_ONE_BYTE: Final = ("cp1252", "mac_roman")  # where both fit alike, the first is likelier
_MOST_JUDGED: Final = 5_000  # characters beyond ASCII: more tell nothing new
_LETTERS: Final = "".join(filter(str.isalpha, map(chr, range(0xC0, 0x100)))) + "ŒœŠšŽžŸ"
_APOSTROPHE: Final = "’"
_SHORTENED: Final = ("s", "t", "d", "m", "re", "ve", "ll")  # what stays of "is", "not", "have"
_VOWELS: Final = frozenset("aeiouyàáâãäåèéêëìíîïòóôõöùúûü")
_OPENING, _CLOSING = "“‘", "”’"
_DASHES: Final = "–—…"
_MONEY: Final = "£€"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text. ``guessed`` names the encoding where the bytes alone do not tell it.

    What could not be read stands there as U+FFFD.
    """

    text: str
    guessed: str = ""


def decoded(content: bytes) -> Decoded | None:
    """The text of a file; None if it is none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Decoded(content.decode("utf-16", "replace"))
    for parity, order in enumerate(reversed(_BYTE_ORDERS)):  # without a mark, every other byte is 0
        if _mostly_zero(content[parity:_SAMPLE:2]) and not _mostly_zero(content[1 - parity :: 2]):
            return Decoded(content.decode(order, "replace"))
    if b"\0" in content[:_SAMPLE] or content.startswith(_BEGINNINGS_OF_OTHERS):
        return None
    try:
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _damaged(content) or _of_one_byte(content, error.start)


def _mostly_zero(half: bytes) -> bool:
    return half[:_SAMPLE].count(0) * 2 > len(half[:_SAMPLE])


def _damaged(content: bytes) -> Decoded | None:
    """UTF-8 with a byte here and there that is none; other encodings hardly make its sequences."""
    text = content.decode("utf-8-sig", "replace")
    if len(_WELL_FORMED.findall(content)) >= text.count("\ufffd"):
        return Decoded(text)
    return None


def _of_one_byte(content: bytes, first: int) -> Decoded:
    """By whichever of them makes the more plausible text of the bytes from the ``first`` on."""
    sample = content[max(0, first - 50) : first + 200_000]
    best = max(_OF_ONE_BYTE, key=lambda name: _plausibility(sample.decode(name, "replace")))
    return Decoded(content.decode(best, "replace"), best)


def _plausibility(text: str) -> int:
    """How well the characters beyond ASCII stand where they are."""
    found = re.finditer(r"[^\x00-\x7f]", text)
    return sum(_fits(text, at.start()) for at, _ in zip(found, range(_MOST_JUDGED), strict=False))


def _fits(text: str, at: int) -> int:
    """From -5, which no writer would write, to 3."""
    here, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if here == "\ufffd":
        return -5
    if here in _LETTERS:
        return _fits_in_word(_word_round(text, at), here, before + after)
    if here == _APOSTROPHE and before.isalpha() and after.isalpha():
        return _fits_as_apostrophe(*_word_round(text, at).split(here, 1))
    return _fits_as_mark(here, before, after)


def _fits_as_apostrophe(before: str, after: str) -> int:
    """It shortens a word, or follows one letter; between two consonants a vowel was meant."""
    if len(before) == 1 or after.casefold() in _SHORTENED:
        return 3
    between = before[-1] + after[0]
    return 1 if len(after) == 1 or not _VOWELS.intersection(between.casefold()) else 2


def _fits_as_mark(here: str, before: str, after: str) -> int:
    """A quotation mark, a dash or a sign between its neighbours."""
    if here in _MONEY:
        return 3 if after.isdecimal() else -1
    opening = here in _OPENING and after.isalnum() and not before.isalnum()
    closing = here in _CLOSING and not before.isspace() and not after.isalnum()
    if opening or closing:
        return 2
    if here in _DASHES or here.isspace():
        return 1
    return -3 if before.isalpha() and after.isalpha() else -1


def _fits_in_word(word: str, here: str, around: str) -> int:
    """A letter among the others of its word: capitals first or throughout."""
    if len(word) == 1 or any(map(str.isdecimal, around)):
        return -2
    others = word.replace(here, "", 1)
    if here.isupper():
        return 2 if word[0] == here or others.isupper() else -3
    return -3 if (len(others) > 1 and others.isupper()) or _small_before_capital(word) else 2


def _small_before_capital(word: str) -> bool:
    """Such as “ìHi”: McDonald has it too, but among plain letters."""
    return any(a.islower() and b.isupper() and not (a + b).isascii() for a, b in pairwise(word))


def _word_round(text: str, at: int) -> str:
    return "".join((*reversed([*_letters(text, at - 1, -1)]), text[at], *_letters(text, at + 1, 1)))


def _letters(text: str, at: int, step: int) -> Iterator[str]:
    """At most 20 letters from there on."""
    for place in range(at, at + 20 * step, step):
        if not (0 <= place < len(text) and text[place].isalpha()):
            return
        yield text[place]
