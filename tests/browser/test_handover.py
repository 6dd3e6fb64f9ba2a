"""Copy, share, print, clear: what the send page does on the device itself."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.journey import STORY, Journey
from tests.chromium import NewPage

pytestmark = pytest.mark.browser


def test_copying_puts_the_whole_letter_on_the_clipboard(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    journey = Journey(context.new_page()).send().press("Copy the letter")
    expect(journey.page.get_by_text("Copied. Now paste it into your email.")).to_be_visible()
    copied = journey.page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n").rstrip() == email(journey.page).rstrip()
    assert STORY in copied
    assert copied.startswith("Dear Afzal Khan,")


def email(page: Page) -> str:
    return page.get_by_label("The words of your email").input_value()


def test_copying_works_where_the_browser_has_no_clipboard_of_the_new_kind(
    new_page: NewPage,
) -> None:
    page = new_page()
    page.add_init_script(
        """delete Navigator.prototype.clipboard;
        document.execCommand = () => Boolean(window.copied = document.activeElement.value);"""
    )
    journey = Journey(page).send().press("Copy the letter")
    expect(page.get_by_text("Copied. Now paste it into your email.")).to_be_visible()
    assert page.evaluate("copied") == email(page)
    expect(journey.button("Copy the letter")).to_be_focused()


def test_the_print_button_prints(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; };")
    Journey(page).send().press("Print this page")
    assert page.evaluate("printed") == 1


def test_sharing_is_offered_only_where_the_device_can(new_page: NewPage) -> None:
    able, unable = new_page(), new_page()
    able.add_init_script("navigator.share = async what => { window.shared = what; };")
    unable.add_init_script("delete Navigator.prototype.share;")
    expect(Journey(unable).send().button("Share")).to_have_count(0)
    Journey(able).send().press("Share")
    shared = able.evaluate("shared")
    assert shared == {"title": "A letter from your constituent about asylum", "text": email(able)}


def test_mail_links_carry_the_whole_letter_or_none_of_it(journey: Journey) -> None:
    journey.send()
    for name in ("Open in my email app", "Open in Gmail", "Open in Outlook"):
        link = journey.page.get_by_role("link", name=name)
        address = unquote(link.get_attribute("href") or "")
        whole = email(journey.page).strip() in address.replace("\r\n", "\n")
        assert whole or (STORY not in address and "subject only" in link.inner_text())


def test_clearing_empties_the_device_and_back_does_not_bring_the_letter_back(
    journey: Journey,
) -> None:
    journey.letter().page.get_by_label("Keep my draft on this device").check()
    journey.press("Go on: print or send")
    assert STORY in journey.page.evaluate("JSON.stringify(localStorage)")
    journey.press("Finished: clear everything")
    assert journey.title == "Everything is cleared"
    assert journey.page.evaluate("localStorage.length") == 0
    for _ in range(3):
        journey.page.evaluate("history.back()")
        journey.page.wait_for_timeout(300)
        assert STORY not in journey.page.content()
