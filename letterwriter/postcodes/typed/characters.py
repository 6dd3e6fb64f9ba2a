"""What the characters of a typed postcode stand for; its twin is static/js/engine/plain.js."""

import re
import unicodedata
from typing import Final

from letterwriter.postcodes.typed.plain_words import COUNTRIES

# Cyrillic and Greek capitals that look like Latin ones, in their order in Unicode.
_LOOK_ALIKE: Final = str.maketrans(
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0474\u04c0\u051a\u051c"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "SIJABEKMHOPCTYXVIQWABEZHIKMNOPTYX",
)
# Lines of an address that were pasted into one without a space: "ManchesterM14 5TPUnited".
_WORD_THEN_CAPITAL: Final = re.compile("([a-z]{2})([A-Z])")
_CAPITAL_THEN_WORD: Final = re.compile("([A-Z])([A-Z][a-z]{2})")
# The same in capitals, where what follows cannot be a part of one: "5TPUK", "5TPM14 5TP", "UKM14".
_THEN_COUNTRY: Final = re.compile(rf"([0-9][A-Z]{{2}})({'|'.join(COUNTRIES)})(?![0-9])")
_COUNTRY_THEN: Final = re.compile(rf"(?<![A-Z0-9])({'|'.join(COUNTRIES)})([A-Z]{{1,2}}[0-9])")
_TWO_IN_ONE: Final = re.compile("([0-9][A-Z]{2})([A-Z]{1,2}[0-9])")
_SPACES: Final = re.compile("%20|%C2%A0|&nbsp;|&#160;", re.IGNORECASE)  # as pages have them
_DOMAIN: Final = re.compile("@[A-Za-z0-9.-]+")  # of an email: "amina@m14.example.org"
APART: Final = ","  # stands for what parts words more than a space does
_BROKEN: Final = "?"  # stands for what no keyboard makes, and spoils the word that it is in


def plain_letters(text: str) -> str | None:
    """A text in A to Z, 0 to 9 and spaces; None where it holds anything that cannot be meant."""
    letters = list(map(_plain, _capitals(unicodedata.normalize("NFKC", text))))
    return None if None in letters else "".join(filter(None, letters))


def words_in(text: str) -> list[str]:
    """The words of any text in A to Z and 0 to 9, with "," where more than a space parts them."""
    text = _DOMAIN.sub(APART, _SPACES.sub(" ", unicodedata.normalize("NFKC", text)))
    text = _CAPITAL_THEN_WORD.sub(r"\1 \2", _WORD_THEN_CAPITAL.sub(r"\1 \2", text))
    letters = "".join(map(_in_text, _capitals(text)))
    for glued in (_COUNTRY_THEN, _TWO_IN_ONE, _THEN_COUNTRY):
        letters = glued.sub(r"\1 \2", letters)
    return letters.split()


def _capitals(text: str) -> str:
    return text.upper().translate(_LOOK_ALIKE)


def _plain(character: str) -> str | None:
    """A letter or digit as one of A to Z and 0 to 9; a space or nothing for what can be ignored."""
    if character.isascii() and character.isalnum():
        return character
    if character.isdecimal():  # the digits of an Arabic or Bengali keyboard, say
        return str(unicodedata.decimal(character))
    category = unicodedata.category(character)
    if category == "Cf":  # zero-width spaces, soft hyphens, direction marks
        return ""
    return " " if character.isspace() or category.startswith("P") else None


def _in_text(character: str) -> str:
    known = _plain(character)
    if known and known != " ":
        return known
    category = unicodedata.category(character)
    if known == "" or category in (
        "Mn",
        "Me",
    ):  # a mark on a letter, or one that makes an emoji of it
        return ""
    if category == "Cc" and not character.isspace():
        return _BROKEN
    joins = category in ("Zs", "Pd") or character in "\t."
    return " " if joins else f" {APART} "
