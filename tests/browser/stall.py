"""A site that can be cut off, and a device that keeps it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Thread
from typing import Any

from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from letterwriter.web import create_app
from letterwriter.web.settings import Settings

Answer = Callable[[Any, Any], Any]

# What Chromium writes to the console where there is no network; meant, here.
NO_NETWORK = ("net::ERR_", "status of 503", "An SSL certificate error", "a bad HTTP response")


class _Quiet(WSGIRequestHandler):
    """Closes each connection, and answers none that a browser opened before the site stopped."""

    def run_wsgi(self) -> None:
        if not getattr(self.server, "gone", False):
            super().run_wsgi()

    def log_request(self, *_: Any) -> None:
        """Say nothing of requests."""


class Site:
    """A site of its own on one port, whatever becomes of it."""

    def __init__(self, today: date) -> None:
        self.app: Flask = create_app(Settings(today=today, pdfs_a_minute=10_000))
        self.paths: list[str] = []  # what was asked for, in order
        self.instead: Answer | None = None  # answers in the site's place while it is set
        self._first = self.app.extensions["letterwriter"]
        self._server: BaseWSGIServer | None = None
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Listen again, as at first."""
        self.instead = None
        if self._server is None:
            self._server = make_server(
                "127.0.0.1", self._port, self._answer, threaded=True, request_handler=_Quiet
            )
            self._port = self._server.port
            Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """As if the server had gone: nothing listens any more."""
        if self._server:
            self._server.gone = True  # type: ignore[attr-defined]  # for _Quiet
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def as_at_first(self) -> None:
        """The site as it was made."""
        self.app.extensions["letterwriter"] = self._first
        self.start()
        self.paths.clear()

    def _answer(self, environ: Any, start_response: Any) -> Any:
        self.paths.append(environ["PATH_INFO"])
        answer = self.instead or self.app
        return answer(environ, start_response)

    def bring_newer_members(self, as_of: date = date(2026, 12, 1)) -> None:
        """Another world, as when the table of members has been brought up to date."""
        world = self.app.extensions["letterwriter"]
        seats = [replace(seat, as_of=as_of) for seat in world.parliament]
        self.app.extensions["letterwriter"] = replace(
            world, parliament=type(world.parliament)(seats)
        )

    @property
    def listed(self) -> dict[str, Any]:
        """What the worker of the present edition is told to keep."""
        line = self.app.test_client().get("/sw.js").text.partition("\n")[0]
        told: dict[str, Any] = json.loads(line.removeprefix("const KEPT = ").removesuffix(";"))
        return told

    @property
    def cache(self) -> str:
        """The name of the present edition's cache."""
        return f"letterwriter-{self.listed['edition']}"

    @property
    def size(self) -> int:
        """How many addresses the present edition has."""
        return len(self.listed["files"]) + len(self.listed["pages"])


def log_in_page(_: Any, start_response: Any) -> list[bytes]:
    """What a hotel's network answers to everything before one has paid."""
    start_response("200 OK", [("Content-Type", "text/html")])
    return [b"<!doctype html><title>Welcome</title><p>Please log in."]


def out_of_order(_: Any, start_response: Any) -> list[bytes]:
    """What a proxy answers when the site behind it is gone."""
    start_response("503 Service Unavailable", [("Content-Type", "text/html")])
    return [b"<!doctype html><title>503</title>"]


def keep(page: Page) -> None:
    """Wait until this device keeps the site and answers from its store."""
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")


def caches(page: Page) -> dict[str, int]:
    """The caches of this device, and how many entries each has."""
    counted: dict[str, int] = page.evaluate("""async () => {
        const found = {};
        for (const name of await caches.keys()) { // to open one that is gone makes it anew
            if (!await caches.has(name)) continue;
            found[name] = (await (await caches.open(name)).keys()).length;
        }
        return found;
    }""")
    return counted


def forget(page: Page, pattern: str) -> int:
    """Lose what is stored under addresses that hold this; how many were lost."""
    lost: int = page.evaluate(
        """async part => {
            let lost = 0;
            for (const name of await caches.keys()) { // to open one that is gone makes it anew
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    if (request.url.includes(part) && await cache.delete(request)) lost += 1;
                }
            }
            return lost;
        }""",
        pattern,
    )
    return lost


def everything_kept(page: Page) -> str:
    """All that this browser keeps for the site, the bytes of every cache included."""
    kept: str = page.evaluate("""async () => {
        const all = [{...localStorage}, {...sessionStorage}, document.cookie];
        for (const name of await caches.keys()) { // to open one that is gone makes it anew
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                const answer = await cache.match(request);
                all.push(request.url, request.method, await answer.text());
            }
        }
        all.push((await indexedDB.databases()).map(base => base.name));
        return JSON.stringify(all);
    }""")
    return kept


STORES = """async () => JSON.stringify([
    {...localStorage}, {...sessionStorage}, document.cookie,
    window.caches ? await caches.keys() : [], (await indexedDB.databases()).map(base => base.name),
])"""


def stores(page: Page) -> str:
    """All that this browser keeps for the site."""
    kept: str = page.evaluate(STORES)
    return kept
