"""How much of a letter is the writer's own words.

A word counts as the campaign's when it stands in a run of three words that
also stands in one of the letter's template texts. So changing a word here and
there in a template barely raises the share, and a template pasted into the
story does not count as the writer's. The same rule, word for word, is in
``static/js/own_words.js``; ``tests/shared/own_words.json`` holds cases for both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import floor

from letterwriter.letters.letter import Letter
from letterwriter.text.word_split import words_of

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


def own_words(letter: Letter) -> OwnWords:
    """The own words of a letter's body."""
    texts = [p.text for p in letter.standing]
    return count_own(texts, [p.template for p in letter.standing])


def count_own(texts: Iterable[str], templates: Iterable[str]) -> OwnWords:
    """Count the own words of paragraphs against the campaign's texts."""
    texts, templates = list(texts), list(templates)
    split = {text: words_of(text) for text in {*texts, *templates}}  # most texts are templates
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
