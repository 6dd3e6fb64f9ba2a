"""Many who take their time: with a head, a body, an answer, or with nothing at all."""

import re
import resource
import socket
import time
from collections.abc import Callable
from contextlib import ExitStack
from urllib.parse import urlencode
from urllib.request import urlopen

from attack.tally import MARKER, Tally
from letterwriter.mailmerge.lists import read_list

_MANY = 300
_CROWD = 2_500  # two processes hold 2,000
_AT_ONCE = 25  # connections between two breaths: who pushes in harder measures the line
_SECONDS = 6.0
_BYTE_EVERY = 1.0  # seconds
_DOCUMENTS = 3  # more would measure how many a machine makes, not who waits for them
_CHUNK = b"x" * 65_536
_LIST = "Name,Address,Postcode,Story\n" + "".join(
    f"Person {n},{n} High Street,M14 5TP,{MARKER} in a primary school.\n" for n in range(60)
)


def heads(port: int) -> Tally:
    """Headers that never end."""
    return _hold(port, f"POST /find HTTP/1.1\r\nHost: 127.0.0.1\r\nX-{MARKER}: ".encode)


def bodies(port: int) -> Tally:
    """Short forms whose bodies come a byte at a time."""
    return _hold(port, lambda: _head("/find", 60_000) + f"postcode={MARKER}".encode())


def large_bodies(port: int) -> Tally:
    """Lists of 6 MB of which a part comes at once, and the rest a byte at a time."""
    return _hold(port, lambda: _head("/volunteers/stack", 6_000_000), first=24)


def readers(port: int) -> Tally:
    """Who ask for documents, or time and again for a file of a megabyte, and take none of it."""
    carried = read_list(_LIST.encode()).brought.carried  # as the page has it
    document = urlencode({"people": carried}).encode()
    asked = _head("/volunteers/stack/letters.pdf", len(document)) + document
    table = f"GET {_table(port)}?{MARKER} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    turns = iter([asked] * _DOCUMENTS)
    return _hold(port, lambda: next(turns, table * 10), trickle=False)


def idle(port: int) -> Tally:
    """Who connect and say nothing, or have been answered and stay."""
    turns = iter(range(_MANY))
    asked = f"GET /healthz?{MARKER} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    return _hold(port, lambda: asked if next(turns) % 2 else b"", trickle=False)


def crowd(port: int) -> Tally:
    """More connections than the site holds, of which none says anything whole."""
    files, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    many = min(_CROWD, most - 100)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(files, many + 100), most))
    return _hold(port, lambda: b"GET / HT", trickle=False, many=many)


def _table(port: int) -> str:
    """The path of the largest file, as a device learns it."""
    with urlopen(f"http://127.0.0.1:{port}/sw.js", timeout=60) as answer:
        found = re.search(r"/at/\w+/", answer.read().decode())
    if not found:
        raise RuntimeError("/sw.js names no edition")
    return f"{found[0]}postcodes.bin"


def _head(path: str, length: int) -> bytes:
    lines = (
        f"POST {path} HTTP/1.1",
        f"Host: {MARKER}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {length}",
    )
    return "\r\n".join([*lines, "", ""]).encode()


def _hold(
    port: int,
    begin: Callable[[], bytes],
    *,
    first: int = 0,
    trickle: bool = True,
    many: int = _MANY,
) -> Tally:
    """Open connections and hold them; not to get one is a failure, to lose it again is none."""
    end = time.monotonic() + _SECONDS
    with ExitStack() as opened:
        held: list[socket.socket] = []
        refused = 0
        while len(held) < many:
            if len(held) % _AT_ONCE == 0:
                time.sleep(0.02)
            held.append(opened.enter_context(socket.socket()))
            refused += not _connect(held[-1], port)
            _send(held[-1], begin() + _CHUNK * first)
        while time.monotonic() < end:
            time.sleep(_BYTE_EVERY)
            for connection in held if trickle else ():
                _send(connection, b"x")
    return Tally(many, refused)


def _connect(connection: socket.socket, port: int) -> bool:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # to take as little as may be
    connection.settimeout(2)
    try:
        connection.connect(("127.0.0.1", port))
    except OSError:
        return False
    return True


def _send(connection: socket.socket, data: bytes) -> None:
    try:
        connection.sendall(data)
    except OSError:
        return  # closed, or no longer read: as it should be
