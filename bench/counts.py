"""Counting: twenty processes add 50,000 letters each, in SQLite and in an installed PostgreSQL."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from bench.rows import Row
from letterwriter.counts.database import CountsDatabase
from tests.postgres_server import PostgresServer

_PROCESSES = 20
_LETTERS = 50_000  # of each
_ENOUGH = 1000.0  # letters a second, far more than the country would write
_ADDING = """
import sys
from datetime import date
from letterwriter.counts.counted import CountedUnder
from letterwriter.counts.database import CountsDatabase
from letterwriter.counts.waiting import WaitingCounts
waiting = WaitingCounts(CountsDatabase(sys.argv[1]), rest=0.5)
for n in range(int(sys.argv[2])):
    waiting.add(CountedUnder(date(2026, 11, 22), f"E1400{n % 650:04}", "printed", "ours"))
    if n % 5000 == 4999:
        assert waiting.settle(120)
assert waiting.settle(120)
waiting.close()
"""


def rows() -> list[Row]:
    """Letters lost, and letters a second; every process waits until each 5,000 are written."""
    found = []
    for name, database in (("SQLite", _sqlite()), ("PostgreSQL", _postgresql())):
        with database as address:
            if address:
                found += _measured(name, address)
    return found


def _measured(name: str, address: str) -> list[Row]:
    start = time.perf_counter()
    command = [sys.executable, "-c", _ADDING, address, str(_LETTERS)]
    adding = [subprocess.Popen(command) for _ in range(_PROCESSES)]
    failed = sum(process.wait() != 0 for process in adding)
    seconds = time.perf_counter() - start
    database = CountsDatabase(address)
    counted = sum(number for _, number in database.numbers())
    database.close()
    against = f"{_PROCESSES} processes, {name}"
    return [
        Row(
            "counts lost",
            against,
            _PROCESSES * _LETTERS - counted + failed,
            0,
            "letters",
            at_most=True,
        ),
        Row("counts written", against, counted / seconds, _ENOUGH, "a second"),
    ]


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'counts.sqlite'}"


@contextmanager
def _postgresql() -> Iterator[str]:
    """Its address, empty where there is none on this computer."""
    if not which("postgres") and not list(Path("/usr/lib/postgresql").glob("*/bin/postgres")):
        print("(PostgreSQL is not installed, so it is not measured)")
        yield ""
        return
    server = PostgresServer()
    try:
        yield server.start().create("bench")
    finally:
        server.remove()
