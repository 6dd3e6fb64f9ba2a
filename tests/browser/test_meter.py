"""Boxes that grow, and the count of own words that is the server's number before it is asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.journey import Journey

pytestmark = pytest.mark.browser

CASES = Path(__file__).parent.parent / "shared" / "own_words.json"
COUNT = """async cases => {
    const { countOwn } = await import('/static/js/own_words.js');
    return cases.map(c => countOwn(c.texts, c.templates));
}"""


def sentence(journey: Journey) -> str:
    return journey.page.get_by_text("of this letter is in your own words").inner_text()


def height(box: Locator) -> float:
    size = box.bounding_box()
    assert size
    return size["height"]


def test_the_browser_counts_own_words_as_the_server_does(journey: Journey) -> None:
    cases: list[dict[str, Any]] = json.loads(CASES.read_text(encoding="utf-8"))
    counted = journey.start().page.evaluate(COUNT, cases)
    for case, count in zip(cases, counted, strict=True):
        expected = {key: case[key] for key in ("own", "total", "percent")}
        assert count == expected, case["name"]


def test_the_count_follows_the_typing_and_the_server_agrees(journey: Journey) -> None:
    before = sentence(journey.letter())
    journey.paragraph(3).fill("My street has welcomed four families, and we are glad of them.")
    journey.paragraph(2).press_sequentially(" And one more thing: ሰላም.")
    live = sentence(journey)
    assert live != before
    journey.press("Check my letter again")
    assert sentence(journey) == live
    journey.press("Take out", 2)
    by_server = sentence(journey)
    assert by_server != live
    journey.paragraph(2).press("End")
    journey.page.keyboard.type(" ")
    assert sentence(journey) == by_server


def test_the_meter_shows_the_sentences_number(journey: Journey) -> None:
    meter = journey.letter().page.get_by_label("Share of your own words")
    journey.paragraph(2).fill("Only these words are mine today.")
    assert f"About {meter.evaluate('meter => meter.value')} %" in sentence(journey)


def test_a_box_grows_and_shrinks_with_its_words(journey: Journey) -> None:
    box = journey.letter().paragraph(2)
    box.fill("Short.")
    short = height(box)
    box.fill("A line.\n" * 12)
    assert height(box) > 4 * short
    assert box.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    box.fill("Short.")
    expect(box).to_have_css("height", f"{short:g}px")
