"""An ordinary visitor's look-ups, from a process of their own: an attack's work is not theirs.

`python -m attack.lookups PORT` looks up until its input ends, and prints what it met.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from threading import Event, Thread

from attack.tally import LONGEST_ANSWER, LookUps

_VISITORS = 2
_PAUSE = 0.03  # seconds: people at other tables, not a flood
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@contextmanager
def looking_up(port: int, found: list[LookUps]) -> Iterator[None]:
    """Look up as long as this lasts; then what was met is in ``found``."""
    command = [sys.executable, "-m", "attack.lookups", str(port)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as visitor:
        try:
            yield
        finally:
            said, _ = visitor.communicate()
    found.append(LookUps(**json.loads(said)))


def quiet(port: int, seconds: float) -> LookUps:
    """Look-ups while nothing else happens."""
    found: list[LookUps] = []
    with looking_up(port, found):
        time.sleep(seconds)
    return found[0]


def _look_up(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST_ANSWER)
    try:
        connection.request("POST", "/find", "postcode=M14+5TP", _FORM)
        answer = connection.getresponse()
        return b"Rusholme" in answer.read() and answer.status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _visit(port: int, ended: Event, met: list[tuple[float, bool]]) -> None:
    while not ended.is_set():
        start = time.perf_counter()
        answered = _look_up(port)
        met.append((1000 * (time.perf_counter() - start), answered))
        time.sleep(_PAUSE)


def main(port: int) -> None:
    """Print the figures as JSON."""
    ended = Event()
    met: list[tuple[float, bool]] = []
    visitors = [Thread(target=_visit, args=(port, ended, met)) for _ in range(_VISITORS)]
    for visitor in visitors:
        visitor.start()
    sys.stdin.read()
    ended.set()
    for visitor in visitors:
        visitor.join()
    p95 = statistics.quantiles([took for took, _ in met], n=20)[-1] if len(met) > 1 else met[0][0]
    failures = sum(not answered for _, answered in met)
    print(json.dumps({"p95": p95, "tries": len(met), "failures": failures}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
