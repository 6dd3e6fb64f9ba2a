"""Names of places, looked up however they are written, and split where commas separate them.

An index is made once. What a person typed costs a few look-ups for each name in it, however long
it is: a name holds at most so many commas, and only the first few names that are unknown are
compared with all that are known.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from letterwriter.parliament.names.folded_names import name_key
from letterwriter.parliament.names.name_search import NameSearch

_LINES = re.compile(r"[\n;]")


class NameIndex:
    """Names to constituency codes."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """``named`` are pairs of a name and the code of one constituency that it stands for."""
        self._codes: dict[str, dict[str, None]] = {}
        self._shown: dict[str, str] = {}
        for name, code in named:
            key = name_key(name)
            self._codes.setdefault(key, {})[code] = None
            self._shown.setdefault(key, name)
        self._most_parts = 1 + max((name.count(",") for name in self._shown.values()), default=0)

    def codes(self, name: str) -> tuple[str, ...]:
        """The constituencies that a name stands for; none where it is not known."""
        return tuple(self._codes.get(name_key(name), ()))

    def names_in(self, text: str) -> Iterator[str]:
        """The names in a text, separated by lines or commas; some names hold commas themselves."""
        for line in _LINES.split(text):
            parts = [part.strip() for part in line.split(",") if part.strip()]
            at = 0
            while at < len(parts):
                count = self._longest_known(parts[at : at + self._most_parts])
                yield ", ".join(parts[at : at + count])
                at += count

    def alike(self, name: str) -> tuple[str, ...]:
        """A few names that look like an unknown one, or hold it: compares it with all of them."""
        return self._search.likely(name)

    @cached_property
    def _search(self) -> NameSearch:
        return NameSearch((shown, shown, 0) for shown in self._shown.values())

    def _longest_known(self, parts: list[str]) -> int:
        """How many of these parts, from the first on, make one known name; one if none do."""
        counts = range(len(parts), 1, -1)
        return next((n for n in counts if name_key(", ".join(parts[:n])) in self._codes), 1)
