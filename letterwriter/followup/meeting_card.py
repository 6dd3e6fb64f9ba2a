"""A card for a meeting with the MP: a few sentences of the letter, and its question.

It is for the writer alone and never goes along with the letter. Its twin is
static/js/engine/meeting_card.js.
"""

from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import Final, NamedTuple

from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.text.clean_text import NO_TEXT, CleanText

_MOST_SENTENCES: Final = 3
_LONGEST: Final = 300  # characters of one: more cannot be read out at a glance
_ENDS: Final = (".", "!", "?", "…", "۔", "؟", "।", "。", "！", "？")
_WITHOUT_SPACE: Final = "。！？"  # after these a sentence begins at once
_CLOSERS: Final = "\"'”’)]»"
_OPENERS: Final = "\"'“‘([«"
_ABBREVIATED: Final = frozenset(
    ("mr", "mrs", "ms", "dr", "st", "rev", "prof", "hon", "no", "vs", "e.g", "i.e", "etc")
)
_SMALL: Final = frozenset("abcdefghijklmnopqrstuvwxyz")


class MeetingCard(NamedTuple):
    """What to say first, at most three sentences, and what to ask; empty where there is none."""

    sentences: tuple[CleanText, ...]
    ask: CleanText


def meeting_card(letter: Letter) -> MeetingCard:
    """The first sentences of the writer's own words, filled up with those of the concerns."""
    own = [_told(p) for p in letter.standing if p.kind in (Kind.STORY, Kind.OWN)]
    concerns = [p.text for p in letter.standing if p.kind is Kind.CONCERN]
    asks = [p.text for p in letter.standing if p.kind is Kind.ASK]
    found = (_short(each) for text in (*own, *concerns) for each in sentences_in(text))
    asked = (_short(" ".join(text.split())) for text in asks)
    return MeetingCard(tuple(islice(found, _MOST_SENTENCES)), next(asked, NO_TEXT))


def _told(paragraph: Paragraph) -> str:
    """A story without the words that the campaign put before it."""
    return paragraph.text.removeprefix(paragraph.template)


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a text, with single spaces; a line's end ends one too."""
    for mark in _WITHOUT_SPACE:
        text = text.replace(mark, f"{mark} ")
    for line in text.split("\n"):
        yield from _sentences_in(line.split())


def _sentences_in(words: list[str]) -> Iterator[str]:
    begun: list[str] = []
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        begun.append(word)
        if not following or _ends(word, following):
            yield " ".join(begun)
            begun = []


def _ends(word: str, following: str) -> bool:
    bare = word.rstrip(_CLOSERS)
    if not bare.endswith(_ENDS) or following.lstrip(_OPENERS)[:1] in _SMALL:
        return False
    if not bare.endswith("."):
        return True
    stem = bare[:-1].lstrip(_OPENERS)
    return len(stem) != 1 and stem.lower() not in _ABBREVIATED  # "J. Smith", "Dr. Smith"


def _short(sentence: str) -> CleanText:
    """A sentence, cut after a word where it is far too long for a card."""
    if len(sentence) <= _LONGEST:
        return CleanText(sentence)
    kept = sentence[:_LONGEST]
    return CleanText(f"{kept.rpartition(' ')[0] or kept} …")
