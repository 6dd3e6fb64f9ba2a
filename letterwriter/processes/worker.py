"""A process of ours from the parent's side: it is asked, waited for, and ended."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Final

from letterwriter.processes.budget import Abandoned, Budget, Limit, Spent
from letterwriter.processes.child import WAS_IDLE
from letterwriter.processes.messages import LENGTH

_LOOK: Final = 0.25  # seconds between looks whether anybody still waits
_PIECE: Final = 1 << 18  # bytes
_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from letterwriter.processes.child import serve; "
    "serve(int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))"
)


class WasIdle(Exception):
    """The process had ended, as nobody asked it for a while: nothing is lost, ask another."""


class WorkerProcess:
    """One process, started at once; it ends with this one, after ``idle`` seconds, or by `end`.

    A fresh interpreter, so that it has neither the threads nor the locks of
    this one, and no socket of a visitor. What it says goes nowhere: the last
    words of a library that breaks may be a person's.
    """

    def __init__(self, nice: int, idle: float) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            numbers = (str(theirs.fileno()), str(nice), str(idle))
            self._process = subprocess.Popen(  # noqa: S603  # our own code, and nobody's words
                [sys.executable, "-I", "-B", "-c", _START, json.dumps(sys.path), *numbers],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,  # Ctrl+C in a terminal is for the site
                env=os.environ | {"MALLOC_ARENA_MAX": "2"},  # threads' heaps would count as memory
            )
        self._socket.settimeout(0)

    @property
    def alive(self) -> bool:
        """Whether it is there for us: not where it has ended, nor in a fork of who started it."""
        return self._process.poll() is None

    def ask(self, question: bytes, budget: Budget, left: Callable[[], bool]) -> bytes:
        """Its packed answer. Raises `Spent`, `Abandoned` and `WasIdle`; it is to be ended then.

        ``left`` is asked a few times a second whether nobody waits any more.
        """
        until = time.monotonic() + budget.seconds
        exchange = _Exchange(self._socket, question, budget.answer)
        try:
            while not exchange.goes_on(min(_LOOK, max(0.0, until - time.monotonic()))):
                if left():
                    raise Abandoned
                if time.monotonic() >= until:
                    raise Spent(Limit.TIME)
        except (EOFError, OSError):
            raise self._why_ended() from None
        return exchange.answer

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._socket.close()

    def _why_ended(self) -> Exception:
        """Why it hung up."""
        try:
            status = self._process.wait(timeout=_LOOK)
        except subprocess.TimeoutExpired:  # it only closed its socket
            return Spent(Limit.CRASHED)
        if status == WAS_IDLE:
            return WasIdle()
        limits = {-signal.SIGXCPU: Limit.TIME, -signal.SIGKILL: Limit.MEMORY}  # the kernel's doing
        return Spent(limits.get(status, Limit.CRASHED))


class _Exchange:
    """A question on its way out and an answer on its way in, on a socket that never blocks."""

    def __init__(self, socket_: socket.socket, question: bytes, most: int) -> None:
        self._socket = socket_
        self._unsent = memoryview(LENGTH.pack(len(question)) + question)
        self._came = bytearray()
        self._most = most

    @property
    def answer(self) -> bytes:
        """What came after the length."""
        return bytes(memoryview(self._came)[LENGTH.size :])

    def goes_on(self, seconds: float) -> bool:
        """Send and take what can be, waiting for it; whether all has come.

        Raises EOFError or OSError where the other side is gone.
        """
        ready = select.poll()
        ready.register(self._socket, select.POLLIN | (select.POLLOUT if self._unsent else 0))
        for _, event in ready.poll(1000 * seconds):
            if event & select.POLLOUT:
                self._unsent = self._unsent[self._socket.send(self._unsent[:_PIECE]) :]
            if event & ~select.POLLOUT:
                self._take()
        return len(self._came) >= LENGTH.size and len(self._came) == self._length

    @property
    def _length(self) -> int:
        length: int = LENGTH.unpack_from(self._came)[0]
        if length > self._most:
            raise Spent(Limit.ANSWER)
        return LENGTH.size + length

    def _take(self) -> None:
        piece = self._socket.recv(_PIECE)
        if not piece:
            raise EOFError
        self._came += piece
