"""How often a question is asked again, and how long is waited for what."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from urllib3.exceptions import InvalidHeader
from urllib3.util.retry import Retry

_TRIES: Final = 5  # for no connection, 429 and 5xx
_READS: Final = 3  # of an answer that stops in the middle
_LONGEST_HEADER: Final = 40  # characters: a date has 29


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How long to wait: before a request, for a connection, for more of an answer, for all of it.

    All in seconds. ``whole`` is for one question however often it is asked, without the waits
    between; ``in_all`` is for all questions, with them. ``sleep``, ``clock`` and the time of
    day are arguments so that tests need not wait.
    """

    pause: float = 0.1
    connect: float = 10
    read: float = 30
    whole: float = 90
    in_all: float = 30 * 60  # ten times what a refresh takes
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time


@dataclass(frozen=True, slots=True)
class RetryBudget:
    """``left`` is for how many seconds we still listen, over all tries together."""

    seconds_left: float
    tries: int = 0

    def after(self, seconds: float) -> "RetryBudget":
        """What is left after one more try that took so long."""
        return RetryBudget(self.seconds_left - seconds, self.tries + 1)

    def is_spent(self, *, cut: bool) -> bool:
        """Whether to give up; ``cut`` if the last answer stopped in the middle."""
        return self.seconds_left <= 0 or self.tries >= (_READS if cut else _TRIES)

    @property
    def backing_off(self) -> float:
        """Seconds to wait before the next try, longer each time."""
        return 2.0 ** (self.tries - 1)


def asked_to_wait(retry_after: str) -> float | None:
    """The seconds that a Retry-After header asks for; None where it makes no sense or is empty."""
    if not retry_after or len(retry_after) > _LONGEST_HEADER:
        return None
    try:
        return Retry().parse_retry_after(retry_after) or None
    except (InvalidHeader, ValueError, OverflowError):  # neither seconds nor a date
        return None
