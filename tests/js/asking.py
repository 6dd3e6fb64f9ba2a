"""Asks the engine in the browser the questions that Python answers too."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_HERE = Path(__file__).parent
_EACH = """async all => {
    const engine = await import('%s.js');
    return JSON.stringify(JSON.parse(all).map(given => %s));
}"""


def each(page: Page, module: str, answer: str, all_given: Sequence[object]) -> list[Any]:
    """What ``answer``, an expression of ``engine`` (the module) and ``given``, says to each.

    The module is one of static/js/engine, or else one of this folder. Both ways
    go as JSON in ASCII, since halves of characters do not travel otherwise.
    """
    if page.url == "about:blank":
        page.goto("/privacy")
    where = f"/static/js/engine/{module}"
    if (_HERE / f"{module}.js").exists():
        where = f"/beside-the-tests/{module}"
        page.route(f"**{where}.js", lambda route: route.fulfill(path=_HERE / f"{module}.js"))
    answers = page.evaluate(_EACH % (where, answer), json.dumps(all_given))
    said: list[Any] = json.loads(answers)
    return said
