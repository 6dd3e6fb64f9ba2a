"""Views that are loaded at their first visit: few people print packs, and all wait for a start."""

from functools import cached_property
from typing import Any

from werkzeug.utils import import_string


class Later:
    """A function by its name, as Flask's documentation has it ("Lazily loading views")."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.__module__, _, self.__name__ = name.rpartition(".")

    @cached_property
    def _function(self) -> Any:
        return import_string(self._name)

    def __call__(self, *args: Any, **named: Any) -> Any:
        """Answer as the function does."""
        return self._function(*args, **named)
