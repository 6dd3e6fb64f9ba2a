"""What can go wrong with an answer."""

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
