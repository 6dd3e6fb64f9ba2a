"""Texts on which a pattern that is not linear takes a time that grows with their square.

They are made from the pattern itself: long runs of each character that occurs in it, alone and
in pairs, after what stands before each of its repetitions, with an end at which it fails.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

_parser: Any = import_module("re._parser")  # it has had no public name since Python 3.11

# Spaces, line ends, digits, letters, brackets, marks, joiners, what parts a table or an address.
USUAL = " \n\t09aeZ_é()[]{}<>@.,;:'’\"-/+=%&!?|\\#\u0301\u0645\u200d\u200e\x00"
_OF_CATEGORY = {"DIGIT": "07", "SPACE": " \n", "WORD": "a_Z"}
_MANY = 200  # repeated at most so often is bounded
_FEW = 12  # characters of a pattern, of which all pairs are tried


class Text(NamedTuple):
    """``before``, then ``run`` over and over up to a length, then ``after``."""

    before: str
    run: str
    after: str

    def of(self, length: int) -> str:
        """The text, about so many characters long."""
        return self.before + self.run * (length // len(self.run)) + self.after


@dataclass(slots=True)
class _Walk:
    """What was met in a pattern's tree."""

    characters: dict[str, None] = field(default_factory=dict)
    beginnings: dict[str, None] = field(default_factory=dict)  # of ranges, without their ends
    before_repeats: dict[str, None] = field(default_factory=dict)

    def sample(self, items: Iterable[Any], before: str = "") -> str:
        """One text that the items match, more or less; notes all characters on its way."""
        made = ""
        for name, argument in items:
            made += self._of(str(name), argument, before + made)
        return made

    def _of(self, name: str, argument: Any, before: str) -> str:
        match name:
            case "LITERAL" | "NOT_LITERAL" | "IN" | "ANY":
                members: list[str] = _members(name, argument)
                self.characters |= dict.fromkeys(members)
                self.beginnings |= dict.fromkeys(_members(name, argument, ends=False))
                return members[0] if name != "NOT_LITERAL" else "a"
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = argument
                if int(most) >= _MANY:
                    self.before_repeats[before] = None
                return self.sample(inner, before) * max(1, min(int(least), 3))
            case "BRANCH":
                first, *_ = [self.sample(inner, before) for inner in argument[1]]
                return first
            case "SUBPATTERN" | "ASSERT":
                inner = argument[-1]
                made = self.sample(inner, before)
                return made if name == "SUBPATTERN" else ""
            case "ATOMIC_GROUP":
                return self.sample(argument, before)
            case "ASSERT_NOT":
                self.sample(argument[1], before)
        return ""


def texts(pattern: str | bytes, flags: int = 0) -> list[Text]:
    """The texts to try a pattern with, each once."""
    if isinstance(pattern, bytes):
        pattern = pattern.decode("latin-1")
    walk = _Walk()
    sample = walk.sample(_parser.parse(pattern, flags & ~re.DEBUG))
    return list(dict.fromkeys(_texts(walk, sample)))


def _texts(walk: _Walk, sample: str) -> Iterator[Text]:
    own = list(walk.characters)
    for character in dict.fromkeys((*USUAL, *own)):
        yield Text("", character, "\x00")
    for character in own:
        yield Text("", character, "\n")
    few = list(walk.beginnings)[:_FEW]
    for before, one in product(walk.before_repeats, (*few, " ", "a", ".")):
        yield Text(before, one, "\x00")
        yield Text("", before + one, "\x00")
        yield from (Text(before, one, after) for after in few)
    for one, other in product(few, few):
        yield Text("", one + other, "\x00")
    for end in range(1, min(len(sample), 12) + 1):
        yield Text("", sample[:end], "\x00")


def _members(name: str, argument: Any, *, ends: bool = True) -> list[str]:
    """Some characters that a set holds, or that it is told not to hold."""
    if name == "ANY":
        return ["a"]
    if name != "IN":
        return [chr(argument)]
    found: list[str] = []
    for kind, value in argument:
        match str(kind):
            case "LITERAL":
                found.append(chr(value))
            case "RANGE":
                found += [chr(one) for one in value[: 1 + ends]]
            case "CATEGORY":
                found += _OF_CATEGORY[str(value).rpartition("_")[2]]
    negated = bool(argument) and str(argument[0][0]) == "NEGATE"
    return [*"a."[: 2 * negated], *dict.fromkeys(found)] or ["a"]
