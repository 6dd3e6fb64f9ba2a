"""Names of places in the one form in which they are compared; its twin: static/js/engine/names.js.

Case, accents, apostrophes of any shape, hyphens, dots and "&" make no difference, nor do the order
of words and the small ones between them: "Durham City" is "City of Durham".
"""

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = re.compile("['’‘‛`´ʼʻ′＇]")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_WORDS: Final = re.compile("[a-z0-9]+")
_BETWEEN: Final = frozenset(
    ("the", "of", "and", "a", "ac", "y", "yr", "upon", "on", "under", "mp", "for", "constituency")
)
_LONGEST: Final = 200  # characters: twice as long as any name


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others; all of them where there are only small ones."""
    text = _APOSTROPHES.sub("", name[:_LONGEST]).replace("&", " and ")
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).upper().lower()
    words = ["st" if word == "saint" else word for word in _WORDS.findall(plain)]
    return tuple(word for word in words if word not in _BETWEEN) or tuple(words)


def name_key(name: str) -> str:
    """What two spellings of one name have in common; empty for a text without words."""
    return " ".join(sorted(name_words(name)))
