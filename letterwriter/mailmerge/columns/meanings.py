"""What one heading says of its column: by exact words, else by the longest phrases in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from letterwriter.mailmerge.columns.words import (
    ADDRESS_PARTS,
    ANSWERS,
    NAME_PARTS,
    HeadingPhrase,
    Meaning,
    address_kinds,
    alone,
    begins_yes_or_no,
    folded_words,
    heading_parts,
    joining_words,
    on_other_matters,
    phrases_in,
    plain_kind,
    says_nothing,
)

_NAME: Final = frozenset([Meaning.NAME, *NAME_PARTS])
_ADDRESS: Final = frozenset([Meaning.POSTCODE, *ADDRESS_PARTS])
_WHOLE: Final = {Meaning.NAME: _NAME, Meaning.ADDRESS: _ADDRESS}
_FIRST_OF_ALL: Final = (Meaning.STOP, Meaning.CONSENT, Meaning.STORY, Meaning.IGNORE)
_NAMED: Final = _ADDRESS - {Meaning.ADDRESS} | {Meaning.CONSTITUENCY}
_SHORT: Final = 3  # words: such a part of a heading tells more of the one before it


@dataclass(frozen=True, slots=True)
class Meant:
    """What a heading says; ``sure`` where it says nothing else.

    ``meaning`` is None where it says nothing that we know, or several things.
    ``number`` is that of a line of an address, 0 without one; ``kind`` tells
    which of several addresses is meant, the smallest before the others.
    """

    meaning: Meaning | None
    sure: bool = False
    number: int = 0
    kind: int = 0


def meant_by(heading: str) -> Meant:
    """What a heading says."""
    parts = heading_parts(heading)
    number = _number(parts)
    words = [word for part in parts for word in part]
    exact = None if _is_yes_or_no(words) else _exactly(words)
    if exact:
        return Meant(exact, sure=True, number=number, kind=_kind(_beside(words)))
    sure = True
    for at, words in enumerate(parts):
        found = _of_part(words)
        if found.meaning:
            short = [part for part in parts[at + 1 :] if len(part) <= _SHORT]
            meaning, kind = _finer(found.meaning, short), found.kind
            if kind == plain_kind():
                kind = min((_of_part(part).kind for part in short), default=kind)
            return Meant(meaning, sure=sure and found.sure, number=number, kind=kind)
        sure = sure and not set(_spoken(words)) - says_nothing()
    return Meant(None, kind=plain_kind())


def _exactly(words: list[str]) -> Meaning | None:
    """What these words mean and nothing beside."""
    spoken = _spoken(words)
    telling = [word for word in spoken if word not in says_nothing()]
    return alone().get(folded_words(spoken)) or alone().get(folded_words(telling))


def _beside(words: list[str]) -> list[str]:
    """The words that say nothing, unless all together are a known phrase: "Postal code"."""
    spoken = _spoken(words)
    if folded_words(spoken) in alone():
        return []
    return [word for word in spoken if word in says_nothing()]


def _of_part(words: list[str]) -> Meant:
    words = _spoken(words)
    exact = None if _is_yes_or_no(words) else _exactly(words)
    if exact:
        return Meant(exact, sure=True, kind=_kind(_beside(words)))
    phrases = phrases_in(words)
    phrases += _of_one_family(words, phrases)
    rest = _between(words, phrases)
    meanings = [one.meaning for one in phrases if not _names_another(one, words, phrases)]
    if _is_yes_or_no(words):
        return Meant(_answered(words, meanings), kind=plain_kind())
    return Meant(_chosen(meanings, rest), sure=not set(rest) - says_nothing(), kind=_kind(rest))


def _is_yes_or_no(words: list[str]) -> bool:
    """Whether it is a question whose answer is yes or no, and so no name or address."""
    return f"{' '.join(words)} ".startswith(begins_yes_or_no())


def _of_one_family(words: list[str], phrases: list[HeadingPhrase]) -> list[HeadingPhrase]:
    """Other words that tell a part of the same name or address: "Title / First name"."""
    taken = {at for phrase in phrases for at in range(phrase.start, phrase.end)}
    others = [
        HeadingPhrase(at, at + 1, alone()[word])
        for at, word in enumerate(words)
        if at not in taken and word in alone() and word not in says_nothing()
    ]
    for family in (_NAME, _ADDRESS):
        if phrases and family.issuperset(phrase.meaning for phrase in phrases):
            return [other for other in others if other.meaning in family]
    return []


def _names_another(phrase: HeadingPhrase, words: list[str], phrases: list[HeadingPhrase]) -> bool:
    """Whether it is the "name" of "Town name" or of "Name of constituency"."""
    if phrase.meaning is not Meaning.NAME or phrase.end - phrase.start > 1:
        return False
    things = [one for one in phrases if one.meaning in _NAMED]
    of = words[phrase.end : phrase.end + 1] == ["of"]
    after = any(one.end == phrase.start for one in things)
    return after or (of and any(one.start == phrase.end + 1 for one in things))


def _answered(words: list[str], meanings: list[Meaning]) -> Meaning | None:
    """What yes or no to these words tells."""
    found = next((meaning for meaning in _FIRST_OF_ALL if meaning in meanings), None)
    other = any(f" {matter} " in f" {' '.join(words)} " for matter in on_other_matters())
    if found is Meaning.CONSENT and other and Meaning.POSTCODE not in meanings:
        return Meaning.IGNORE
    return found if found in ANSWERS else None


def _chosen(meanings: list[Meaning], rest: list[str]) -> Meaning | None:
    """One of several meanings, if one of them covers the others."""
    for meaning in _FIRST_OF_ALL:
        if meaning in meanings:
            return meaning
    different = set(meanings)
    if len(different) == 1:
        return meanings[0]
    joined = not joining_words().isdisjoint(rest)
    if different and different <= _NAME:
        parts = different - {Meaning.NAME}
        return Meaning.NAME if joined or len(parts) > 1 else parts.pop()
    if different and different <= _ADDRESS:
        return _of_address(different, joined=joined)
    return None


def _of_address(different: set[Meaning], *, joined: bool) -> Meaning:
    """The part that comes first in an address, or all of it: "address including postcode"."""
    if joined and Meaning.ADDRESS in different:
        return Meaning.ADDRESS
    parts = different - {Meaning.ADDRESS}
    return next((part for part in ADDRESS_PARTS if part in parts), Meaning.POSTCODE)


def _finer(meaning: Meaning, following: list[list[str]]) -> Meaning:
    """A part of it that the heading names after it: "Name (First)", "Address: Town"."""
    for words in following:
        found = _of_part(words)
        if found.meaning and found.sure and found.meaning in _WHOLE.get(meaning, ()):
            return found.meaning
    return meaning


def _between(words: list[str], phrases: Iterable[HeadingPhrase]) -> list[str]:
    taken = {at for phrase in phrases for at in range(phrase.start, phrase.end)}
    return [word for at, word in enumerate(words) if at not in taken]


def _spoken(words: list[str]) -> list[str]:
    return [word for word in words if not word.isdecimal()]


def _number(parts: list[list[str]]) -> int:
    """The number of a line: after "line", or at the end of a part that says more or comes later."""
    for at, words in enumerate(parts):
        for before, word in pairwise(["", *words]):
            ends = word is words[-1] and (at > 0 or len(words) > 1)
            if word.isdecimal() and len(word) < 3 and (ends or before == "line"):
                return int(word)
    return 0


def _kind(words: Iterable[str]) -> int:
    kinds = address_kinds()
    return min((kinds[word] for word in words if word in kinds), default=plain_kind())
