"""Counts on their way to the database: held in memory, so that no letter waits for it."""

import logging
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from threading import Condition, Thread
from typing import Final

from letterwriter.counts.counted import CountedUnder, Numbers
from letterwriter.counts.database import MOST_ROWS_ADDED, CountsDatabase
from letterwriter.counts.database_faults import passing_fault

MOST_ROWS_WAITING: Final = 10_000  # that wait: more than all constituencies and doors of three days
PAUSE: Final = 0.2  # seconds from one writing to the next, in which letters come together
_REST: Final = 10.0  # seconds without trying after some failures in a row
_FEW: Final = 3  # failures in a row that are no more than bad luck
_AT_THE_END: Final = 1.0  # seconds to write what is left as the server stops

_log = logging.getLogger(__name__)


class WaitingCounts:
    """Takes counts at once and writes them soon, from a thread that ends with its process.

    The thread begins with the first count, so that it runs in the process that serves.
    """

    def __init__(
        self,
        database: CountsDatabase,
        clock: Callable[[], float] = time.monotonic,
        most_rows: int = MOST_ROWS_WAITING,
        rest: float = _REST,
    ) -> None:
        self._database = database
        self._clock = clock
        self._most_rows = most_rows
        self._rest = rest
        self._changed = Condition()
        self._waiting: Counter[CountedUnder] = Counter()
        self._writing: Counter[CountedUnder] = Counter()
        self._thread: Thread | None = None
        self._ending = False
        self._failures = 0
        self._failing_since: float | None = None
        self._lost = 0

    def add(self, under: CountedUnder) -> None:
        """Count one more letter."""
        with self._changed:
            self._take(under, 1)
            if self._thread is None and not self._ending:
                self._begin()
            self._changed.notify_all()

    @property
    def waiting(self) -> int:
        """Letters that are counted here and not written yet."""
        with self._changed:
            return self._waiting.total() + self._writing.total()

    @property
    def lost(self) -> int:
        """Letters that will not be counted, as there was no room."""
        return self._lost

    def seconds_failing(self) -> int:
        """How long the database has taken no counts, 0 if it takes them."""
        since = self._failing_since
        return 0 if since is None else 1 + int(self._clock() - since)

    def settle(self, seconds: float) -> bool:
        """Wait until nothing waits; whether that came about in time."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting and not self._writing, seconds)

    def close(self) -> None:
        """Write what is left, if the database takes it within a second, and end the thread."""
        with self._changed:
            if self._ending:
                return
            self._ending = True
            self._changed.notify_all()
        if self._thread:
            self._thread.join(_AT_THE_END)
        if left := self.waiting:
            _log.warning(_LEFT, left)
        self._database.close()

    def _begin(self) -> None:
        thread = Thread(target=self._run, name="counts", daemon=True)
        with suppress(RuntimeError):  # a machine without room for a thread: the next count tries
            thread.start()
            self._thread = thread

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._ending)
                for under in list(islice(self._waiting, MOST_ROWS_ADDED)):
                    self._writing[under] = self._waiting.pop(under)
            if self._writing:
                self._write(self._writing)
            with self._changed:
                if self._ending and (self._failures or not self._waiting):
                    return
                self._changed.wait_for(lambda: self._ending, self._pause())

    def _pause(self) -> float:
        return self._rest if self._failures >= _FEW else PAUSE

    def _write(self, numbers: Numbers) -> None:
        try:
            self._database.add(numbers)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is tried again and no visitor's matter
            self._failed(error)
        else:
            self._done()

    def _failed(self, error: Exception) -> None:
        self._database.close()  # a new connection may do better
        with self._changed:
            held, self._writing = self._writing, Counter()
            for under, number in held.items():
                self._take(under, number)
            self._failures += 1
            if self._failures == _FEW:
                _log.warning(_LOST_DATABASE, passing_fault(error), self._rest)
                self._failing_since = self._clock()

    def _done(self) -> None:
        with self._changed:
            self._writing = Counter()
            if self._failing_since is not None:
                _log.warning(_BACK, self._lost)
            self._failures, self._failing_since = 0, None
            self._changed.notify_all()

    def _take(self, under: CountedUnder, number: int) -> None:
        """Hold a number if there is room; another of the same row needs none."""
        if under in self._waiting or len(self._waiting) < self._most_rows:
            self._waiting[under] += number
            return
        if not self._lost:
            _log.warning(_NO_ROOM, self._most_rows)
        self._lost += number


_LOST_DATABASE: Final = (
    "the database in LETTERWRITER_COUNTS %s: letters go on, their counts wait in memory, and it is "
    "tried again every %d seconds"
)
_BACK: Final = (
    "the database in LETTERWRITER_COUNTS is back: what waited is counted, but for %d letters that "
    "this process has had no room for since its start"
)
_NO_ROOM: Final = (
    "counts are lost from now on: %d rows of them wait for the database in LETTERWRITER_COUNTS, "
    "and more are not held; /healthz says how many letters"
)
_LEFT: Final = "%d letters are not counted: the database in LETTERWRITER_COUNTS did not take them"
