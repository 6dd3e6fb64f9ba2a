"""Whether a person is on a list already, however the name and the street are written."""

import re
from functools import cache
from typing import Final

from letterwriter.files.messages import word_tables
from letterwriter.letters.answers import Sender
from letterwriter.mailmerge.columns.names import without_titles, words_of_name
from letterwriter.mailmerge.rows import Row

_WORD: Final = re.compile(r"\w+")


class PeopleSeen:
    """The people of a list so far."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], list[tuple[Row, frozenset[str], str]]] = {}

    def same(self, row: Row, writer: Sender) -> Row | None:
        """The earlier row of this very person, if there is one; else the row is remembered.

        It is one who has the same name, postcode and number of the house; what else an address
        says, people write in many ways. Where no number stands, the first line counts.
        """
        name = " ".join(without_titles(words_of_name(writer.name)))
        key = (name, "".join(writer.postcode.split()).upper())
        numbers, first = _numbers(writer), _street(writer.address[0])
        for other, others_numbers, others_first in self._seen.setdefault(key, []):
            if numbers and others_numbers:
                if numbers <= others_numbers or others_numbers <= numbers:
                    return other
            elif first == others_first:
                return other
        self._seen[key].append((row, numbers, first))
        return None


def _numbers(writer: Sender) -> frozenset[str]:
    words = _WORD.findall(" ".join(writer.address).casefold())
    return frozenset(word for word in words if any(map(str.isdecimal, word)))


def _street(line: str) -> str:
    """A line of an address with its short forms written out."""
    return " ".join(_short_forms().get(word, word) for word in words_of_name(line))


@cache
def _short_forms() -> dict[str, str]:
    return {short: whole for short, (whole,) in word_tables("list_words")["streets"].items()}
