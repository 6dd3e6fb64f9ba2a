"""One connection: gunicorn's own, with an eye on how long it takes and how much it holds."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from gunicorn.asgi.protocol import ASGIProtocol

from letterwriter.server.connection_limits import HEAD_SECONDS, seconds_for
from letterwriter.web.requests.security import HEADERS

if TYPE_CHECKING:
    from asyncio import Transport

    from letterwriter.server.worker import Worker

_HEADERS = tuple({**HEADERS, "Cache-Control": "no-store"}.items())


class Connection(ASGIProtocol):  # type: ignore[misc]  # gunicorn comes without types
    """Speaks HTTP with one visitor. ``working`` and ``kept`` are set by the bridge to the site."""

    transport: "Transport"
    worker: "Worker"  # so that mypy sees what is asked of it, here and in the bridge

    def __init__(self, worker: "Worker") -> None:
        super().__init__(worker)
        self.working = False
        self.kept = 0  # bytes of the body so far
        self.since = 0.0
        self._moved = 0  # bytes of the body or the answer that have moved since
        self._left = 0  # bytes of the answer that were left when we last looked

    def connection_made(self, transport: "Transport") -> None:
        """Count it in, and start to wait for a request."""
        super().connection_made(transport)
        self.wait_anew()
        self.worker.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it out."""
        super().connection_lost(exc)
        self.worker.connections.discard(self)
        if self._request_ready:
            self._request_ready.set()  # ends gunicorn's task, which would stay for seconds

    def data_received(self, data: bytes) -> None:
        """Take what has come; all of it counts as progress."""
        self._moved += len(data)
        super().data_received(data)

    def wait_anew(self) -> None:
        """Begin to wait for the next thing: a body, the taking of an answer, a request."""
        self.since = self.worker.loop.time()
        self._moved = 0

    @property
    def held(self) -> int:
        """Bytes in memory for this visitor: of a body that came, and an answer still to go."""
        buffered: int = self._body_receiver.buffered if self._body_receiver else 0
        return self.kept + buffered + self.transport.get_write_buffer_size()

    @property
    def gone(self) -> bool:
        """Whether nobody is there any more to be answered. Any thread may ask."""
        return bool(self._closed) or self.transport.is_closing()

    def overdue(self, now: float) -> bool:
        """Whether the visitor has had time enough for what is waited for now."""
        if self.working:
            return False
        left = self.transport.get_write_buffer_size()
        self._moved += max(0, self._left - left)
        self._left = left
        reading_head = not left and self._current_request is None
        return now - self.since > (HEAD_SECONDS if reading_head else seconds_for(self._moved))

    def drop(self) -> None:
        """Close it at once, whatever was still to be read or sent."""
        self.transport.abort()

    def _on_headers_complete(self) -> bool:
        self.wait_anew()
        return bool(super()._on_headers_complete())

    def _arm_keepalive_timer(self) -> None:
        self.wait_anew()
        super()._arm_keepalive_timer()

    def _send_body(self, *args: Any) -> None:
        super()._send_body(*args)
        self.worker.connections.free_memory()

    def _build_http_scope(self, *args: Any) -> dict[str, Any]:
        return {**super()._build_http_scope(*args), "connection": self}

    def _is_websocket_upgrade(self, _: object) -> bool:
        return False  # the site has none: it is answered as any other request

    def _send_error_response(self, status: int, _: str, extra_headers: Any = ()) -> None:
        """Refuse what is no HTTP in fixed words: gunicorn's own would quote the request."""
        words = f"{status} {HTTPStatus(status).phrase}\n"
        super()._send_error_response(status, words, (*extra_headers, *_HEADERS))
