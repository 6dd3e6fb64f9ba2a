"""A postcode service on this machine, that answers as api.postcodes.io does, faults included."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote

Play = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One question, answered as the server was told to play."""

    server: "Server"

    def do_GET(self) -> None:
        self.server.asked.append((unquote(self.path), dict(self.headers)))
        self.server.play(self)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Keeps what it was asked; what it plays can be changed at any time."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.play: Play = unknown
        self.over = Event()  # set at the end, so that the slow ones stop too

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: Any) -> None:
        """Whoever asked went away, as those do who wait no longer."""


@contextmanager
def served() -> Iterator[Server]:
    """A server that runs as long as it is needed."""
    with Server() as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.over.set()
        server.shutdown()


def found(postcode: str, code: str | None, **codes: str | None) -> dict[str, Any]:
    """What the service says of a postcode it knows: the fields that matter, and some of the rest.

    Source: https://api.postcodes.io/docs/postcode/lookup.
    """
    both = {"parliamentary_constituency": code, "parliamentary_constituency_2024": code}
    outward, _, inward = postcode.partition(" ")
    result = {
        "postcode": postcode,
        "quality": 1,
        "eastings": 386155,
        "northings": 394725,
        "country": "England",
        "longitude": -2.210011,
        "latitude": 53.449204,
        "incode": inward,
        "outcode": outward,
        "parliamentary_constituency": "Some Constituency",
        "parliamentary_constituency_2024": "Some Constituency",
        "admin_district": "Manchester",
        "admin_county": None,
        "date_of_introduction": "202604",
        "codes": {"admin_district": "E08000003", "admin_county": "E99999999"} | both | codes,
    }
    return {"status": 200, "result": result}


def says(answer: object, status: int = 200) -> Play:
    """Answer with this, as JSON."""
    return lambda asked: asked.answer(json.dumps(answer).encode(), status)


def unknown(asked: Asked) -> None:
    """What the service says of a postcode that it does not know."""
    asked.answer(b'{"status":404,"error":"Postcode not found"}', 404)
