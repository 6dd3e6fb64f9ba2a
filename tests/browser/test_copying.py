"""Copying the letter, in browsers new and old."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.journey import STORY
from tests.browser.wizard import Wizard
from tests.chromium import NewPage

pytestmark = pytest.mark.browser


def copying(page: Page) -> Wizard:
    """Someone who copies the letter, to put it into an email."""
    home = Wizard(page).open("/").send().press("Email it").on("email")
    page.get_by_text("Other ways to email it").click()
    return home.press("Copy the letter")


def email(page: Page) -> str:
    return page.get_by_label("The words of your email").input_value()


def test_copying_puts_the_whole_letter_on_the_clipboard(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = copying(context.new_page()).page
    expect(page.get_by_text("Copied. Now paste it into your email.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n").rstrip() == email(page).rstrip()
    assert STORY in copied
    assert copied.startswith("Dear Afzal Khan,")


def test_copying_works_where_the_browser_has_no_clipboard_of_the_new_kind(
    new_page: NewPage,
) -> None:
    page = new_page()
    page.add_init_script(
        """delete Navigator.prototype.clipboard;
        document.execCommand = () => Boolean(window.copied = document.activeElement.value);"""
    )
    home = copying(page)
    expect(page.get_by_text("Copied. Now paste it into your email.")).to_be_visible()
    assert page.evaluate("copied") == email(page)
    expect(home.button("Copy the letter")).to_be_focused()
