"""The count of own words is the server's number."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.journey import Journey

pytestmark = pytest.mark.browser

CASES = Path(__file__).parent.parent / "shared" / "own_words.json"
COUNT = """async cases => {
    const { countOwn } = await import('/static/js/own_words.js');
    return cases.map(c => countOwn(c.texts, c.templates));
}"""


def test_the_browser_counts_own_words_as_the_server_does(journey: Journey) -> None:
    cases: list[dict[str, Any]] = json.loads(CASES.read_text(encoding="utf-8"))
    counted = journey.start().page.evaluate(COUNT, cases)
    for case, count in zip(cases, counted, strict=True):
        expected = {key: case[key] for key in ("own", "total", "percent")}
        assert count == expected, case["name"]
