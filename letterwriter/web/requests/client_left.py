"""Whether the visitor who asked is still there: the hook for whatever server the site runs on."""

import select
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

# What servers put into the WSGI environment: a function that tells, or the connection itself.
_TELLS = ("letterwriter.client_left", "waitress.client_disconnected")
_CONNECTIONS = ("gunicorn.socket", "werkzeug.socket")


def client_has_left(environ: Mapping[str, Any]) -> bool:
    """Whether the connection of this request was closed; False where the server does not tell."""
    for name in _TELLS:
        if callable(tells := environ.get(name)):
            return bool(tells())
    return any(_is_closed(environ[name]) for name in _CONNECTIONS if environ.get(name))


def _is_closed(connection: socket.socket) -> bool:
    """Whether the other side has hung up, without taking anything that it has sent."""
    with suppress(ValueError, BlockingIOError):  # encrypted ones cannot be looked into
        try:
            ready = select.poll()  # unlike select, for any number of connections
            ready.register(connection, select.POLLIN)
            return bool(ready.poll(0)) and not connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            raise
        except OSError:
            return True
    return False
