"""Sets of characters, as Python's ``re`` means them and as JavaScript writes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

# What \w, \d and \s match in Python. JavaScript's own are ASCII, and its \s has U+FEFF.
WORD = r"\p{L}\p{N}_"
_CLASSES = {
    "WORD": WORD,
    "DIGIT": r"\p{Nd}",
    "SPACE": r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
}
_ARE_WORDS = {"WORD": True, "DIGIT": True, "SPACE": False, "NOT_WORD": False}
_LATIN = 0xFF  # the last character that is looked at for upper and lower case
_CASED = "".join(map(chr, range(0x2200)))  # holds each other case of those: K also as U+212A


class Untranslatable(Exception):
    """Something that a browser cannot do, or that nobody has shown here to be the same there."""


@dataclass(frozen=True, slots=True)
class CharacterSet:
    """One character of several: by code point, by class ("WORD", "NOT_DIGIT"), or none of these."""

    codes: frozenset[int] = frozenset()
    classes: frozenset[str] = frozenset()
    negated: bool = False

    @classmethod
    def of(cls, members: Iterable[tuple[Any, Any]], *, ignore_case: bool) -> "CharacterSet":
        """What re's parser says of a set: (LITERAL, 97), (CATEGORY, CATEGORY_WORD) and so on."""
        codes: set[int] = set()
        classes: set[str] = set()
        negated = False
        for operation, argument in members:
            match operation.name:
                case "NEGATE":
                    negated = True
                case "CATEGORY":
                    classes.add(argument.name.removeprefix("CATEGORY_"))
                case "LITERAL":
                    codes.add(argument)
                case "RANGE":
                    codes.update(range(argument[0], argument[1] + 1))
                case other:
                    raise Untranslatable(f"{other} in a set")
        if ignore_case:
            codes = set().union(*map(cases, codes))
        return cls(frozenset(codes), frozenset(classes), negated)

    def with_all(self, other: "CharacterSet") -> "CharacterSet":
        """All that is in either; only for plain sets."""
        if self.negated or other.negated:
            raise Untranslatable("a complement where a plain set is needed")
        return CharacterSet(self.codes | other.codes, self.classes | other.classes)

    @property
    def inside(self) -> str:
        """What stands between the brackets; only for a set without complements."""
        if self.negated or not self.classes <= _CLASSES.keys():
            raise Untranslatable("a complement where a plain set is needed")
        return "".join([*sorted(_CLASSES[name] for name in self.classes), *_ranges(self.codes)])

    @property
    def javascript(self) -> str:
        r"""``a`` or ``[...]``; ``[^\W\d]`` as: not a digit, and then a word character."""
        complements = self.classes - _CLASSES.keys()
        rest = CharacterSet(self.codes, self.classes - complements)
        if not complements:
            if len(self.codes) == 1 and not (self.classes or self.negated):
                return escaped(next(iter(self.codes)))
            return f"[{'^' if self.negated else ''}{rest.inside}]"
        if len(complements) > 1 or (rest.inside and not self.negated):
            raise Untranslatable(r"\W, \D or \S beside others: write what is meant instead")
        of = _CLASSES[next(iter(complements)).removeprefix("NOT_")]
        alone = f"[{'' if self.negated else '^'}{of}]"
        return f"(?:(?!{rest.javascript}){alone})" if rest.inside else alone

    @property
    def is_word(self) -> bool | None:
        r"""Whether all of them are what ``\w`` matches, or none is; else None."""
        if self.negated:
            return True if "NOT_WORD" in self.classes else None
        kinds = {chr(code).isalnum() or chr(code) == "_" for code in self.codes}
        answers = {*kinds, *(_ARE_WORDS.get(name) for name in self.classes)}
        return answers.pop() if len(answers) == 1 else None


@cache
def cases(code: int) -> frozenset[int]:
    """A character and all that ``re`` takes for it when upper and lower case are one."""
    character = chr(code)
    if character.lower() == character.upper():
        return frozenset({code})
    if code > _LATIN:
        raise Untranslatable(f"{character!r} in either case: only Latin-1 is looked at")
    return frozenset(map(ord, re.findall(re.escape(character), _CASED, re.IGNORECASE)))


def escaped(code: int) -> str:
    """A character that stands for itself; all but ASCII by number."""
    if not 0x20 <= code <= 0x7E:
        return f"\\u{{{code:x}}}"
    return f"\\{chr(code)}" if chr(code) in r"\^$.*+?()[]{}|/" else chr(code)


def _ranges(codes: Iterable[int]) -> Iterator[str]:
    """Code points as JavaScript's ``a-z``; runs of one or two as they are."""
    for _, group in groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0]):
        run = [code for _, code in group]
        ends = [_in_set(run[0]), _in_set(run[-1])]
        yield "-".join(ends) if len(run) > 2 else "".join(map(_in_set, run))


def _in_set(code: int) -> str:
    return r"\-" if code == ord("-") else escaped(code)
