"""The other process: it answers one question after the other, each within its budget."""

import fcntl
import os
import resource
import select
import signal
import socket
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from letterwriter.processes.budget import Budget, Limit
from letterwriter.processes.messages import LENGTH, Outcome, Task, packed, unpacked

WAS_IDLE: Final = 75  # the exit status of a process that nobody asked for a while
_FIRST_TO_GO: Final = "500"  # of 1,000: should the machine's memory end, not the site itself


def serve(descriptor: int, nice: int, idle: float) -> None:
    """Answer the parent on its socket until it is gone, or has asked nothing for ``idle`` s."""
    _set_up_process(nice)
    with socket.socket(fileno=descriptor) as parent:
        stays = True
        while stays:
            parent.settimeout(idle)
            try:
                question = _received(parent)
            except TimeoutError:
                raise SystemExit(WAS_IDLE) from None
            if question is None:
                return
            with _ended_with(parent):
                answer, stays = _answer(question)
            resource.setrlimit(resource.RLIMIT_AS, _hard(resource.RLIMIT_AS))
            parent.sendall(LENGTH.pack(len(answer)))
            parent.sendall(answer)


def _set_up_process(nice: int) -> None:
    """Leave signals to the parent, give way to it, and write nothing to the disk."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # it ends when the parent does
    os.nice(nice)
    with suppress(OSError):  # only Linux has it
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, "ascii")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _received(parent: socket.socket) -> bytes | None:
    head = _exactly(parent, LENGTH.size)
    if head is None:
        return None
    parent.settimeout(None)
    return _exactly(parent, LENGTH.unpack(head)[0])


def _exactly(parent: socket.socket, length: int) -> bytes | None:
    came = bytearray()
    while len(came) < length:
        piece = parent.recv(min(length - len(came), 1 << 20))
        if not piece:
            return None
        came += piece
    return bytes(came)


@contextmanager
def _ended_with(parent: socket.socket) -> Iterator[None]:
    """Meanwhile the kernel ends this process if the parent goes, however it is kept busy.

    A thread that watches would wait for code that does not let go of the
    interpreter. Where the signal of a socket does not end a process (not on
    Linux, that is), the limit on CPU time does.
    """
    fcntl.fcntl(parent, fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(parent, fcntl.F_GETFL)
    fcntl.fcntl(parent, fcntl.F_SETFL, flags | os.O_ASYNC)
    hung_up = select.poll()
    hung_up.register(parent, 0)
    if hung_up.poll(0):  # it went before we asked for the signal
        raise SystemExit
    try:
        yield
    finally:
        fcntl.fcntl(parent, fcntl.F_SETFL, flags)


def _answer(question: bytes) -> tuple[bytes, bool]:
    """The packed answer, and whether this process is fit for another question."""
    asked: Task = unpacked(question)
    try:
        _limit(asked.budget)
        answer = _done(asked.work)
        answer = replace(answer, stays=_size() <= asked.budget.memory // 2)
        message = packed(answer)
    except MemoryError:
        resource.setrlimit(
            resource.RLIMIT_AS, _hard(resource.RLIMIT_AS)
        )  # so that the answer can be made
        answer = Outcome(limit=Limit.MEMORY, stays=False)
        message = packed(answer)
    return message, answer.stays


def _done(work: bytes) -> Outcome:
    try:
        return Outcome(packed(unpacked(work)()))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, the parent raises it
        places = "".join(traceback.format_tb(error.__traceback__))
        return Outcome(error=error.with_traceback(None), places=places)


def _limit(budget: Budget) -> None:
    """Hold this process to the budget, beginning with what it has spent already."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + budget.cpu
    for kind, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, budget.memory)):
        with suppress(ValueError, OSError):  # a system that does not know it, or allows less
            resource.setrlimit(kind, (most, _hard(kind)[1]))


def _hard(kind: int) -> tuple[int, int]:
    most = resource.getrlimit(kind)[1]
    return most, most


def _size() -> int:
    """Bytes of address space, which is what is limited; else the peak of memory."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return pages * resource.getpagesize()
