"""A whole search with ``re``, as JavaScript can do it that cannot look behind.

The pattern takes in the one character before the place where Python's would begin, where there is
one, and asks of it what Python's asks by looking behind. So a search begins one character early.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from letterwriter.outputs.offline.characters import WORD, CharacterSet, Untranslatable
from letterwriter.outputs.offline.javascript_regex import sequence
from letterwriter.outputs.offline.regex_tree import Item, edge_is_word, most_width, parse

_WORD = CharacterSet(classes=frozenset({"WORD"}))


@dataclass(frozen=True, slots=True)
class Search:
    """What to give to ``new RegExp(source, 'gu')``, and what to ask of each match.

    Its groups: ``lead``, the character before the place; ``skipped``, what is
    matched before the words to point at; ``found``, those words. A match counts
    unless the ``reach`` UTF-16 units before its place match ``before``.
    """

    source: str
    before: str = ""
    reach: int = 0


def search(pattern: str) -> Search:
    """Translate; raises Untranslatable with the pattern and what is in its way."""
    try:
        items, groups = parse(pattern)
        start = _Start.of(items)
        return _search(start, items[start.length :], groups.get("found"))
    except Untranslatable as trouble:
        raise Untranslatable(
            f"A browser cannot be told to look for {pattern}\nbecause of {trouble}. Say it "
            "otherwise, or split it, in letterwriter/domain, or teach letterwriter/outputs/offline."
        ) from trouble


@dataclass(frozen=True, slots=True)
class _Start:
    """The looking behind with which a pattern begins: what one character, or more, may not be."""

    length: int  # in items
    refused: CharacterSet
    longer: tuple[str, ...]  # in JavaScript
    width: int  # of the widest of ``longer``, in characters

    @classmethod
    def of(cls, items: Sequence[Item]) -> "_Start":
        """What stands at a pattern's very start; the rest of it begins ``length`` items on."""
        one, longer, width, length = CharacterSet(), [], 0, 0
        for item in items:
            following = items[length + 1 :]
            if _is_boundary(item) and edge_is_word(following, otherwise=None, last=False):
                one = one.with_all(_WORD)
            elif item.name == "ASSERT_NOT" and item.argument[0] < 0:
                tree = item.argument[1]
                behind = item.inner(tree)
                if len(behind) == 1 and behind[0].characters:
                    one = one.with_all(behind[0].characters)
                else:
                    longer.append(_ending(behind))
                    width = max(width, most_width(tree))
            else:
                break
            length += 1
        return cls(length, one, tuple(longer), width)


def _is_boundary(item: Item) -> bool:
    return item.name == "AT" and bool(item.argument.name == "AT_BOUNDARY")


def _ending(behind: Sequence[Item]) -> str:
    r"""What ends before a place; a ``\b`` with which it begins looks at one character more."""
    if _is_boundary(behind[0]) and edge_is_word(behind[1:], otherwise=None, last=False):
        return f"(?:^|[^{WORD}]){sequence(behind[1:], after_word=False)}"
    return sequence(behind, after_word=None)


def _search(start: _Start, items: Sequence[Item], found: int | None) -> Search:
    after_word = False if "WORD" in start.refused.classes else None
    whole = sequence(items, after_word=after_word)
    lead = f"(?<lead>^|[^{start.refused.inside}])"
    if found is None:
        source = f"{lead}(?<skipped>)(?<found>{whole})"
    else:
        here = [item.argument[0] if item.name == "SUBPATTERN" else None for item in items]
        if found not in here:
            raise Untranslatable('a group "found" that is not a part of the whole')
        skipped = sequence(items[: here.index(found)], after_word=after_word)
        words = whole[len(skipped) :].replace(f"(?<g{found}>", "(?<found>", 1)
        source = f"{lead}(?<skipped>{skipped}){words}"
    if not start.longer:
        return Search(source)
    # One more for what a \b looks at, and twice as many units as characters at the most.
    return Search(source, f"(?:{'|'.join(start.longer)})$", 2 * (start.width + 1))
