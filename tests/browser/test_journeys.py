"""From a postcode to a letter in the hand, on the devices that people bring."""

from typing import Any

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import STORY, Journey
from tests.chromium import NewPage

pytestmark = pytest.mark.browser

open_pdf: Any = pymupdf.open  # untyped in some versions

PHONE = {"width": 360, "height": 800}
TABLET = {"width": 768, "height": 1024}
TABLET_ON_ITS_SIDE = {"width": 1024, "height": 768}
MOST_TABS = 150


def words_of(pdf: str) -> str:
    with open_pdf(pdf) as document:
        return " ".join(" ".join(page.get_text() for page in document).split())


def saved_pdf(journey: Journey) -> str:
    with journey.page.expect_download() as download:
        journey.button("Save as PDF").click()
    assert download.value.suggested_filename == "letter-to-my-mp.pdf"
    return words_of(str(download.value.path()))


@pytest.mark.parametrize(
    ("size", "scripts"),
    [(PHONE, True), (PHONE, False), (TABLET, True), (TABLET_ON_ITS_SIDE, False)],
    ids=["phone", "phone without scripts", "tablet", "tablet on its side without scripts"],
)
def test_a_person_comes_from_a_postcode_to_a_pdf(
    new_page: NewPage, size: dict[str, int], *, scripts: bool
) -> None:
    journey = Journey(new_page(viewport=size, java_script_enabled=scripts))
    journey.find()
    assert journey.title == "Your MP: Manchester Rusholme"
    journey.press("Write to").answer().press("Make my letter")
    assert STORY in journey.paragraphs
    journey.paragraph(3).fill("I changed this by hand.")
    journey.press("Down", 1).press("Take out", 4).press("Put it back").press("Back to my answers")
    journey.press("Make my letter")
    assert journey.paragraphs[1:3] == ["I changed this by hand.", STORY]
    journey.press("Another way to say this", 1)
    assert "You have changed this paragraph" in journey.main
    journey.press("Keep my words").press("Go on: print or send")
    printed = saved_pdf(journey)
    assert STORY in printed
    assert "I changed this by hand." in printed
    journey.press("Back to the letter")
    assert journey.paragraphs[1:3] == ["I changed this by hand.", STORY]
    journey.press("Start again and clear everything")
    assert journey.title == "Everything is cleared"


def test_without_scripts_nothing_is_shown_that_only_scripts_can_do(new_page: NewPage) -> None:
    journey = Journey(new_page(java_script_enabled=False)).send()
    for name in ("Copy the letter", "Print this page", "Share"):
        expect(journey.button(name)).to_have_count(0)
    assert "Tap in the box, choose Select all" in journey.main
    journey.press("Back to the letter")
    expect(journey.page.get_by_label("Keep my draft on this device")).to_be_hidden()


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus is on what is called by these words."""
    name = """() => {
        const here = document.activeElement;
        const labels = here.labels ? Array.from(here.labels).map(l => l.innerText) : [];
        return [here.getAttribute('aria-label') || '', ...labels, here.innerText || ''].join(' ');
    }"""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if words in " ".join(page.evaluate(name).split()):
            return
    pytest.fail(f"Tab never comes to {words!r}")


# Where Tab goes, and what is typed there.
KEYS = (
    ("Your postcode", "M14 5TP\n"),
    ("Write to Afzal Khan", "\n"),
    ("I volunteer or befriend", " "),
    ("Your answer", STORY),
    ("30 months", " "),
    ("Write to the Home Secretary", " "),
    ("Your full name", "Amina Yusuf"),
    ("Make my letter", "\n"),
    ("Down (paragraph 2)", "\n"),
    ("Go on: print or send", "\n"),
)


def test_a_keyboard_is_enough(page: Page) -> None:
    page.goto("/")
    for words, keys in KEYS:
        tab_to(page, words)
        page.keyboard.type(keys.rstrip("\n"))
        if keys.endswith("\n"):
            with page.expect_navigation():
                page.keyboard.press("Enter")
    tab_to(page, "Save as PDF")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    printed = words_of(str(download.value.path()))
    assert STORY in printed
    assert "Amina Yusuf" in printed


def test_the_first_tab_offers_to_skip_to_the_page(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your postcode")).to_be_focused()


def test_after_a_tool_the_page_comes_back_to_its_paragraph(journey: Journey) -> None:
    journey.letter().press("Down", 3)
    expect(journey.paragraph(5)).to_be_in_viewport()


def test_enter_in_the_greeting_changes_no_paragraph(journey: Journey) -> None:
    before = journey.letter().paragraphs
    journey.page.get_by_label("Greeting").press("Enter")
    journey.page.wait_for_load_state()
    assert journey.paragraphs == before
