"""The words of a text, as they are counted and compared."""

import re

_SPACES = re.compile(r"[ \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")
_EDGES = ".,;:!?\"'()[]{}<>“”‘’«»–—…-*_/\\"


def words_of(text: str) -> list[str]:
    """The words of a text, lower case, without the punctuation round them."""
    stripped = (token.strip(_EDGES).lower() for token in _SPACES.split(text))
    return [word for word in stripped if word]
