"""Whether a piece of work grows with the length of a text, or with its square."""

import gc
from collections.abc import Callable
from math import inf
from time import thread_time

Work = Callable[[int], object]  # is given a length

SHORT, LONG = 8_000, 16_000  # characters
_MOST = 3  # times as long for twice the length: 2 is linear, 4 is square
_FLOOR = 0.004  # seconds of the processor: what takes less is too short to compare
_CLEAR = 0.25  # seconds: so long is measured well enough the first time
_LEAST_TIMES, _TIMES = 3, 12  # that both lengths are measured
_ATTEMPTS = 3  # before something is called slow
_LENGTHS = (25, 250, 4_000)  # tried first, since what is square or worse shows there already


def is_linear(work: Work, floor: float = _FLOOR) -> bool:
    """Whether twice the text takes at most three times as long, by the processor's own clock.

    What takes less than ``floor`` seconds at 4,000 characters passes, as anything square takes far
    longer there. What seems slow is measured again, since a busy machine may have been the cause.
    """
    return any(_seems_linear(work, floor) for _ in range(_ATTEMPTS))


def _seems_linear(work: Work, floor: float) -> bool:
    for length in _LENGTHS:
        if _best(work, length, tries=1) > floor and _best(work, length, tries=4) > floor:
            return length == _LENGTHS[-1] and _is_in_bounds(work)
    return True


def _is_in_bounds(work: Work) -> bool:
    """Compares the best times so far: a busy machine makes some late, and none early."""
    short = long = inf
    for times in range(1, _TIMES + 1):
        short, long = min(short, _seconds(work, SHORT)), min(long, _seconds(work, LONG))
        if long <= _MOST * short and (times >= _LEAST_TIMES or long > _CLEAR):
            return True
    return False


def _best(work: Work, length: int, tries: int) -> float:
    least = _seconds(work, length)
    for _ in range(tries - 1):
        if least > _CLEAR:
            break
        least = min(least, _seconds(work, length))
    return least


def _seconds(work: Work, length: int) -> float:
    was_on = gc.isenabled()
    gc.disable()
    try:
        start = thread_time()
        work(length)
        return thread_time() - start
    finally:
        if was_on:
            gc.enable()
