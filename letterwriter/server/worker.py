"""gunicorn's worker for the site: one event loop for all visitors, threads for their pages."""

import asyncio
import os
import resource
from socket import socket
from typing import Any, Final

from gunicorn.workers.gasgi import ASGIWorker

from letterwriter.server import redacted_log
from letterwriter.server.bridge import Bridge
from letterwriter.server.connection import Connection
from letterwriter.server.connection_limits import Limits
from letterwriter.server.connections import Connections

_LOOK_EVERY: Final = 1.0  # seconds
_TAKEN_AT_ONCE: Final = 32  # connections
_OTHER_FILES: Final = 64  # that a process has open beside its connections


class Worker(ASGIWorker):  # type: ignore[misc]  # gunicorn comes without types
    """One process of the site.

    gunicorn replaces it when its event loop does nothing for ``timeout`` seconds;
    it gives up by itself when a thread does not come back.
    """

    longest = 120.0  # seconds for one page: what takes longer never ends

    alive: bool
    asgi: Any
    bridge: Bridge
    connections: Connections

    @classmethod
    def check_config(cls, cfg: Any, log: Any) -> None:
        """Accept ``threads``, which gunicorn's own worker of this kind has no use for."""

    def load_wsgi(self) -> None:
        """Take the site, which is loaded by now."""
        super().load_wsgi()
        self.asgi = self.bridge = Bridge(self.asgi, self.cfg.threads)
        files = resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _OTHER_FILES
        self.connections = Connections(Limits(min(self.cfg.worker_connections, files)))

    def run(self) -> None:
        """Serve until asked to stop; threads that are still at work then are not waited for."""
        super().run()
        if self.bridge.longest() > 0:
            os._exit(0)

    async def _serve(self) -> None:
        self.loop.set_exception_handler(redacted_log.report_loop_error)
        for listening in self.sockets:
            self.servers.append(await self._listen(listening.sock))
        while self.alive and self.ppid == os.getppid():
            self.notify()
            self.connections.drop_overdue(self.loop.time())
            if self.bridge.longest() > self.longest:
                self.log.error("a page took over %d seconds: its process is replaced", self.longest)
                break
            await asyncio.sleep(_LOOK_EVERY)
        self.alive = False
        self.connections.drop_awaited()
        await self._shutdown()

    async def _listen(self, sock: socket) -> asyncio.Server:
        """Take connections a few at a time, so that many at once leave time for requests."""
        server: asyncio.Server = await self.loop.create_server(
            lambda: Connection(self), sock=sock, backlog=_TAKEN_AT_ONCE
        )
        sock.listen(self.cfg.backlog)  # asyncio has one number for both
        return server
