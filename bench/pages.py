"""Letter pages a second, by the site's own gunicorn settings, against a bare Flask page."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.pool import ThreadPool
from pathlib import Path

from werkzeug.test import EnvironBuilder

from bench.rows import Row

_ROOT = Path(__file__).resolve().parent.parent
_VISITORS = 4  # at once: two for each worker process
_SECONDS = 3.0
_ROUNDS = 3
ANSWERS = {
    "at": "reply",
    "go": "next",
    "quick": "",
    "prompts": "befriend",
    "constituency": "E14001353",
    "postcode": "M14 5TP",
    "name": "Amina Yusuf",
    "address": "1 High Street\nManchester",
    "concerns": ["thirty-months", "families-apart"],
    "ask": "write-for-me",
    "story-befriend": "I meet families at our drop-in every Tuesday and see how they wait. " * 4,
}


def rows() -> list[Row]:
    """Medians of rounds, turn about."""
    headers, body = _request()
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        with _served("wsgi:app", page) as port:
            page.write_bytes(_ask(port, headers, body))
        ratios = []
        for _ in range(_ROUNDS):
            with _served("wsgi:app", page) as port:
                ours = _rate(port, headers, body)
            with _served("bench.bare:app", page) as port:
                ratios.append(ours / _rate(port, headers, body))
    return [
        Row(
            "letter pages a second",
            "a bare page of the size",
            statistics.median(ratios),
            0.5,
            "times",
        )
    ]


def _request() -> tuple[dict[str, str], bytes]:
    """The request that makes a letter from the answers, as a browser sends it."""
    sent = EnvironBuilder(
        "/write", method="POST", data=ANSWERS, content_type="multipart/form-data"
    ).get_environ()
    return {"Content-Type": sent["CONTENT_TYPE"]}, sent["wsgi.input"].read()


def _rate(port: int, headers: dict[str, str], body: bytes) -> float:
    """Answers a second to visitors who each ask again as soon as they are answered."""
    _ask(port, headers, body)
    lines = [f"{name}: {value}" for name, value in headers.items()]
    head = ["POST /write HTTP/1.1", "Host: bench", f"Content-Length: {len(body)}", *lines]
    asked = "\r\n".join([*head, "", ""]).encode() + body

    def visit(_: int) -> int:
        answered, end = 0, time.perf_counter() + _SECONDS
        with closing(socket.create_connection(("127.0.0.1", port))) as connection:
            while time.perf_counter() < end:
                connection.sendall(asked)
                _read_answer(connection)
                answered += 1
        return answered

    with ThreadPool(_VISITORS) as visitors:
        return sum(visitors.map(visit, range(_VISITORS))) / _SECONDS


def _read_answer(connection: socket.socket) -> None:
    """Read one answer, by hand: http.client would take a share of the cores that are measured."""
    read = b""
    while b"\r\n\r\n" not in read:
        read += connection.recv(65_536)
    head, _, rest = read.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.splitlines()[0].decode())
    left = int(head.lower().partition(b"content-length:")[2].split()[0]) - len(rest)
    while left > 0:
        left -= len(connection.recv(65_536))


def _ask(port: int, headers: dict[str, str], body: bytes) -> bytes:
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("POST", "/write", body, headers)
        answer = connection.getresponse()
        if answer.status != http.HTTPStatus.OK:
            raise RuntimeError(f"the letter page answered {answer.status}")
        return answer.read()


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port: int = free.getsockname()[1]
        return port


@contextmanager
def _served(app: str, page: Path) -> Iterator[int]:
    """An app by gunicorn with two workers; yields its port."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", app],
        cwd=_ROOT,
        env=os.environ | {"PORT": str(port), "WEB_CONCURRENCY": "2", "BENCH_PAGE": str(page)},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    end = time.perf_counter() + 20
    while time.perf_counter() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("gunicorn did not start within 20 seconds")
