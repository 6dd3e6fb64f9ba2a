"""A real Chromium on a real site: nothing a page does wrong passes unseen.

A plugin of tests/conftest.py rather than a conftest of its own, so that all folders
share one browser. What it needs is imported late: most runs never ask for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.watch import Watch

TODAY = date(2026, 11, 22)
PHONE = {"width": 360, "height": 800}
PATIENCE = 30_000  # milliseconds for any one thing to appear: a busy machine is no failure

NewPage = Callable[..., "Page"]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a running site."""
    from werkzeug.serving import WSGIRequestHandler, make_server

    from letterwriter.web import create_app
    from letterwriter.web.settings import Settings

    class Quiet(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"  # connections stay open, as behind a real server

        def log_request(self, *_: Any) -> None:
            """Say nothing of requests."""

    app = create_app(Settings(today=TODAY, pdfs_a_minute=10_000))
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("LETTERWRITER_CHROMIUM", "")
    if not path:
        pytest.fail(
            "The browser tests need a Chromium, and LETTERWRITER_CHROMIUM names none: run them "
            "with `make test`, which finds or installs one, or leave them out with "
            "-m 'not browser'.",
            pytrace=False,
        )
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0  # Chromium has no sandbox for root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"] if as_root else []
        )
        yield browser
        browser.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What pages ask for and complain about; a complaint fails the test that met it."""
    from tests.watch import Watch

    watch = Watch()
    yield watch
    assert not watch.complaints


@pytest.fixture
def new_context(
    browser: Browser, site: str, watch: Watch
) -> Iterator[Callable[..., BrowserContext]]:
    """Devices of their own, watched: ``new_context(viewport=..., color_scheme=...)``.

    Without service workers, which would fetch the whole site for each of them; those who test
    what works without a network ask for ``service_workers="allow"``.
    """
    contexts: list[BrowserContext] = []
    usual = {"viewport": PHONE, "locale": "en-GB", "service_workers": "block"}

    def new(**options: Any) -> BrowserContext:
        context = browser.new_context(**({"base_url": site} | usual | options))
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        contexts.append(context)
        return context

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def new_page(new_context: Callable[..., BrowserContext]) -> NewPage:
    def new(**options: Any) -> Page:
        return new_context(**options).new_page()

    return new


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A phone with JavaScript."""
    return new_page()
