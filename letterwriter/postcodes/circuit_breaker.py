"""A service of somebody else's is not asked while it fails."""

from collections.abc import Callable
from threading import Lock
from typing import Final

MOST_FAILURES: Final = 3  # in a row: one may be bad luck
REST: Final = 60.0  # seconds without asking after them

Clock = Callable[[], float]  # seconds, from any start


class CircuitBreaker:
    """Asks no more after some failures in a row; when it has rested, one goes to see.

    ``rest`` is in seconds.
    """

    def __init__(self, clock: Clock, most: int = MOST_FAILURES, rest: float = REST) -> None:
        self._clock = clock
        self._most = most
        self._rest = rest
        self._lock = Lock()
        self._failures = 0
        self._since = 0.0

    @property
    def resting(self) -> bool:
        """Whether nobody may ask just now."""
        return self._failures >= self._most and self._clock() - self._since < self._rest

    def allows(self) -> bool:
        """Whether to ask; of those who come after a rest only the first may."""
        with self._lock:
            if self.resting:
                return False
            if self._failures >= self._most:
                self._since = self._clock()
            return True

    def note(self, *, failed: bool) -> None:
        """Tell how asking went."""
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            self._since = self._clock()
