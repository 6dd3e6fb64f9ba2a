"""A file that somebody brought and that cannot be read as a list."""

from collections.abc import Callable, Mapping
from enum import StrEnum


class Defect(StrEnum):
    """What is wrong with the whole file; the words are in ``templates/words/stack.toml``."""

    NO_FILE = "no-file"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_SPREAD = "too-spread"
    TOO_MUCH_TEXT = "too-much-text"
    CELL_TOO_LONG = "cell-too-long"
    OLD_EXCEL = "old-excel"
    PASSWORD = "password"  # noqa: S105  # the fault, not one
    NOT_A_LIST = "not-a-list"
    BROKEN = "broken"
    UNSAFE = "unsafe"
    TOO_MUCH = "too-much"
    QUOTES = "quotes"
    NO_HEADINGS = "no-headings"
    MISSING_HEADINGS = "missing-headings"
    NO_ROWS = "no-rows"
    ALL_HIDDEN = "all-hidden"


class Unreadable(Exception):
    """Why a file cannot be read. It keeps nothing of what stands in the file."""

    def __init__(self, fault: Defect, **slots: str) -> None:
        self.fault = fault
        self.slots: Mapping[str, str] = slots
        super().__init__(fault.value)

    def __reduce__(self) -> "tuple[Callable[..., Unreadable], tuple[Defect, dict[str, str]]]":
        """How it goes from one process to another."""
        return _made_anew, (self.fault, dict(self.slots))


def _made_anew(fault: Defect, slots: dict[str, str]) -> Unreadable:
    return Unreadable(fault, **slots)
