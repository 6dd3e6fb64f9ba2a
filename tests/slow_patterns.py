"""Which patterns can be kept busy for longer than a text's length explains."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.growth import is_linear
from tests.hostile import Text, texts

_AT_A_PLACE = frozenset({"match", "fullmatch"})  # these do not look for a place to begin


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, where it stands, and the methods that are called on it."""

    where: str
    pattern: str | bytes
    flags: int = 0
    methods: frozenset[str] = frozenset({"search"})

    def use_on(self, text: str) -> None:
        """Look for it at every place of a text, or only where it is ever looked for."""
        pattern: re.Pattern[Any] = re.compile(self.pattern, self.flags)
        whole: Any = text.encode("latin-1", "replace") if isinstance(self.pattern, bytes) else text
        for method in self.methods & _AT_A_PLACE:
            getattr(pattern, method)(whole)
        if not self.methods <= _AT_A_PLACE:
            pattern.sub(whole[:0], whole)


def slow(found: Found) -> Text | None:
    """The first text that keeps a pattern too busy."""
    for text in texts(found.pattern, found.flags):
        if not is_linear(lambda length, text=text: found.use_on(text.of(length))):  # type: ignore[misc]
            return text
    return None


def too_slow(patterns: Iterable[Found]) -> dict[str, Text]:
    """Each pattern that can be kept too busy, with the text that does it."""
    each = {(one.pattern, one.flags, one.methods): one for one in patterns}
    found = {f"{one.where} {one.pattern!r}": slow(one) for one in each.values()}
    return {where: text for where, text in found.items() if text}
