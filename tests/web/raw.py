"""Requests that no browser makes, put to the site as a server would, and what must come of each."""

import io
from collections.abc import Mapping
from typing import Any, NamedTuple
from wsgiref.types import WSGIApplication

# As literals, so that a change of any of them is one that somebody meant.
SAFE = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "child-src 'self'; frame-src 'none'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
WITH_CAMERA = {"Permissions-Policy": "camera=(self), geolocation=(), microphone=()"}
FORM = "application/x-www-form-urlencoded"
CHUNKED = {
    "CONTENT_LENGTH": None,
    "HTTP_TRANSFER_ENCODING": "chunked",
    "wsgi.input_terminated": True,
}


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")


def ask(
    app: WSGIApplication,
    path: str = "/",
    method: str = "GET",
    body: bytes = b"",
    more: Mapping[str, Any] | None = None,
) -> Answer:
    """Put one request; ``more`` is of the WSGI environment, None taking out what is usual."""
    sent = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "5000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "CONTENT_TYPE": FORM if body else "",
        "CONTENT_LENGTH": str(len(body)) if body else "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **(more or {}),
    }
    got: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
        got.append((status, headers))

    whole = app({name: value for name, value in sent.items() if value is not None}, start)
    content = b"".join(whole)
    getattr(whole, "close", lambda: None)()
    status, headers = got[-1]
    assert len({name.lower() for name, _ in headers}) == len(headers), f"twice: {headers}"
    return Answer(int(status[:3]), dict(headers), content)


def safe(answer: Answer, *, kept: bool = False, camera: bool = False) -> Answer:
    """Check what every answer must have; ``kept`` is for files that browsers may keep.

    ``camera`` is for the page that scans codes, which alone may ask for it.
    """
    assert answer.status < 500, answer
    allowed = [SAFE, SAFE | WITH_CAMERA] if camera else [SAFE]
    assert {name: answer.headers.get(name) for name in SAFE} in allowed
    assert "Set-Cookie" not in answer.headers
    if not kept:
        assert answer.headers["Cache-Control"] == "no-store"
    return answer
