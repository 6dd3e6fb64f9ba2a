"""Which pages were counted already: each makes a number by chance, and counts once."""

import re
from collections import OrderedDict
from secrets import token_hex
from threading import Lock
from typing import Final

_MARK: Final = re.compile(r"[0-9a-f]{32}")
_MOST: Final = 20_000  # remembered: 2 MB, and more than an hour of a busy site


def new_page_mark() -> str:
    """A number by chance for a page, which says nothing of who has it."""
    return token_hex(16)


def is_page_mark(text: str) -> bool:
    """Whether it looks like one that a page of ours made."""
    return _MARK.fullmatch(text) is not None


class SeenPages:
    """Remembers the last marks in memory, by themselves: not when, nor with what they came."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._marks: OrderedDict[str, None] = OrderedDict()

    def is_new(self, mark: str) -> bool:
        """Whether it comes for the first time; the next time it does not."""
        with self._lock:
            if mark in self._marks:
                return False
            self._marks[mark] = None
            if len(self._marks) > self._most:
                self._marks.popitem(last=False)
            return True
