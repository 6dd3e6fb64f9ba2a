"""A name from the columns that hold it or parts of it, in the order in which it is signed."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from letterwriter.files.messages import word_tables
from letterwriter.mailmerge.columns.words import Meaning
from letterwriter.text.clean_text import NO_TEXT, CleanText, squeezed

Texts = Mapping[Meaning, Sequence[CleanText]]  # those of a row, by what their columns hold


class TwoValues(Exception):
    """Two columns say different things, and only one can be right."""

    def __init__(self, meaning: Meaning, *values: str) -> None:
        self.meaning = meaning
        self.values = values
        super().__init__(meaning.value)


def full_name(texts: Texts) -> CleanText:
    """The whole name: title, first, middle and last, whatever the order of the columns.

    A name beside a last name without a first one is the first. Raises `TwoValues`.
    """
    title, first, middle, last = (
        _joined(texts.get(part, ()))
        for part in (Meaning.TITLE, Meaning.FIRST, Meaning.MIDDLE, Meaning.LAST)
    )
    whole = _one(texts.get(Meaning.NAME, ()))
    if whole and last and not first and last.casefold() not in whole.casefold():
        first, whole = whole, NO_TEXT
    parts = _joined([first, middle, last])
    name = _one([each for each in (whole, parts) if each])
    if not title or words_of_name(name)[:1] == words_of_name(title):
        return name
    return _joined([title, name]) if name else NO_TEXT


def words_of_name(name: str) -> list[str]:
    """A name's words without case, marks and accents, as they are compared."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = (
        c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’"
    )
    return "".join(kept).split()


def without_titles(words: Sequence[str]) -> list[str]:
    """The words of a name but for "Mrs" and the like, unless nothing else is there."""
    return [word for word in words if word not in _titles()] or list(words)


def is_joint(name: str) -> bool:
    """Whether a name is that of two people: "Amina and Omar Yusuf", "Mr & Mrs Yusuf"."""
    words = name.casefold().replace("/", " / ").replace("&", " & ").replace("+", " + ").split()
    return any(word in _joining() for word in words[1:-1])


def _one(names: Sequence[CleanText]) -> CleanText:
    """Of several, the longest, if it holds all the others' words. Raises `TwoValues`."""
    names = [squeezed(name) for name in names]
    longest = max(names, key=len, default=NO_TEXT)
    held = set(words_of_name(longest))
    for name in names:
        if not set(without_titles(words_of_name(name))) <= held:
            raise TwoValues(Meaning.NAME, longest, name)
    return longest


def _joined(texts: Sequence[CleanText]) -> CleanText:
    return squeezed(CleanText(" ".join(text for text in texts if text)))


@cache
def _titles() -> frozenset[str]:
    return frozenset(word_tables("list_words")["titles"]["before"])


@cache
def _joining() -> frozenset[str]:
    return frozenset(word_tables("list_words")["joint"]["between"])
