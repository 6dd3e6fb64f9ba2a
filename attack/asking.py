"""Asking the site: whole requests by http.client, and raw bytes where a request is no request."""

import socket
from collections.abc import Callable, Sequence
from http.client import HTTPConnection, HTTPException
from io import BytesIO
from multiprocessing.pool import ThreadPool

from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from attack.tally import LONGEST_ANSWER, MARKER, Tally

_FORM = "application/x-www-form-urlencoded"
Fit = Callable[[int], bool]


def no_fault(status: int) -> bool:
    """Whether an answer is one of the site's own making. 503 says that it is busy, in words."""
    return 0 < status < 500 or status == 503


def post(port: int, path: str, body: bytes, kind: str = _FORM) -> int:
    """The status of the answer, 0 where there is none in time."""
    connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST_ANSWER)
    try:
        connection.request("POST", path, body, {"Content-Type": kind, "User-Agent": MARKER})
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        return 0
    else:
        return answer.status
    finally:
        connection.close()


def get(port: int, path: str) -> int:
    """The same for a page."""
    return raw(port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())


def upload(port: int, path: str, name: str, content: bytes) -> int:
    """The same for a file of this name in the field for lists."""
    boundary, body = encode_multipart({"list": FileStorage(BytesIO(content), name)})
    return post(port, path, body, f"multipart/form-data; boundary={boundary}")


def raw(port: int, sent: bytes) -> int:
    """The status of the answer to these bytes; 0 where the site only hangs up, or says nothing."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=LONGEST_ANSWER) as connection:
            connection.sendall(sent)
            line = connection.makefile("rb").readline(100)
    except OSError:
        return 0
    return int(line.split()[1]) if line.startswith(b"HTTP/1.") else 0


def tried(asked: Sequence[Callable[[], int]], at_once: int, fit: Fit = no_fault) -> Tally:
    """Ask all these, so many at a time; an answer that is not fit is a failure."""
    with ThreadPool(at_once) as askers:
        statuses = askers.map(lambda ask: ask(), asked, chunksize=1)
    return Tally(len(statuses), sum(not fit(status) for status in statuses))
