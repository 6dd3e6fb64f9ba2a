"""A second look at what may be someone's name, a hotel or a street address.

Nobody can tell a name from its letters alone. So beside the words round it, which
the patterns ask for, the words of the name itself are looked at: data/detectors.toml
lists, under [names], those that are part of none.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from letterwriter.text.shared_patterns import as_read, detector_file, named_pattern

# Is given the words found, and in plain form what the letter says anyway of its writer and reader.
Judge = Callable[[str, str], bool]


@cache
def listed(name: str) -> frozenset[str]:
    """One of the file's lists of words."""
    return frozenset(detector_file()["names"][name].split())


def is_person(words: str, known: str) -> bool:
    """Whether these may be someone's first and last name, or title and last name."""
    parts = plain(words).split()
    return (
        len(parts) > 1 and listed("not_a_name").isdisjoint(parts) and not _stands_in(words, known)
    )


def is_hotel(words: str, _known: str) -> bool:
    """Whether these are a hotel's own name, and not "The Hotel" or "the Home Office hotel"."""
    others = listed("not_a_name") | listed("not_a_hotel")
    return len([part for part in plain(words).split() if part not in others]) > 1


def is_address(words: str, known: str) -> bool:
    """Whether these are a house and a street, other than the writer's own."""
    middle = plain(words).split()[1:-1]
    return listed("not_a_road").isdisjoint(middle) and not _stands_in(words, known)


JUDGES: Final[Mapping[str, Judge]] = {
    one.__name__: one for one in (is_person, is_hotel, is_address)
}


def plain(text: str) -> str:
    """Lower case, single spaces, no punctuation, "street" as "st", to compare blocks by."""
    short: Mapping[str, str] = detector_file()["names"]["short"]
    lower = text.upper().lower()  # as casefold(), which JavaScript has not: "ß" is "ss"
    found = re.finditer(named_pattern("comparable"), as_read(lower))
    words = (lower[one.start() : one.end()] for one in found)
    return " ".join(short.get(word, word) for word in words)


def _stands_in(words: str, known: str) -> bool:
    return f" {plain(words)} " in f" {known} "
