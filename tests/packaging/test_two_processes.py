"""The real server with two processes: a limit is one limit, with a Redis and without."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.packaging.installs import CHECKOUT
from tests.redis_server import RedisServer

pytestmark = pytest.mark.slow

_ADDRESS = re.compile(r"Letterwriter is at http://(127\.0\.0\.1:\d+)")


@contextmanager
def served(**settings: str) -> Iterator[str]:
    """The address of a site that two processes serve, as they do where nobody says how many."""
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "wsgi:app"]
    place = {"HOST": "127.0.0.1", "PORT": "0", "PYTHONUNBUFFERED": "1"}
    named = {f"LETTERWRITER_{name}": value for name, value in settings.items()}
    usual = {name: text for name, text in os.environ.items() if name != "WEB_CONCURRENCY"}
    with subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env=usual | place | named,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = ""
        try:
            for line in process.stdout:
                said += line
                if found := _ADDRESS.search(line):
                    yield found[1]
                    break
            else:
                raise AssertionError(f"the server stopped without saying where it is:\n{said}")
        finally:
            process.kill()


def document(address: str) -> int:
    """Ask for one on a connection of its own, so that either process may take it."""
    connection = HTTPConnection(address, timeout=60)
    connection.request("GET", "/test-sheet.pdf")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def documents(address: str, count: int) -> list[int]:
    """Ask for several, some of them at once."""
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(document, [address] * count))


def test_in_memory_two_processes_together_stay_within_the_limit() -> None:
    with served(PDFS_A_MINUTE="8") as address:
        statuses = documents(address, 40)
    assert 4 <= statuses.count(200) <= 8
    assert set(statuses) == {200, 429}


def test_in_redis_two_processes_give_the_whole_limit_and_outlive_its_end(tmp_path: Path) -> None:
    redis = RedisServer(tmp_path).start()
    try:
        with served(PDFS_A_MINUTE="8", LIMITS_STORAGE=redis.address) as address:
            assert sorted(documents(address, 20)) == [200] * 8 + [429] * 12
            redis.stop()
            without = documents(address, 20)
    finally:
        redis.stop()
    assert set(without) == {200, 429}
    assert 4 <= without.count(200) <= 8
