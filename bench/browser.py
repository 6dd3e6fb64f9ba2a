"""What a browser does without a network, on a CPU made four times slower: an old phone's.

Each module named in PARTS has a function ``rows`` that takes a page and the
site's address and returns its ``Row``s.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.pages import _ROOT, _served
from bench.rows import Row

PARTS = ("browser_postcodes", "browser_letters")

_SLOWER = 4  # times
_PATIENCE = 120_000  # milliseconds, for the alternatives


def rows() -> list[Row]:
    """Those of all parts, from one server and a browser for each."""
    measured: list[Row] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        _served("wsgi:app", Path(folder) / "none") as port,
    ):
        for part in PARTS:
            with slow_page() as page:
                site = f"http://127.0.0.1:{port}"
                measured += import_module(f"bench.{part}").rows(page, site)
    return measured


@contextmanager
def slow_page() -> Iterator[Page]:
    """A page on the slower CPU; it may do what the site's own content policy forbids."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0  # Chromium has no sandbox for root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_chromium(), args=["--no-sandbox"] if as_root else []
        )
        context = browser.new_context(bypass_csp=True)
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        slow = context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        yield page
        browser.close()


def _chromium() -> str:
    """The one that browser tests drive too."""
    found = subprocess.run(
        [_ROOT / "tools" / "find-chromium", sys.executable],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return found.stdout.strip()
