"""A second letter in the page: from its own address and from the first page, without a server."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.wizard import Wizard

pytestmark = pytest.mark.browser

ASKED = "Will you vote against the Bill?"


def second(wizard: Wizard) -> Wizard:
    """From what came back to the letter."""
    page = wizard.on("again").page
    page.get_by_role("radio", name="I have heard nothing").check()
    wizard.press("Next").find().on("found").press("Go on").on("safety")
    wizard.press("I have read this").on("first")
    page.get_by_label("When did you write it?").fill("2026-01-05")
    page.get_by_label("What did you ask?").fill(ASKED)
    page.get_by_label("Anything to add?").fill("My neighbour still waits.")
    return wizard.press("Next").about().on("letter")


def test_from_its_own_address_to_a_letter_and_back_with_every_word(page: Page) -> None:
    wizard = second(Wizard(page).open("/again"))
    letter = page.locator("main")
    for words in ("5 January 2026", f"“{ASKED}”", "My neighbour still waits."):
        expect(letter).to_contain_text(words)
    for at in ("address", "name", "first"):
        page.go_back()
        wizard.on(at)
    expect(page.get_by_label("What did you ask?")).to_have_value(ASKED)
    for at in ("safety", "found", "postcode", "again"):
        page.go_back()
        wizard.on(at)
    expect(page.get_by_role("radio", name="I have heard nothing")).to_be_checked()


def test_from_the_first_page_and_back_to_a_first_letter(page: Page) -> None:
    wizard = Wizard(page).open("/")
    page.get_by_role("link", name="You have written before?").click()
    wizard.on("again")
    page.go_back()
    wizard.find().on("found")
    expect(wizard.button("Short letter")).to_be_visible()
