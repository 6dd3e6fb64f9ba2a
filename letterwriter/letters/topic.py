"""What advice is about, and where in a text it points."""

from dataclasses import dataclass
from enum import StrEnum


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
