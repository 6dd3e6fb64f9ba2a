"""What should not stand in a letter that others will read and pass on.

MPs' offices send letters to the Home Office, so numbers, names and places by
which a person or a claim could be known are better left out. What is looked
for stands in data/detectors.toml, for this and for its twin in the browser
(``static/js/engine/safety.js``).
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from letterwriter.letters.name_judges import JUDGES, plain
from letterwriter.text.shared_patterns import as_read, detector_file, written_out

_NEAR: Final = 8  # characters before a place in which ``not_after`` is looked for


class Topic(StrEnum):
    """What a piece of advice is about, most important first.

    The words are in ``templates/words/advice.toml``. What could harm someone
    comes before what keeps a letter from being answered, and that before
    what would make it better.
    """

    EMPTY = "empty"
    REFERENCE = "reference"
    NATIONAL_INSURANCE = "national-insurance"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    HOTEL = "hotel"
    FULL_NAME = "full-name"
    OWN_CASE = "own-case"
    THREAT = "threat"
    ABUSE = "abuse"
    NO_ADDRESS = "no-address"
    NO_POSTCODE = "no-postcode"
    OTHER_CONSTITUENCY = "other-constituency"
    PLACEHOLDER = "placeholder"
    TOO_LONG = "too-long"
    NO_STORY = "no-story"
    FEW_OWN_WORDS = "few-own-words"
    SHOUTING = "shouting"


@dataclass(frozen=True, slots=True)
class Finding:
    """Words in a text, from ``start`` up to ``end``: ``text[start:end] == words``."""

    topic: Topic
    start: int
    end: int
    words: str

    def overlaps(self, other: "Finding") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Detector:
    """What begins before the words to point at, the words, and what follows: patterns.

    ``not_after`` is what may not end straight before the words, empty for nothing.
    ``judge`` names the second look at the words that are found, empty for none.
    """

    topic: Topic
    before: str
    words: str
    after: str
    not_after: str
    judge: str

    @classmethod
    def of(cls, table: dict[str, Any]) -> "Detector":
        """One of the file's [[detectors]]."""
        cased = table.get("any_case", ())
        before, words, after, not_after = (
            written_out(table.get(name, ""), any_case=name in cased)
            for name in ("before", "words", "after", "not_after")
        )
        return cls(Topic(table["topic"]), before, words, after, not_after, table.get("judge", ""))

    @property
    def whole(self) -> str:
        """The pattern to search for; its second group is what to point at."""
        return f"({self.before})({self.words}){self.after}"

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words to point at stand in a text as it is read, from left to right.

        What begins before them is one character at least, or the start of the text. So that this
        character can belong to what was found before, each search begins one character early.
        """
        pattern = re.compile(self.whole)  # ``re`` keeps it: all at the start would take longer
        at = 0
        while found := pattern.search(text, max(0, at - 1)):
            start, end = found.span(2)
            if self.not_after and re.search(self.not_after, text[max(0, start - _NEAR) : start]):
                at = start + 1
            else:
                yield start, end
                at = found.end()


@cache
def detectors() -> tuple[Detector, ...]:
    """All of them; of two findings that meet, the one of the earlier detector counts."""
    return tuple(map(Detector.of, detector_file()["detectors"]))


def findings(text: str, template: str = "", known: str = "") -> list[Finding]:
    """What should be looked at in a paragraph, each place once, in the order of the text.

    Words that stand in ``template`` are the campaign's own and pass; ``known``
    is what the letter's blocks say: the writer's own name and address, and the
    member's name.
    """
    if text == template:
        return []
    found: list[Finding] = []  # in the order of the text, none overlapping
    for one in _all(text, plain(known)):
        place = bisect(found, one.start, key=lambda other: other.start)
        beside = found[max(0, place - 1) : place + 1]  # no other one reaches so far
        if one.words not in template and not any(map(one.overlaps, beside)):
            found.insert(place, one)
    return found


def is_phone(line: str) -> bool:
    """Whether a line is a phone number and nothing else."""
    phone = next(one for one in detectors() if one.topic is Topic.PHONE)
    return re.fullmatch(phone.words, as_read(line.strip())) is not None


def _all(text: str, known: str) -> Iterator[Finding]:
    read = as_read(text)
    for detector in detectors():
        holds = JUDGES.get(detector.judge)
        for start, end in detector.spans(read):
            words = text[start:end]
            if holds is None or holds(words, known):
                yield Finding(detector.topic, start, end, words)
