"""Starting: importing and loading everything, against importing Flask and nothing else."""

import statistics
import subprocess
import sys

from bench.rows import Row

_ROUNDS = 7
_BARE = "from flask import Flask\nFlask('bare')"
_OURS = "from letterwriter.web import create_app\ncreate_app()"

# Seconds from the interpreter's first line, and megabytes then resident. Not
# the peak that getrusage tells where /proc is there: Linux hands a parent's on.
_MEASURED = """
import time
start = time.perf_counter()
{code}
seconds = time.perf_counter() - start
import os, resource, sys
try:
    pages = int(open("/proc/self/statm").read().split()[1])
    resident = pages * os.sysconf("SC_PAGE_SIZE")
except OSError:
    scale = 1 if sys.platform == "darwin" else 1024
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale
print(seconds, resident / 1e6)
"""


def rows() -> list[Row]:
    """Fresh processes, turn about: the quickest of each kind, and the median of their memory."""
    _start(_OURS)  # writes the bytecode that an installed site has
    pairs = [(_start(_OURS), _start(_BARE)) for _ in range(_ROUNDS)]
    ours, bare = zip(*pairs, strict=True)
    # The quickest is the one that other programs disturbed least.
    seconds = min(seconds for seconds, _ in ours) - min(seconds for seconds, _ in bare)
    megabytes = statistics.median(more[1] - less[1] for more, less in pairs)
    return [
        Row("start, longer by", "a bare Flask app", seconds, 0.35, "s", at_most=True),
        Row("resident memory, more by", "a bare Flask app", megabytes, 40, "MB", at_most=True),
    ]


def _start(code: str) -> tuple[float, float]:
    run = subprocess.run(
        [sys.executable, "-c", _MEASURED.format(code=code)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, megabytes = run.stdout.split()
    return float(seconds), float(megabytes)
