"""A letter: its parts, and how they are put together from a person's answers."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from letterwriter.domain.passage import Choice

CLOSE = "Yours sincerely"
HOUSE_OF_COMMONS = ("House of Commons", "London", "SW1A 0AA")

_BLANK_LINES = re.compile(r"\n[ \t]*\n")


class Kind(StrEnum):
    """What a paragraph is, which decides its place and who wrote its words."""

    OPENING = "opening"
    STORY = "story"  # the writer's own words, in answer to a prompt
    CONCERN = "concern"
    ASK = "ask"
    THANKS = "thanks"
    OWN = "own"  # added by the writer on the letter itself


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it stands in the letter.

    ``id`` names the prompt, concern or ask it came from, or which opening or
    thanks it is; ``choice`` is the wordings picked; ``template`` is what the
    campaign put there: a whole paragraph, the lead-in of a story, or nothing.
    """

    kind: Kind
    text: str
    id: str = ""
    choice: Choice = ()
    template: str = ""
    removed: bool = False  # taken out by the writer, kept so that it can be put back

    @property
    def edited(self) -> bool:
        """Whether the writer has changed words that the campaign put there."""
        return self.kind not in (Kind.STORY, Kind.OWN) and self.text != self.template


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter; every part is text that the writer may have changed.

    ``sender`` and ``recipient`` are the blocks' lines; ``sender`` begins with
    the name and ends with postcode, email and phone as given.
    """

    sender: tuple[str, ...]
    date: str  # as printed: "22 November 2026"
    recipient: tuple[str, ...]
    salutation: str  # without the comma
    paragraphs: tuple[Paragraph, ...]
    close: str  # without the comma
    name: str  # printed under the signature

    def with_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> "Letter":
        """The same letter with other paragraphs."""
        return replace(self, paragraphs=paragraphs)

    @property
    def standing(self) -> tuple[Paragraph, ...]:
        """The paragraphs that have not been taken out."""
        return tuple(p for p in self.paragraphs if not p.removed)

    @property
    def body(self) -> tuple[str, ...]:
        """The texts to print: a blank line in what someone typed begins a new paragraph."""
        parts = (part.strip() for p in self.standing for part in _BLANK_LINES.split(p.text))
        return tuple(part for part in parts if part)


def written_date(day: date) -> str:
    """A date as British letters have it: "2 March 2026"."""
    return f"{day.day} {day:%B %Y}"
