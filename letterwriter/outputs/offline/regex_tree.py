"""Python's own tree of a pattern of ``re``, and what stands at the ends of its parts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from letterwriter.outputs.offline.characters import CharacterSet, Untranslatable

_parser: Any = import_module("re._parser")  # it has had no public name since Python 3.11
NO_END: int = _parser.MAXREPEAT
_WIDTHLESS = ("AT", "ASSERT", "ASSERT_NOT")


@dataclass(frozen=True, slots=True)
class Item:
    """One operation, by the parser's name for it, with its argument."""

    name: str
    argument: Any
    ignore_case: bool

    @property
    def characters(self) -> CharacterSet | None:
        """What it matches, where that is one character."""
        match self.name:
            case "IN":
                members = self.argument
            case "LITERAL":
                members = [(_parser.LITERAL, self.argument)]
            case "NOT_LITERAL":
                members = [(_parser.NEGATE, None), (_parser.LITERAL, self.argument)]
            case _:
                return None
        return CharacterSet.of(members, ignore_case=self.ignore_case)

    def inner(self, tree: Any) -> list["Item"]:
        """The items of a tree that stands within this one."""
        return _items(tree, ignore_case=self.ignore_case)


def parse(pattern: str) -> tuple[list[Item], dict[str, int]]:
    """A pattern's items, and its groups' numbers by name."""
    tree = _parser.parse(pattern)
    if tree.state.flags & ~(re.IGNORECASE | re.UNICODE):
        raise Untranslatable("a flag other than (?i)")
    if least_width(tree) < 2:
        raise Untranslatable("a pattern that may match less than two characters")
    ignore_case = bool(tree.state.flags & re.IGNORECASE)
    return _items(tree, ignore_case=ignore_case), dict(tree.state.groupdict)


def least_width(tree: Any) -> int:
    """How many characters a tree matches at the least."""
    return int(tree.getwidth()[0])


def most_width(tree: Any) -> int:
    """How many characters a tree matches at the most."""
    return int(tree.getwidth()[1])


def edge_is_word(items: Sequence[Item], *, otherwise: bool | None, last: bool) -> bool | None:
    """Whether what items match ends (or begins) with a word character; None if that depends.

    ``otherwise`` is the answer for what stands beyond, should the items match nothing.
    """
    answers: set[bool | None] = set()
    for item in reversed(items) if last else items:
        if item.name in _WIDTHLESS:
            continue
        answers.add(_is_word(item, last=last))
        if not (item.name.endswith("_REPEAT") and item.argument[0] == 0):
            break
    else:
        answers.add(otherwise)
    return answers.pop() if len(answers) == 1 else None


def _is_word(item: Item, *, last: bool) -> bool | None:
    if characters := item.characters:
        return characters.is_word
    match item.name:
        case "SUBPATTERN" | "MAX_REPEAT" | "MIN_REPEAT":
            return edge_is_word(item.inner(item.argument[-1]), otherwise=None, last=last)
        case "BRANCH":
            ways = (item.inner(tree) for tree in item.argument[1])
            answers = {edge_is_word(way, otherwise=None, last=last) for way in ways}
            return answers.pop() if len(answers) == 1 else None
    return None


def _items(tree: Iterable[tuple[Any, Any]], *, ignore_case: bool) -> list[Item]:
    """A tree's items, with the groups opened that nobody asks for: ``(?:...)``, ``(?i:...)``."""
    items: list[Item] = []
    for operation, argument in tree:
        if operation.name == "SUBPATTERN" and argument[0] is None:
            _, added, removed, inner = argument
            if removed or added & ~re.IGNORECASE:
                raise Untranslatable("a flag other than (?i:...)")
            items += _items(inner, ignore_case=ignore_case or bool(added))
        else:
            items.append(Item(operation.name, argument, ignore_case))
    return items
