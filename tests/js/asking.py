"""Asks the engine in the browser the questions that Python answers too."""

import json
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

_EACH = """async all => {
    const engine = await import('/static/js/engine/%s.js');
    return JSON.stringify(JSON.parse(all).map(given => %s));
}"""


def each(page: Page, module: str, answer: str, all_given: Sequence[object]) -> list[Any]:
    """What ``answer``, an expression of ``engine`` (the module) and ``given``, says to each.

    Both ways go as JSON in ASCII, since halves of characters do not travel otherwise.
    """
    page.goto("/privacy")
    answers = page.evaluate(_EACH % (module, answer), json.dumps(all_given))
    said: list[Any] = json.loads(answers)
    return said
