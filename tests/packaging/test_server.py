"""gunicorn with our settings: it says where it is, and keeps nothing about who came."""

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator

import pytest

from tests.packaging.installs import CHECKOUT

pytestmark = pytest.mark.slow

_ADDRESS = re.compile(r"Letterwriter is at (http://127\.0\.0\.1:\d+)")


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
    address = _address(server)

    for path in ("/healthz?secret=marker", "/no-such-page-marker"):
        _visit(address + path)
    server.terminate()
    said, _ = server.communicate(timeout=60)

    assert "marker" not in said


def _visit(address: str) -> None:
    request = urllib.request.Request(address, data=None, headers={"User-Agent": "marker"})
    opener = urllib.request.build_opener(_AnyStatus)
    with opener.open(request, timeout=60) as response:
        assert response.status in {200, 404}


class _AnyStatus(urllib.request.HTTPErrorProcessor):
    """Answers of every status are answers, not errors."""

    def http_response(self, request, response):  # type: ignore[no-untyped-def]
        return response
