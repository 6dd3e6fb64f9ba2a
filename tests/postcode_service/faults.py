"""What a postcode service can do wrong, each as the server plays it."""

import gzip
import json
from collections.abc import Callable, Iterable
from typing import Final

from tests.postcode_service.server import Asked, Play, found, says

POSTCODE: Final = "M14 5ZZ"
RUSHOLME: Final = "E14001353"
_GOOD: Final = json.dumps(found(POSTCODE, RUSHOLME)).encode()


def silent(asked: Asked) -> None:
    """Take the question and say nothing for as long as anyone waits."""
    asked.server.over.wait()


def _drip(asked: Asked, pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        if asked.server.over.wait(0.02):
            return
        asked.wfile.write(piece)
        asked.wfile.flush()


def dripping_headers(asked: Asked) -> None:
    """Each byte comes well before any socket's time-out, and the last never does."""
    _drip(asked, (bytes([byte]) for byte in b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 60_000))


def dripping_body(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Length", str(len(_GOOD)))
    asked.end_headers()
    _drip(asked, (b" " for _ in range(len(_GOOD))))


def cut_off(asked: Asked) -> None:
    """Half an answer, and the line goes dead."""
    asked.send_response(200)
    asked.send_header("Content-Length", str(len(_GOOD)))
    asked.end_headers()
    asked.wfile.write(_GOOD[: len(_GOOD) // 2])


def no_http(asked: Asked) -> None:
    asked.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")


def elsewhere(asked: Asked) -> None:
    """To the same good answer, at another address of ours."""
    if asked.path.startswith("/elsewhere"):
        asked.answer(_GOOD)
    else:
        asked.answer(b"", 302, Location=f"{asked.server.address}/elsewhere{asked.path}")


def _body(body: bytes, status: int = 200, **headers: str) -> Play:
    return lambda asked: asked.answer(body, status, **headers)


_PAGE: Final = b"<!doctype html><title>Please log in</title><p>Welcome to the free wifi"
_PADDED: Final = _GOOD + b" " * 80 * 1024

WRONG: Final[dict[str, Callable[[Asked], None]]] = {
    "a web page": _body(_PAGE, Content_Type="text/html"),
    "a web page that says not found": _body(_PAGE, 404, Content_Type="text/html"),
    "nothing": _body(b""),
    "half of the JSON": _body(_GOOD[:-20]),
    "no UTF-8": _body(_GOOD.replace(b"Manchester", b"M\xe9nchester")),
    "JSON too deep": _body(b"[" * 50_000),
    "JSON that is a list": says([found(POSTCODE, RUSHOLME)]),
    "JSON that is nothing": says(None),
    "a result that is null": says({"status": 200, "result": None}),
    "a result without codes": says({"status": 200, "result": {"postcode": POSTCODE}}),
    "codes that are a list": says({"result": {"postcode": POSTCODE, "codes": [RUSHOLME]}}),
    "a code that is a list": says(found(POSTCODE, None, parliamentary_constituency=[RUSHOLME])),  # type: ignore[arg-type]
    "codes that are null": says(found(POSTCODE, None)),
    "a code that we do not know": says(found(POSTCODE, "E14009999")),
    "a code of the old boundaries": says(found(POSTCODE, "E14000807")),
    "a code in Northern Ireland": says(found(POSTCODE, "N05000001")),
    "another postcode": says(found("M14 5TP", RUSHOLME)),
    "no postcode at all": says(found("", RUSHOLME)),
    "an answer too large": _body(_PADDED),
    "an answer too large once unpacked": _body(gzip.compress(_PADDED), Content_Encoding="gzip"),
    "what is packed badly": _body(_GOOD, Content_Encoding="gzip"),
    "too many requests": says({"status": 429, "error": "Too many requests"}, 429),
    "an error of its own": says({"status": 500, "error": "Internal server error"}, 500),
    "a good answer with an error": says(found(POSTCODE, RUSHOLME), 503),
    "another address": elsewhere,
    "half of an answer": cut_off,
    "something that is no HTTP": no_http,
}

SLOW: Final[dict[str, Callable[[Asked], None]]] = {
    "silence": silent,
    "headers a byte at a time": dripping_headers,
    "a body a byte at a time": dripping_body,
}
