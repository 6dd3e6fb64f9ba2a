"""The real server: work ends with the visitor who asked for it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from werkzeug.test import encode_multipart

from letterwriter.mailmerge.lists import read_list
from tests.descendants import comes, descendants, running
from tests.packaging.installs import CHECKOUT

pytestmark = pytest.mark.slow

_ADDRESS = re.compile(r"Letterwriter is at http://(127\.0\.0\.1:\d+)")
_HEADINGS = "Name,Address,Postcode,Story\n"
_STORY = "I teach in a primary school and see what waiting does to children. " * 20
_MANY = "".join(f"Person {n},{n} High Street,M14 5TP,{_STORY}{n}\n" for n in range(2000))


@pytest.fixture
def site() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server with one process for visitors, and where it is."""
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "wsgi:app"]
    place = {"HOST": "127.0.0.1", "PORT": "0", "WEB_CONCURRENCY": "1", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=CHECKOUT, env=os.environ | place, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        found = _ADDRESS.search(process.stdout.readline())
        assert found
        yield process, found[1]
        process.kill()


def ask_for_letters(address: str, people: str) -> HTTPConnection:
    carried = read_list((_HEADINGS + people).encode()).brought.carried
    boundary, body = encode_multipart({"people": carried})
    kind = f"multipart/form-data; boundary={boundary}"
    visit = HTTPConnection(address, timeout=60)
    visit.request("POST", "/volunteers/stack/letters.pdf", body, {"Content-Type": kind})
    return visit


def at_work(server: subprocess.Popen[str]) -> list[int]:
    """The processes that the work of visitors is done in."""
    return [pid for pid in descendants(server.pid) if _is_ours(pid)]


def _is_ours(pid: int) -> bool:
    try:
        return b"letterwriter.processes" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:  # it has just ended
        return False


def test_a_visitor_who_leaves_takes_their_work_along_and_the_next_has_the_place(
    site: tuple[subprocess.Popen[str], str],
) -> None:
    """2,000 letters would hold the one place for them far longer than anybody waits for it."""
    server, address = site
    first = ask_for_letters(address, _MANY)
    assert comes(lambda: at_work(server))
    (worker,) = at_work(server)
    first.close()
    second = ask_for_letters(address, "Amina Yusuf,1 High Street,M14 5TP,I teach.\n")
    answer = second.getresponse()
    assert (answer.status, answer.getheader("Content-Type")) == (200, "application/pdf")
    assert answer.read().startswith(b"%PDF")
    assert not running(worker)
    second.close()


def test_no_work_is_left_where_the_server_was_killed(
    site: tuple[subprocess.Popen[str], str],
) -> None:
    server, address = site
    visit = ask_for_letters(address, _MANY)
    assert comes(lambda: at_work(server))
    workers = at_work(server)
    visitors = descendants(server.pid) - set(workers)
    server.kill()  # first, or it would start others in their place
    for pid in visitors:
        os.kill(pid, signal.SIGKILL)
    assert comes(lambda: not any(map(running, workers)))
    visit.close()
