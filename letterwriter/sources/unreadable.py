"""A file that somebody brought and that cannot be read as a list."""

from collections.abc import Mapping
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with the whole file; the words are in ``templates/words/stack.toml``."""

    NO_FILE = "no-file"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_SPREAD = "too-spread"
    OLD_EXCEL = "old-excel"
    NOT_A_LIST = "not-a-list"
    BROKEN = "broken"
    UNSAFE = "unsafe"
    QUOTES = "quotes"
    NO_HEADINGS = "no-headings"
    MISSING_HEADINGS = "missing-headings"
    NO_ROWS = "no-rows"


class Unreadable(Exception):
    """Why a file cannot be read. It keeps nothing of what stands in the file."""

    def __init__(self, fault: Fault, **slots: str) -> None:
        self.fault = fault
        self.slots: Mapping[str, str] = slots
        super().__init__(fault.value)
