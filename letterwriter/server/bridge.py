"""From the event loop to the site and back: a thread is taken once the whole request is there."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from letterwriter.server.environ import environ_of, header
from letterwriter.web.requests.security import MAX_BODY
from letterwriter.web.requests.uploads import most_bytes

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from letterwriter.server.connection import Connection

_AT_ONCE: Final = 4  # large requests: each takes several times its size while it is read
_READ_ON: Final = 64 * 1024 * 1024  # bytes that a refused visitor may still send before we hang up
_READ_ON_SECONDS: Final = 10.0

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class Disconnected(Exception):
    """The visitor went away, or stopped, before the request was whole."""


@dataclass(slots=True)
class SiteResponse:
    """What the site answered."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""


class Bridge:
    """The site as an ASGI app. Bodies and answers are in memory alone, each of them whole.

    A body over the limit of its page is not read: the site gets its length,
    and answers with its own page.
    """

    def __init__(self, site: "WSGIApplication", threads: int) -> None:
        self._site = site
        self._threads = ThreadPoolExecutor(threads, "page")
        self._large = ThreadPoolExecutor(_AT_ONCE, "large")
        self._begun: dict[int, float] = {}  # when, by a request's number

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        connection: Connection = scope["connection"]
        most = most_bytes(scope["path"])
        try:
            body, length = await _body(scope, receive, most)
        except Disconnected:
            connection.drop()
            return
        connection.wait_anew()
        environ = environ_of(scope, body, length)
        environ["letterwriter.client_left"] = lambda: connection.gone
        try:
            answer = await self._answered(environ, connection, large=connection.kept > MAX_BODY)
        finally:
            connection.working = False
            connection.kept = 0
            connection.wait_anew()
        refused = length is not None and length > most
        await _hand_over(answer, send, closing=refused)
        if refused:
            await _discard_rest(receive)

    def longest(self) -> float:
        """For how many seconds the oldest of the requests that are worked on has been at it."""
        return monotonic() - min(list(self._begun.values()), default=monotonic())

    async def _answered(
        self, environ: "WSGIEnvironment", connection: "Connection", *, large: bool
    ) -> SiteResponse:
        threads = self._large if large else self._threads
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(threads, self._work, environ, connection)

    def _work(self, environ: "WSGIEnvironment", connection: "Connection") -> SiteResponse:
        if connection.gone:
            return SiteResponse()  # nobody is there to see it
        connection.working = True
        self._begun[id(environ)] = monotonic()
        try:
            return _call_site(self._site, environ)
        finally:
            del self._begun[id(environ)]


def _call_site(site: "WSGIApplication", environ: "WSGIEnvironment") -> SiteResponse:
    answer = SiteResponse()

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        answer.status = int(status.split(" ", 1)[0])
        answer.headers = [(n.lower().encode("latin-1"), v.encode("latin-1")) for n, v in headers]
        return _no_writing

    start_response: StartResponse = start
    pieces = site(environ, start_response)
    try:
        answer.body = b"".join(pieces)
    finally:
        if hasattr(pieces, "close"):
            pieces.close()
    return answer


def _no_writing(_: bytes) -> object:
    raise NotImplementedError("the site hands its answers over as a whole")


async def _body(scope: dict[str, Any], receive: Receive, most: int) -> tuple[BytesIO, int | None]:
    """The body and its length; an empty one with a length over ``most`` where it is too long.

    Raises `Disconnected`.
    """
    announced = header(scope, b"content-length")
    if announced and int(announced) > most:
        return BytesIO(), int(announced)
    if announced is None and header(scope, b"transfer-encoding") is None:
        return BytesIO(), None
    connection: Connection = scope["connection"]
    body, more = BytesIO(), True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            raise Disconnected
        body.write(message["body"])
        more = message["more_body"]
        connection.kept = body.tell()
        if connection.kept > most:
            connection.kept = 0
            return BytesIO(), body.tell()
        connection.worker.connections.free_memory()
    body.seek(0)
    return body, connection.kept


async def _hand_over(answer: SiteResponse, send: Send, *, closing: bool) -> None:
    headers = [*answer.headers, (b"connection", b"close")] if closing else answer.headers
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body, "more_body": False})


async def _discard_rest(receive: Receive) -> None:
    """Let a visitor who was refused send on for a little: who is cut off sees no answer at all."""
    left = _READ_ON
    try:
        async with asyncio.timeout(_READ_ON_SECONDS):
            while left > 0:
                message = await receive()
                if message["type"] != "http.request" or not message["more_body"]:
                    return
                left -= len(message["body"])
    except TimeoutError:
        return
