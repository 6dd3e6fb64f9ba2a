"""Visitors who take their time keep nobody else waiting, and nothing of theirs is on a disk."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.serving import Served, served

pytestmark = pytest.mark.slow

_MANY = 100  # three times the threads of both processes
_HEAD = b"POST %b HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n"


@pytest.fixture(scope="module")
def site() -> Iterator[Served]:
    with served() as site:
        yield site


def _held(site: Served, opened: ExitStack, begun: bytes) -> list[socket.socket]:
    connections = [opened.enter_context(site.raw()) for _ in range(_MANY)]
    for connection in connections:
        connection.sendall(begun)
    return connections


@contextmanager
def _dripping(connections: list[socket.socket]) -> Iterator[None]:
    """Another byte for each of them now and then, as long as this lasts."""
    ended = Event()

    def drip() -> None:
        while not ended.wait(0.5):
            for connection in connections:
                with suppress(OSError):  # closed by the site, as it should be
                    connection.send(b"x")

    dripper = Thread(target=drip)
    dripper.start()
    try:
        yield
    finally:
        ended.set()
        dripper.join()


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"POST /find HTTP/1.1\r\nX-Slow: ", id="headers"),
        pytest.param(_HEAD % (b"/find", 60_000) + b"postcode=", id="body"),
        pytest.param(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", id="kept alive"),
    ],
)
def test_a_hundred_slow_visitors_keep_nobody_else_waiting(site: Served, begun: bytes) -> None:
    with ExitStack() as opened, _dripping(_held(site, opened, begun)):
        assert "Rusholme" in site.look_up()


def test_who_takes_nothing_of_a_large_answer_keeps_nobody_else_waiting() -> None:
    with served("tests.server.apps:echo") as site, ExitStack() as opened:
        _held(site, opened, b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")

        assert site.ask("GET", "/") == 200


def test_neither_a_long_body_nor_a_long_answer_is_ever_a_file() -> None:
    with served("tests.server.apps:echo") as site, ExitStack() as opened:
        slow = opened.enter_context(site.raw())
        slow.sendall(_HEAD % (b"/volunteers/stack", 6_000_000) + b"x" * 5_900_000)
        taking = opened.enter_context(site.raw())
        taking.sendall(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        assert taking.recv(1000)

        files = [file for worker in site.workers() for file in _files(worker)]

    assert files, "the test looks at the right processes"
    assert [file for file in files if not _gunicorns_own(file)] == []


def _files(pid: int) -> list[str]:
    folder = Path(f"/proc/{pid}/fd")
    if not folder.exists():
        pytest.skip("only Linux tells which files a process has open")
    found = [str(each.readlink()) for each in folder.iterdir() if each.is_symlink()]
    return [each for each in found if each.startswith("/")]


def _gunicorns_own(file: str) -> bool:
    """The empty file of its heartbeat, and what every process has open."""
    return "wgunicorn-" in file or file.startswith("/dev/")


def test_a_body_over_the_limit_is_refused_before_it_is_sent(site: Served) -> None:
    with site.raw() as connection:
        connection.sendall(_HEAD % (b"/find", 10**12) + b"x" * 1000)

        assert b" 413 " in connection.makefile("rb").readline()


def test_who_sends_on_all_the_same_sees_the_refusal(site: Served) -> None:
    with site.raw() as connection:
        connection.sendall(_HEAD % (b"/find", 20_000_000))
        for _ in range(200):
            connection.sendall(b"x" * 100_000)

        assert b" 413 " in connection.makefile("rb").readline()


@pytest.mark.parametrize("length", [100_000, 3_000_000])
def test_a_chunked_body_is_refused_once_it_is_over_the_limit(site: Served, length: int) -> None:
    """Its end never comes."""
    chunks = [b"%x\r\n%b\r\n" % (1000, b"x" * 1000)] * (length // 1000)
    with site.raw() as connection:
        connection.sendall(b"POST /find HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        connection.sendall(b"".join(chunks))
        answer = connection.makefile("rb").readline()

    assert b" 413 " in answer


def test_a_chunked_form_arrives_whole() -> None:
    with served("tests.server.apps:echo") as site, site.raw() as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        connection.sendall(b"1\r\nx\r\n" * 60_000 + b"0\r\n\r\n")
        answer = connection.recv(65_536)

    assert b'"bytes": 60000' in answer


def test_the_site_can_see_that_a_visitor_has_left() -> None:
    with served("tests.server.apps:patient", WEB_CONCURRENCY="1") as site:
        said = site.process.stdout
        assert said is not None
        with site.raw() as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            assert "at work" in said.readline()

        assert "the visitor has left" in said.readline()


def test_slow_visitors_hold_up_no_stop() -> None:
    """Else the stop would wait for them for as long as is allowed here, and the test would not."""
    with served("wsgi:app", "--graceful-timeout", "600") as stopping, ExitStack() as opened:
        _held(stopping, opened, b"GET / HTT")
        assert "Rusholme" in stopping.look_up()

        stopping.said()
        assert stopping.process.returncode == 0
