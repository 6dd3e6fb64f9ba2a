"""Values that somebody else wrote, each read as the kind of thing that it should be.

Campaign files, the tables of members and the settings of a site have readers of their own,
which know where a value stands; what they share is here. The answers of Parliament's service
are read along their paths, and share `is_of` alone.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import TypeGuard, TypeVar

_T = TypeVar("_T")


def is_of(value: object, kind: type[_T]) -> TypeGuard[_T]:
    """Whether a value is of just this kind: true is no number, and a date with a time no date."""
    return type(value) is kind


class TypedValues(ABC):
    """Values by name. A wrong one is noted, so that one reading finds all, or raised at once."""

    __slots__ = ()

    @abstractmethod
    def raw(self, name: str) -> object:
        """The value as it was written, None where there is none."""

    @abstractmethod
    def wrong(self, name: str, what: str) -> None:
        """Note or raise where the value stands and what it should be."""

    def of_kind(
        self, name: str, kind: type[_T], what: str, empty: _T, *, needed: bool = True
    ) -> _T:
        """The value, or ``empty`` where it is of another kind, or is missing."""
        value = self.raw(name)
        if is_of(value, kind):
            return value
        if needed or value is not None:
            self.wrong(name, what)
        return empty

    def parsed(self, name: str, parse: Callable[[str], _T], what: str, empty: _T) -> _T:
        """What ``parse`` makes of the text, or ``empty`` where it raises ValueError."""
        with suppress(ValueError):
            return parse(str(self.raw(name)))
        self.wrong(name, what)
        return empty
