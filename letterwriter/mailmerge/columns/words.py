"""The words of a heading, and the phrases among them that tell what its column holds.

The phrases are in ``templates/words/list_headings.toml``.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Final

from letterwriter.files.messages import word_tables

_LONGEST_HEADING: Final = 300  # characters: questions are long, essays are no headings
_MOST_WORDS: Final = 40  # of a part of a heading
_LONGEST_PHRASE: Final = 6  # words
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART_ENDS: Final = re.compile(r"[?.:;\n([{)\]}]")


class Meaning(StrEnum):
    """What a column holds, as the tables of the file of words are named."""

    STOP = "stop"
    CONSENT = "consent"
    STORY = "story"
    IGNORE = "ignore"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    CONSTITUENCY = "constituency"
    CONCERNS = "concerns"
    WHY = "why"
    ASK = "ask"
    NAME = "name"
    TITLE = "title"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    CARE_OF = "care_of"
    FLAT = "flat"
    HOUSE = "house"
    STREET = "street"
    ADDRESS = "address"
    LOCALITY = "locality"
    TOWN = "town"
    COUNTY = "county"
    COUNTRY = "country"

    @property
    def called(self) -> str:
        """What our template, menus and the command line call it."""
        return _file()[self.value]["called"][0]


MEANINGS: Final = tuple(Meaning)
ANSWERS: Final = frozenset([Meaning.STOP, Meaning.CONSENT])
NAME_PARTS: Final = (Meaning.TITLE, Meaning.FIRST, Meaning.MIDDLE, Meaning.LAST)
ADDRESS_PARTS: Final = MEANINGS[MEANINGS.index(Meaning.CARE_OF) :]  # as they are written
OURS: Final = (  # the columns of our template
    Meaning.NAME,
    Meaning.ADDRESS,
    Meaning.POSTCODE,
    Meaning.CONSTITUENCY,
    Meaning.CONCERNS,
    Meaning.WHY,
    Meaning.ASK,
    Meaning.STORY,
    Meaning.EMAIL,
    Meaning.PHONE,
)


@dataclass(frozen=True, slots=True)
class HeadingPhrase:
    """Words that mean something, from one place of a heading to another."""

    start: int
    end: int
    meaning: Meaning


def heading_parts(heading: str) -> list[list[str]]:
    """A heading's words, in parts as its marks part them: "FullName (2)" is [[full, name], [2]]."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", heading[:_LONGEST_HEADING])).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘`")
    found = (_WORD.findall(part)[:_MOST_WORDS] for part in _PART_ENDS.split(plain))
    return [_with_numbers(words) for words in found if words]


def _with_numbers(words: list[str]) -> list[str]:
    """The same with a number for the "first" of "First line"."""
    ordinals = _file()["words"]["ordinals"]
    return [
        str(ordinals.index(word) + 1) if word in ordinals and following == "line" else word
        for word, following in pairwise([*words, ""])
    ]


def folded_words(words: list[str]) -> str:
    """Words without what stands between them, so that "Post-code" is "Postcode"."""
    return "".join(words)


def phrases_in(words: list[str]) -> list[HeadingPhrase]:
    """The phrases that have a meaning wherever they stand, the longest first, none over another."""
    known = within()
    spans = sorted(_spans(words), key=lambda span: -len(folded_words(words[slice(*span)])))
    found: list[HeadingPhrase] = []
    for start, end in spans:
        meaning = known.get(folded_words(words[start:end]))
        if meaning and all(end <= other.start or start >= other.end for other in found):
            found.append(HeadingPhrase(start, end, meaning))
    return sorted(found, key=lambda phrase: phrase.start)


def _spans(words: list[str]) -> Iterator[tuple[int, int]]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_PHRASE, len(words)) + 1):
            yield start, end


@cache
def within() -> Mapping[str, Meaning]:
    """Phrases that mean something anywhere, folded."""
    return _phrases("within")


@cache
def alone() -> Mapping[str, Meaning]:
    """Phrases that mean something by themselves, those that do so anywhere included."""
    return {**_phrases("within"), **_phrases("alone")}


@cache
def begins_yes_or_no() -> tuple[str, ...]:
    """How questions begin that are answered with yes or no, in words with spaces between."""
    return tuple(f"{phrase} " for phrase in _file()["words"]["yes_or_no"])


@cache
def says_nothing() -> frozenset[str]:
    """Words that may stand beside what a heading says, the kinds of address included."""
    kinds = (word for words in _file()["addresses"].values() for word in words)
    return frozenset([*_file()["words"]["empty"], *kinds])


@cache
def on_other_matters() -> tuple[str, ...]:
    """What a consent may be to that is no letter, in words with spaces between."""
    return tuple(_file()["words"]["other_consents"])


@cache
def joining_words() -> frozenset[str]:
    """Words that join a whole and its part: "address including postcode"."""
    return frozenset(_file()["words"]["joining"])


@cache
def address_kinds() -> Mapping[str, int]:
    """Words that tell one address from another, each with its place in the order to choose by."""
    kinds = enumerate(_file()["addresses"].values())
    return {word: place for place, words in kinds for word in words}


@cache
def plain_kind() -> int:
    """The place of an address that no such word describes."""
    return list(_file()["addresses"]).index("plain")


@cache
def account_words() -> tuple[frozenset[str], frozenset[str]]:
    """Headings by which to know an export that has columns about an account, and those columns."""
    marks, columns = (_file()["accounts"][key] for key in ("marks", "columns"))
    return frozenset(map(folded_heading, marks)), frozenset(map(folded_heading, columns))


def folded_heading(heading: str) -> str:
    """A heading without case, spaces and marks."""
    return folded_words([word for words in heading_parts(heading) for word in words])


@cache
def _phrases(key: str) -> Mapping[str, Meaning]:
    found: dict[str, Meaning] = {}
    for meaning in Meaning:
        table = _file()[meaning.value]
        for phrase in table[key] + (table["called"] if key == "alone" else []):
            found.setdefault(folded_heading(phrase), meaning)
    return found


def _file() -> Mapping[str, Mapping[str, list[str]]]:
    return word_tables("list_headings")
