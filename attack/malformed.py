"""Requests that are too long, or are none."""

from functools import partial
from http import HTTPStatus
from urllib.parse import urlencode

from attack.asking import raw, tried
from attack.tally import MARKER, Tally

_GET = f"GET /?{MARKER} HTTP/1.1\r\n"
_POST = "POST /find HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
_STORY = f"story={MARKER}&x=".encode()
ODD = (
    f"{_GET}Host: {MARKER * 7000}\r\n\r\n",
    f"{_GET}Host: {MARKER * 800}\r\n\r\n",
    f"{_GET}Host: {MARKER}]:99999999\r\n\r\n",
    f"{_GET}Host: [{MARKER}\r\n\r\n",
    f"{_GET}Host: a\r\nHost: {MARKER}\r\n\r\n",
    f"{_GET}\r\n",
    f"{_GET}{MARKER}\r\n\r\n",
    f"{_GET}X {MARKER}: a\r\n\r\n",
    f"{_GET}Host: a\r\nX-X: \x00{MARKER}\r\n\r\n",
    f"GET /{MARKER * 9000} HTTP/1.1\r\nHost: a\r\n\r\n",
    f"GET /{MARKER} {MARKER} HTTP/1.1\r\nHost: a\r\n\r\n",
    f"GET http://[{MARKER}/ HTTP/1.1\r\nHost: a\r\n\r\n",
    f"GET /{MARKER} HTTP/9.9\r\nHost: a\r\n\r\n",
    f"{MARKER.upper()} / HTTP/1.1\r\nHost: a\r\n\r\n",
    f"{MARKER}\r\n\r\n",
    f"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n{MARKER}",
    f"{_GET}Host: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    f"{_POST}Host: a\r\nContent-Length: {MARKER}\r\n\r\n",
    f"{_POST}Host: a\r\nContent-Length: 3\r\nOrigin: http://[{MARKER}\r\n\r\na=b",
    f"{_POST}Host: a\r\nContent-Length: 3\r\nOrigin: {MARKER * 500}\r\n\r\na=b",
    f"{_POST}Host: a\r\nTransfer-Encoding: chunked\r\n\r\n{MARKER}\r\n",
    f"{_POST}Host: a\r\nTransfer-Encoding: {MARKER}\r\n\r\n",
    f"{_POST}Host: a\r\nExpect: {MARKER}\r\nContent-Length: 3\r\n\r\na=b",
)
TLS = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + MARKER.encode() * 20 + b"\r\n\r\n"


def odd(port: int) -> Tally:
    """Odd hosts, origins, lines and headers. To be hung up on is an answer too."""
    asked = [partial(raw, port, each.encode("latin-1")) for each in ODD] + [partial(raw, port, TLS)]
    return tried(asked * 5, at_once=4, fit=lambda status: status < 500 or status in (501, 505))


def oversized(port: int) -> Tally:
    """Bodies over the limit, announced and in chunks: each is told that it is too long."""
    body = _STORY + b"x" * 1_000_000
    announced = _head(f"Content-Length: {len(body)}") + body
    in_chunks = _head("Transfer-Encoding: chunked") + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    claimed = _head("Content-Length: 99999999999") + _STORY
    asked = [partial(raw, port, each) for each in (announced, in_chunks, claimed)]
    return tried(
        asked * 20, at_once=4, fit=lambda status: status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    )


def chunked(port: int) -> Tally:
    """A chunked form within the limit is read whole."""
    form = urlencode({"postcode": "M14 5TP", "x": MARKER}).encode()
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in form) + b"0\r\n\r\n"
    asked = [partial(raw, port, _head("Transfer-Encoding: chunked") + chunks)]
    return tried(asked * 20, at_once=4, fit=lambda status: status == HTTPStatus.OK)


def _head(framing: str) -> bytes:
    return f"{_POST}Host: a\r\n{framing}\r\n\r\n".encode()
