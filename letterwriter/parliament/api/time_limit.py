"""Waiting for something outside no longer than so many seconds, all in all."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import BoundedSemaphore, Thread
from typing import TypeVar

_T = TypeVar("_T")


class AllBusy(Exception):
    """So many calls are waiting already that this one was not made."""


class TimeLimit:
    """Makes calls in threads of their own, and waits for each no longer than ``seconds``.

    The time-outs of sockets bound one wait at a time: a slow name server, or a
    service that sends a byte a second, can draw them out without end. A call
    that is given up goes on by itself, so no more than ``at_once`` are under
    way; they keep nothing from stopping.
    """

    def __init__(self, seconds: float, at_once: int) -> None:
        self._seconds = seconds
        self._free = BoundedSemaphore(at_once)

    def call(self, function: Callable[[], _T], seconds: float | None = None) -> _T:
        """What the function returns or raises; raises TimeoutError and AllBusy besides.

        ``seconds`` is a shorter limit for this call alone.
        """
        if not self._free.acquire(blocking=False):
            raise AllBusy
        outcome: Future[_T] = Future()

        def work() -> None:
            try:
                found = function()
            except Exception as error:  # noqa: BLE001  # raised again where it is waited for
                self._free.release()
                outcome.set_exception(error)
            else:
                self._free.release()  # first: who is answered may ask again at once
                outcome.set_result(found)

        Thread(target=work, name="outside", daemon=True).start()
        return outcome.result(self._seconds if seconds is None else min(seconds, self._seconds))
