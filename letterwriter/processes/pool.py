"""Places for work in processes of its own: so many at once, each within its budget."""

import os
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from typing import Final, TypeVar, cast

from letterwriter.processes.budget import Abandoned, Budget, Busy, Elsewhere, Spent
from letterwriter.processes.messages import Outcome, Task, packed, unpacked
from letterwriter.processes.worker import WasIdle, WorkerProcess

CORES: Final = os.cpu_count() or 1
WAIT_SECONDS: Final = 5.0  # whoever waits longer gets a page that says so
IDLE_SECONDS: Final = 300.0  # then a process gives its memory back; a new one takes half a second
_LOOK: Final = 0.25  # seconds between looks whether anybody still waits

_T = TypeVar("_T")


def _still_here() -> bool:
    return False


class Pool:
    """Does at most ``at_once`` pieces of work at a time; one more waits up to ``wait`` seconds.

    Processes are started when there is work for them, so also after a server
    has forked; ``reused`` ones are kept for more of it while they stay small.
    """

    def __init__(
        self,
        at_once: int = CORES,
        *,
        wait: float = WAIT_SECONDS,
        nice: int = 0,
        reused: bool = True,
        idle: float = IDLE_SECONDS,
    ) -> None:
        self._places = BoundedSemaphore(at_once)
        self._wait = wait
        self._nice = nice
        self._reused = reused
        self._idle_seconds = idle
        self._idle = _Idle()
        weakref.finalize(self, self._idle.end)

    @contextmanager
    def place(self, left: Callable[[], bool] = _still_here) -> Iterator[None]:
        """Hold one place. Raises `Busy` after the longest wait, and `Abandoned`."""
        until = time.monotonic() + self._wait
        while not self._places.acquire(timeout=min(_LOOK, max(0.0, until - time.monotonic()))):
            if left():
                raise Abandoned
            if time.monotonic() >= until:
                raise Busy(self._wait)
        try:
            yield
        finally:
            self._places.release()

    def run(
        self, work: Callable[[], _T], budget: Budget, left: Callable[[], bool] = _still_here
    ) -> _T:
        """What ``work`` returns or raises, in another process; a `partial` of what can be imported.

        Raises `Spent`, `Busy`, and `Abandoned` once ``left`` says that nobody waits any more.
        """
        question = packed(Task(budget, packed(work)))
        with self.place(left):
            answer = self._answer(question, budget, left)
        if answer.limit:
            raise Spent(answer.limit)
        if answer.error:
            raise answer.error from Elsewhere(answer.places)
        return cast("_T", unpacked(answer.result))

    def _answer(self, question: bytes, budget: Budget, left: Callable[[], bool]) -> Outcome:
        while True:
            worker = self._idle.take() or WorkerProcess(self._nice, self._idle_seconds)
            try:
                answer: Outcome = unpacked(worker.ask(question, budget, left))
            except WasIdle:
                worker.end()
                continue
            except BaseException:
                worker.end()
                raise
            if self._reused and answer.stays:
                self._idle.put(worker)
            else:
                worker.end()
            return answer


class _Idle:
    """The processes that wait for work."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._workers: list[WorkerProcess] = []

    def take(self) -> WorkerProcess | None:
        """The one that was used last, so that others can be idle for long; None if all are gone."""
        with self._lock:
            while self._workers:
                worker = self._workers.pop()
                if worker.alive:
                    return worker
                worker.end()
        return None

    def put(self, worker: WorkerProcess) -> None:
        """Keep it for more work."""
        with self._lock:
            self._workers.append(worker)

    def end(self) -> None:
        """End them all."""
        while worker := self.take():
            worker.end()
