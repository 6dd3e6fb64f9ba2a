"""A letter: its parts, and how they are put together from a person's answers."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.passage import Choice

CLOSE = CleanText("Yours sincerely")

_SENTENCE_ENDS = tuple(".!?…”’\"'»。！？۔؟।።")  # in the scripts that people write
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
    ``why`` is the writer's own sentence at the head of a concern, empty where
    there is none.
    """

    kind: Kind
    text: CleanText
    id: str = ""
    choice: Choice = ()
    template: CleanText = NO_TEXT
    removed: bool = False  # removed by the writer, kept so that it can be put back
    why: CleanText = NO_TEXT

    @property
    def printed(self) -> tuple[CleanText, ...]:
        """The texts to print: a blank line in what someone typed begins a new paragraph."""
        parts = (part.strip() for part in _BLANK_LINES.split(self.text))
        return tuple(CleanText(part) for part in parts if part)

    @property
    def edited(self) -> bool:
        """Whether the writer has changed words that the campaign put there."""
        as_made = headed(self.why, self.template)
        return self.kind not in (Kind.STORY, Kind.OWN) and self.text != as_made


def headed(why: CleanText, words: CleanText) -> CleanText:
    """The campaign's words on a concern, with why it matters to the writer as first sentence."""
    return CleanText(f"{as_sentence(why)} {words}") if why else words


def as_sentence(words: CleanText) -> CleanText:
    """The words with a full stop, unless they end with a mark of their own."""
    return words if words.endswith(_SENTENCE_ENDS) else CleanText(f"{words}.")


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter; every part is text that the writer may have changed.

    ``sender`` and ``recipient`` are the blocks' lines; ``sender`` begins with
    the name and ends with postcode, email and phone as given.
    """

    sender: tuple[CleanText, ...]
    date: CleanText  # as printed: "22 November 2026"
    recipient: tuple[CleanText, ...]
    salutation: CleanText  # without the comma
    paragraphs: tuple[Paragraph, ...]
    close: CleanText  # without the comma
    name: CleanText  # printed under the signature

    def with_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> "Letter":
        """The same letter with other paragraphs."""
        return replace(self, paragraphs=paragraphs)

    @property
    def standing(self) -> tuple[Paragraph, ...]:
        """The paragraphs that have not been removed."""
        return tuple(p for p in self.paragraphs if not p.removed)

    @property
    def body(self) -> tuple[CleanText, ...]:
        """The texts to print."""
        return tuple(text for p in self.standing for text in p.printed)
