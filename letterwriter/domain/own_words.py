"""How much of a letter is the writer's own words.

A word counts as the campaign's when it stands in a run of three words that
also stands in one of the letter's template texts. So changing a word here and
there in a template barely raises the share, and a template pasted into the
story does not count as the writer's. The same rule, word for word, is in
``static/js/own_words.js``; ``tests/shared/own_words.json`` holds cases for both.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import floor

from letterwriter.domain.letter import Letter

_SPACES = re.compile(r"[ \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")
_EDGES = ".,;:!?\"'()[]{}<>“”‘’«»–—…-*_/\\"
_RUN = 3  # words: long enough that people do not share runs by chance

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """How many of a letter's words are the writer's own."""

    own: int
    total: int

    @property
    def percent(self) -> int:
        """The share as a whole percentage, halves rounded up; 0 for an empty letter."""
        return floor(self.own / self.total * 100 + 0.5) if self.total else 0


def words(text: str) -> list[str]:
    """The words of a text, lower case, without the punctuation round them."""
    stripped = (token.strip(_EDGES).lower() for token in _SPACES.split(text))
    return [word for word in stripped if word]


def own_words(letter: Letter) -> OwnWords:
    """The own words of a letter's body."""
    texts = [p.text for p in letter.standing]
    return count_own(texts, [p.template for p in letter.standing])


def count_own(texts: Iterable[str], templates: Iterable[str]) -> OwnWords:
    """Count the own words of paragraphs against the campaign's texts."""
    texts, templates = list(texts), list(templates)
    split = {text: words(text) for text in {*texts, *templates}}  # most texts are templates
    ours = {run for template in templates for run in _runs(split[template])}
    own = total = 0
    for text in texts:
        spoken = split[text]
        covered: set[int] = set()
        for start, run in enumerate(_runs(spoken)):
            if run in ours:
                covered.update(range(start, start + _RUN))
        total += len(spoken)
        own += len(spoken) - len(covered)
    return OwnWords(own, total)


def _runs(spoken: list[str]) -> Iterator[Phrase]:
    return zip(*(spoken[offset:] for offset in range(_RUN)), strict=False)
