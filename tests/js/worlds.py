"""Opens the engine's world in a page, from what a server publishes, and asks it questions."""

import json
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from playwright.sync_api import Page

from letterwriter.campaigns import loading
from letterwriter.files.messages import messages
from letterwriter.offline import seats
from letterwriter.offline.bundle import for_letters, start
from letterwriter.offline.campaign import JsonObject
from letterwriter.offline.table import publish
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes import current_postcodes

_OPEN = """async ([files, table]) => {
    const { openWhole } = await import('/static/js/engine/world.js');
    const bytes = Uint8Array.from(atob(table), letter => letter.charCodeAt(0));
    window.world = openWhole(...files.map(file => JSON.parse(file)), bytes.buffer);
}"""
_ASK = """async all => {
    const postcode = await import('/static/js/engine/postcode.js');
    const lookup = await import('/static/js/engine/lookup.js');
    const advice = await import('/static/js/engine/advice.js');
    const { world } = window;
    return JSON.stringify(JSON.parse(all).map(%s));
}"""


@cache
def table() -> bytes:
    """The published table of all postcodes."""
    return publish(current_postcodes.bundled_table().rows())


def open_world(
    page: Page,
    parliament: Parliament,
    today: date | None = None,
    published_table: bytes | None = None,
) -> None:
    """Open a page of the site with the engine's ``world``; with all bundled postcodes as a rule."""
    files = (
        started(parliament, today),
        for_letters(loading.bundled_campaign(loading.DEFAULT_CAMPAIGN), {}),
        {"seats": seats.seats(parliament)},
    )
    page.goto("/privacy")
    postcodes = b64encode(published_table or table()).decode("ascii")
    page.evaluate(_OPEN, [[*map(json.dumps, files)], postcodes])


def started(parliament: Parliament, today: date | None = None) -> JsonObject:
    """What ``start.json`` holds, with the words of look-ups."""
    lookup = {name: messages(name) for name in ("lookup", "parliament")}
    return start(parliament, lookup, edition="a test's", made=date(2026, 11, 8), today=today)


def ask(page: Page, answer: str, all_given: Sequence[object]) -> list[Any]:
    """What ``answer`` says to each: a function that may use ``world`` and the modules above.

    Both ways go as JSON in ASCII, since halves of characters do not travel otherwise.
    """
    answers = page.evaluate(_ASK % answer, json.dumps(all_given))
    said: list[Any] = json.loads(answers)
    return said
