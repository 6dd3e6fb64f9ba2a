"""What a piece of work may take, and the words for there being no result of it."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a process may take for one piece of work.

    ``seconds`` go by the clock on the wall, ``cpu`` are seconds of one core;
    ``memory`` is the process's address space and ``answer`` the result as it
    is sent back, both in bytes.
    """

    seconds: float
    cpu: int
    memory: int
    answer: int


class Limit(StrEnum):
    """Which part of a budget was spent; CRASHED where the process ended by itself."""

    TIME = "time"
    MEMORY = "memory"
    ANSWER = "answer"
    CRASHED = "crashed"


class Spent(Exception):
    """The work was ended, as it took more than its budget or broke its process."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit.value)
        self.limit = limit


class Abandoned(Exception):
    """Nobody waits for the result any more, so the work was ended."""


class Busy(Exception):
    """Every place was taken for as long as we were ready to wait."""

    def __init__(self, waited: float) -> None:
        super().__init__(f"every place was taken for {waited:g} seconds")
        self.waited = waited  # seconds


class Elsewhere(Exception):
    """The cause of an error that was raised in another process: where in its code that was."""

    def __init__(self, places: str) -> None:
        super().__init__(places)
        self.places = places  # as traceback.format_tb has them
