"""Whether a visitor has left, as different servers let us tell."""

import socket
from collections.abc import Iterator

import pytest

from letterwriter.web.requests.client_left import client_has_left

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.mark.parametrize("name", ["gunicorn.socket", "werkzeug.socket"])
def test_a_connection_that_was_closed_is_told_from_one_that_waits(pair: Pair, name: str) -> None:
    ours, theirs = pair
    assert not client_has_left({name: ours})
    theirs.close()
    assert client_has_left({name: ours})


def test_what_a_visitor_has_sent_meanwhile_is_left_where_it_is(pair: Pair) -> None:
    ours, theirs = pair
    theirs.sendall(b"GET / HTTP/1.1")
    assert not client_has_left({"gunicorn.socket": ours})
    assert ours.recv(100) == b"GET / HTTP/1.1"


def test_a_connection_that_was_broken_off_is_closed_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        theirs = socket.create_connection(server.getsockname())
        ours, _ = server.accept()
        with ours:
            theirs.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            theirs.close()
            assert client_has_left({"gunicorn.socket": ours})


@pytest.mark.parametrize("gone", [True, False])
def test_a_server_that_can_tell_is_asked(gone: bool) -> None:  # noqa: FBT001  # pytest hands it over
    assert client_has_left({"waitress.client_disconnected": lambda: gone}) is gone


def test_where_no_server_tells_nobody_has_left() -> None:
    assert not client_has_left({})
    assert not client_has_left({"waitress.client_disconnected": None, "gunicorn.socket": None})
