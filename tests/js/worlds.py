"""Opens the engine's world in a page, from what a server publishes, and asks it questions."""

import json
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from playwright.sync_api import Page

from letterwriter.domain.parliament import Parliament
from letterwriter.outputs.offline.bundle import bundle
from letterwriter.outputs.offline.table import publish
from letterwriter.sources import shipped
from letterwriter.sources.words import words

_OPEN = """async ([bundle, table]) => {
    const { openWorld } = await import('/static/js/engine/world.js');
    const bytes = Uint8Array.from(atob(table), letter => letter.charCodeAt(0));
    window.world = openWorld(JSON.parse(bundle), bytes.buffer);
}"""
_ASK = """async all => {
    const postcode = await import('/static/js/engine/postcode.js');
    const lookup = await import('/static/js/engine/lookup.js');
    const { world } = window;
    return JSON.stringify(JSON.parse(all).map(%s));
}"""


@cache
def table() -> bytes:
    """The published table of all postcodes."""
    return publish(shipped.postcodes().rows())


def open_world(page: Page, parliament: Parliament, today: date | None = None) -> None:
    """Open a page of the site with the engine's ``world``."""
    published = bundle(
        parliament,
        shipped.campaign(shipped.DEFAULT_CAMPAIGN),
        {"lookup": words("lookup")},
        edition="a test's",
        made=date(2026, 11, 8),
        today=today,
    )
    page.goto("/privacy")
    page.evaluate(_OPEN, [json.dumps(published), b64encode(table()).decode("ascii")])


def ask(page: Page, answer: str, all_given: Sequence[object]) -> list[Any]:
    """What ``answer`` says to each: a function that may use ``world``, ``postcode`` and ``lookup``.

    Both ways go as JSON in ASCII, since halves of characters do not travel otherwise.
    """
    answers = page.evaluate(_ASK % answer, json.dumps(all_given))
    said: list[Any] = json.loads(answers)
    return said
