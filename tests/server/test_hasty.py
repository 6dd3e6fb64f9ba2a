"""Patience has an end: a drip, a visitor who takes nothing, and a page that never ends."""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.server.apps import LARGE
from tests.serving import Served, served

pytestmark = pytest.mark.slow

_HASTY = ("--worker-class", "tests.server.hasty.Worker")


@pytest.fixture(scope="module")
def site() -> Iterator[Served]:
    with served("tests.server.apps:echo", *_HASTY) as site:
        yield site


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"GET / HTTP/1.1\r\nX-Slow: ", id="headers"),
        pytest.param(b"POST / HTTP/1.1\r\nContent-Length: 60000\r\n\r\n", id="body"),
    ],
)
def test_who_drips_is_hung_up_on(site: Served, begun: bytes) -> None:
    with site.raw() as connection:
        connection.sendall(begun)
        with suppress(ConnectionError):
            for _ in range(100):  # longer than anybody waits here
                time.sleep(0.1)
                connection.send(b"x" if begun else b"")
                if _closed(connection):
                    return
            raise AssertionError("it is waited for still")


def _closed(connection: socket.socket) -> bool:
    try:
        return connection.recv(1000, socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False


def test_who_takes_nothing_does_not_get_the_rest_later(site: Served) -> None:
    with site.raw() as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        time.sleep(5)
        taken = 0
        with suppress(ConnectionError):
            while piece := connection.recv(1_000_000):
                taken += len(piece)

    assert taken < len(LARGE)


def test_a_page_that_never_ends_costs_its_process_and_no_other() -> None:
    with served("tests.server.apps:endless", *_HASTY, WEB_CONCURRENCY="1") as site:
        assert site.ask("GET", "/") == 200
        [first] = site.workers()
        with site.raw() as connection:
            connection.sendall(b"GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            assert connection.recv(1000) == b"", "it is hung up on, without an answer"

        assert site.ask("GET", "/") == 200
        assert site.workers() != [first]
        assert "its process is replaced" in site.said()
