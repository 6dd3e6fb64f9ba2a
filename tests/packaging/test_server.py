"""gunicorn with our settings: it says where it is, and keeps nothing about who came."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from tests.packaging.installs import CHECKOUT

pytestmark = pytest.mark.slow

_ADDRESS = re.compile(r"Letterwriter is at http://(127\.0\.0\.1:\d+)")


@pytest.fixture
def server() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "wsgi:app"]
    place = {"HOST": "127.0.0.1", "PORT": "0", "PYTHONUNBUFFERED": "1"}  # 0: any free port
    with subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env=os.environ | place,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        process.kill()


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stdout is not None
    said = ""
    for line in server.stdout:
        said += line
        if found := _ADDRESS.search(line):
            return found[1]
    raise AssertionError(f"gunicorn stopped without saying where it is:\n{said}")


def test_it_serves_and_logs_no_word_of_a_visit(server: subprocess.Popen[str]) -> None:
    site = HTTPConnection(_address(server), timeout=60)

    site.request("GET", "/healthz?secret=marker", headers={"User-Agent": "marker"})
    assert site.getresponse().read()
    site.request("POST", "/no-such-page-marker", body="story=marker")
    assert site.getresponse().read()
    site.close()
    server.terminate()
    said, _ = server.communicate(timeout=60)

    assert "marker" not in said
