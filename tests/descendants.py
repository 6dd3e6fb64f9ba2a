"""Processes as the system lists them (Linux): who was started by whom, and who is gone."""

import time
from collections.abc import Callable
from pathlib import Path

GENEROUS = 60.0  # seconds, for what happens in one where nobody else is busy


def descendants(pid: int) -> set[int]:
    """Of a process, those that it has started and theirs, at this moment."""
    parents = {child: parent for child, parent, state in _all() if state != "Z"}
    found: set[int] = set()
    while more := {child for child, parent in parents.items() if parent in {pid, *found}} - found:
        found |= more
    return found


def running(pid: int) -> bool:
    """Whether it has not ended yet."""
    return any(child == pid and state != "Z" for child, _, state in _all())


def comes(true: Callable[[], object]) -> bool:
    """Whether it comes true before we are out of patience."""
    end = time.monotonic() + GENEROUS
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _all() -> list[tuple[int, int, str]]:
    """(pid, parent, state) of every process."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it has just ended
            continue
        found.append((int(path.parent.name), int(parent), state))
    return found
