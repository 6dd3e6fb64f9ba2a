"""Whether a text has the shape of an email address; no more can be known without writing to it."""

import re
from typing import Final

from letterwriter.text.shared_patterns import as_read, named_pattern

LONGEST_EMAIL: Final = 254  # characters: RFC 5321, section 4.5.3.1.3, without its brackets
# What means nothing else in a link, a header or a list.
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+_-@")


def is_email(text: str) -> bool:
    """Whether this is one address and nothing else, by the pattern that browsers have too."""
    return re.fullmatch(named_pattern("email"), as_read(text)) is not None


def is_plain_email(text: str) -> bool:
    """Whether this is an address that can be written into a link by its parts."""
    return len(text) <= LONGEST_EMAIL and _PLAIN.issuperset(text) and is_email(text)
