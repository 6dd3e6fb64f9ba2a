"""What can go wrong with an answer."""

import gzip
import zlib
from collections.abc import Iterable
from typing import Final

from tests.parliament_api.server import Fault, Handler


def status(code: int, **headers: str) -> Fault:
    return lambda handler, _body: handler.reply(code, b'{"title": "An error"}', **headers)


def page(handler: Handler, _body: bytes) -> None:
    """A page that says that the service is being mended, as if all were well."""
    handler.reply(200, b"\n<!DOCTYPE html><title>Down for maintenance</title>", "text/html")


def not_json(handler: Handler, _body: bytes) -> None:
    handler.reply(200, b"Server busy")


def truncated(handler: Handler, body: bytes) -> None:
    """Half of the JSON, sent as if it were all of it."""
    handler.reply(200, body[: len(body) // 2])


def cut(handler: Handler, body: bytes) -> None:
    """The connection ends in the middle of the answer."""
    handler.reply(200, body[: len(body) // 2], length=str(len(body)))
    handler.hang_up()


def dropped(handler: Handler, _body: bytes) -> None:
    """The connection ends before any answer."""
    handler.hang_up()


def slow(handler: Handler, _body: bytes) -> None:
    """Nothing comes at all."""
    handler.server.let_go.wait(60)
    handler.hang_up()


def endless(handler: Handler, _body: bytes) -> None:
    """An answer that goes on and on."""
    handler.reply(200, b" ", length=str(10**9))
    try:
        while not handler.server.let_go.is_set():
            handler.wfile.write(b" " * 65536)
    except OSError:
        handler.hang_up()  # nobody listens any more


def says(body: bytes) -> Fault:
    """Something else than what should be answered."""
    return lambda handler, _body: handler.reply(200, body)


def _drip(handler: Handler, pieces: Iterable[bytes]) -> None:
    """A piece at a time, each long before anybody's patience with one wait ends."""
    try:
        for piece in pieces:
            if handler.server.let_go.wait(0.02):
                break
            handler.wfile.write(piece)
            handler.wfile.flush()
    except OSError:
        pass  # nobody listens any more
    handler.hang_up()


def _bytes(text: bytes) -> Iterable[bytes]:
    return (text[at : at + 1] for at in range(len(text)))


def dripping_headers(handler: Handler, body: bytes) -> None:
    """Headers byte by byte, then all that was asked for."""
    head = b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100 + b"\r\nContent-Length: %d\r\n\r\n" % len(body)
    _drip(handler, [*_bytes(head), body])


def dripping_body(handler: Handler, body: bytes) -> None:
    """Spaces byte by byte, then all that was asked for."""
    handler.reply(200, b"", length=str(100 + len(body)))
    _drip(handler, [*_bytes(b" " * 100), body])


def half_a_chunk(handler: Handler, body: bytes) -> None:
    """One chunk, which is promised to be large and comes byte by byte."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    chunk = b"%x\r\n" % (100 + len(body))
    _drip(handler, [chunk, *_bytes(b" " * 100), body + b"\r\n0\r\n\r\n"])


def packed(handler: Handler, body: bytes) -> None:
    handler.reply(200, gzip.compress(body), Content_Encoding="gzip")


def said_to_be_packed(encoding: str) -> Fault:
    """Said to be packed so, and not packed at all."""
    return lambda handler, body: handler.reply(200, body, Content_Encoding=encoding)


def bomb(handler: Handler, _body: bytes) -> None:
    """Half a megabyte that unpacks to half a gigabyte of JSON."""
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(b" " * 2**20) for _ in range(512)]
    handler.reply(200, b"".join([*pieces, packer.flush()]), Content_Encoding="gzip")
    handler.hang_up()


NO_GOOD_JSON: Final = {
    "lists in lists without end": b"[" * 10_000,
    "objects in objects": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "not a number": b'[{"value": NaN}]',
    "infinity": b"[-Infinity]",
    "a number of 5,000 digits": b"[" + b"9" * 5_000 + b"]",
    "a number of 1,000 digits": b"[" + b"9" * 1_000 + b"]",
    "a fraction of 5,000 digits": b"[0." + b"9" * 5_000 + b"]",
    "a field that is given twice": b'{"items": [], "items": []}',
    "bytes that are no UTF-8": b'["Sinn F\xe9in"]',
    "another charset": '["Sinn Féin"]'.encode("utf-16"),
    "half of it": b'[{"value": {"name": "Prime Minis',
    "two values": b"[] []",
    "nothing": b"",
}
