"""Cells that are answered with yes or no: whether a row makes a letter at all."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from letterwriter.files.messages import word_tables

_WORDS = re.compile(r"[^\W_]+|[^\w\s.,;:!?()/'’\"-]")


class YesOrNo(StrEnum):
    """What a cell says to a question of yes or no."""

    YES = "yes"
    NO = "no"
    EMPTY = "empty"
    UNCLEAR = "unclear"


def answer_in(cell: str) -> YesOrNo:
    """What a cell says. A long answer counts by how it begins, and by whether it denies."""
    text = " ".join(_words(cell))
    if not text or text in _known("nothing"):
        return YesOrNo.EMPTY
    if text in _known("yes"):
        return YesOrNo.YES
    said = set(_beginnings(text))
    if said & _known("no") or not set(text.split()).isdisjoint(_known("negating")):
        return YesOrNo.NO
    return YesOrNo.YES if said & _known("yes") else YesOrNo.UNCLEAR


def asks_to_stop(cell: str) -> YesOrNo:
    """What a cell says under a heading such as "Delete?"."""
    text = " ".join(_words(cell))
    return YesOrNo.YES if text in _known("stopping") else answer_in(cell)


def _beginnings(text: str) -> Iterator[str]:
    words = text.split()
    return (" ".join(words[:count]) for count in range(1, min(len(words), 4) + 1))


def _words(cell: str) -> list[str]:
    return _WORDS.findall(cell.casefold().replace("'", "").replace("’", ""))


@cache
def _known(key: str) -> frozenset[str]:
    return frozenset(" ".join(_words(each)) for each in word_tables("list_words")["answers"][key])
