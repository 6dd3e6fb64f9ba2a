"""Which of many names a person meant: the best matches for any text, and never none.

The twin of static/js/engine/names.js; all counts are whole numbers, so that both agree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from letterwriter.parliament.names.folded_names import name_words

BEST: Final = 5  # matches that are offered where none holds what was typed
_MOST_WORDS: Final = 8  # of what was typed: no name has more
_SAME, _BEGINS, _INSIDE, _ALIKE, _RUN_TOGETHER = 100, 90, 70, 65, 95
_SHORTEST_INSIDE: Final = 3  # letters
_MOST_LESS: Final = 5  # for words of a name that were not typed


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    pairs: frozenset[str]  # of its letters, without spaces
    meant: str
    behind: int  # how much less it counts than others


class NameSearch:
    """What each of many names stands for, by text."""

    def __init__(self, named: Iterable[tuple[str, str, int]]) -> None:
        """``named`` are a name, what it stands for, and how many points it is behind others."""
        self._names: list[_Name] = []
        for name, meant, behind in named:
            words = name_words(name)
            self._names.append(_Name(words, _pairs("".join(words)), meant, behind))
        self._words = {word: _pairs(word) for name in self._names for word in name.words}

    def best(self, text: str, most: int = BEST) -> tuple[str, ...]:
        """What a text may mean, likeliest first: `BEST`, or up to ``most`` that hold its words."""
        points = self._points(text)
        ranked = sorted(points, key=lambda meant: (-points[meant], meant))
        holding = sum(each >= _INSIDE - _MOST_LESS for each in points.values())
        return tuple(ranked[: max(BEST, min(holding, most))])

    def likely(self, text: str) -> tuple[str, ...]:
        """Those of the best that hold what was typed, or look like it."""
        points = self._points(text)
        return tuple(meant for meant in self.best(text) if points[meant] >= _ALIKE // 2)

    def holds(self, text: str) -> bool:
        """Whether any name holds all words of a text, or words that begin so."""
        return max(self._points(text).values(), default=0) >= _INSIDE - _MOST_LESS

    def _points(self, text: str) -> dict[str, int]:
        typed = name_words(text)[:_MOST_WORDS]
        likeness = [self._likeness(word) for word in typed]
        together = _pairs("".join(typed))
        found: dict[str, int] = {}
        for name in self._names:
            words = sum(max((like[word] for word in name.words), default=0) for like in likeness)
            less = min(_MOST_LESS, max(0, len(name.words) - len(typed)))
            each = words // max(1, len(typed)) - less
            whole = _shared(together, name.pairs, _RUN_TOGETHER)
            found[name.meant] = max(found.get(name.meant, 0), max(each, whole) - name.behind)
        return found

    def _likeness(self, typed: str) -> dict[str, int]:
        """How much each word of the names is like one that was typed."""
        pairs = _pairs(typed)
        return {word: _of_words(typed, pairs, word, own) for word, own in self._words.items()}


def _of_words(typed: str, pairs: frozenset[str], word: str, own: frozenset[str]) -> int:
    if typed == word:
        return _SAME
    if word.startswith(typed):
        return _BEGINS
    if len(typed) >= _SHORTEST_INSIDE and typed in word:
        return _INSIDE
    return _shared(pairs, own, _ALIKE)


def _pairs(word: str) -> frozenset[str]:
    """Each letter with the next, the beginning and the end included."""
    padded = f" {word} "
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))


def _shared(one: frozenset[str], other: frozenset[str], most: int) -> int:
    """``most`` for the same letters, and less the fewer they share."""
    return 2 * most * len(one & other) // (len(one) + len(other))
