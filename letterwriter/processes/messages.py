"""What two processes of ours say to each other: pickles, each after its length."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from struct import Struct
from types import FunctionType
from typing import Any, cast

from letterwriter.processes.budget import Budget, Limit

LENGTH = Struct("!Q")  # stands before every message: its bytes


@dataclass(frozen=True, slots=True)
class Task:
    """What to do, still packed, so that it is unpacked within its budget."""

    budget: Budget
    work: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: one of a packed result, an error with its place in the code, and a limit.

    ``stays`` says whether the process can be asked again.
    """

    result: bytes = b""
    error: Exception | None = None
    places: str = ""
    limit: Limit | None = None
    stays: bool = True


def packed(message: object) -> bytes:
    """The bytes of a message, errors of our own kinds included."""
    file = BytesIO()
    _Pickler(file, pickle.HIGHEST_PROTOCOL).dump(message)
    return file.getvalue()


def unpacked(message: bytes) -> Any:
    """The message again; only for what a process of ours has sent."""
    return pickle.loads(message)  # noqa: S301  # our own process wrote it, from our own code


class _Pickler(pickle.Pickler):
    """Takes errors whose ``__init__`` asks for other things than their ``args`` hold."""

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, BaseException) and isinstance(type(value).__init__, FunctionType):
            return _error, (type(value), value.args), value.__dict__
        return NotImplemented


def _error(kind: type[BaseException], args: tuple[object, ...]) -> BaseException:
    made = cast("Callable[..., BaseException]", kind.__new__)
    return made(kind, *args)
