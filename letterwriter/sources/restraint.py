"""Restraint towards another's service: not too often, and not while it fails."""

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Final

MOST_FAILURES: Final = 3  # in a row: one may be bad luck
REST: Final = 60.0  # seconds without asking after them
MOST_A_MINUTE: Final = 60  # far more than people at stalls press, far fewer than a script could

Clock = Callable[[], float]  # seconds, from any start


class Breaker:
    """Asks no more after some failures in a row; when it has rested, one goes to see."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._since = 0.0

    @property
    def resting(self) -> bool:
        """Whether nobody may ask just now."""
        return self._failures >= MOST_FAILURES and self._clock() - self._since < REST

    def allows(self) -> bool:
        """Whether to ask; of those who come after a rest only the first may."""
        with self._lock:
            if self.resting:
                return False
            if self._failures >= MOST_FAILURES:
                self._since = self._clock()
            return True

    def note(self, *, failed: bool) -> None:
        """Tell how asking went."""
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            self._since = self._clock()


class Pace:
    """So many times in any minute, whoever asks: a button of ours is nobody's hammer."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._times: deque[float] = deque(maxlen=MOST_A_MINUTE)

    def allows(self) -> bool:
        """Whether one more may go now; it counts as gone."""
        with self._lock:
            now = self._clock()
            if len(self._times) == MOST_A_MINUTE and now - self._times[0] < 60:
                return False
            self._times.append(now)
            return True
