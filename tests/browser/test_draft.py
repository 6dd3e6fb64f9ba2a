"""A draft stays on the device for those who ask, and nowhere for those who do not."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import BrowserContext, Dialog, Error, Page, expect

from tests.browser.journey import STORY
from tests.browser.stall import stores
from tests.browser.wizard import Wizard

pytestmark = pytest.mark.browser

KEEP = "Keep my draft on this device"


def at_story(home: Wizard) -> Wizard:
    home.find().on("found").press("Short letter")
    return home.on("safety").press("I have read this").on("story")


def kept(home: Wizard) -> Wizard:
    """Somebody who keeps a draft, in the middle of it."""
    at_story(home).page.get_by_label(KEEP).check()
    home.page.get_by_label("Your answer").fill(STORY)
    expect(home.page.get_by_text("Kept on this device.")).to_be_visible()
    home.page.wait_for_function(
        "words => (localStorage.getItem('letterwriter.draft') || '').includes(words)", arg=STORY
    )
    return home


def again(context: BrowserContext) -> Wizard:
    return Wizard(context.new_page()).open("/")


def box(wizard: Wizard) -> str:
    return wizard.on("story").page.get_by_label("Your answer").input_value()


def test_nothing_is_kept_unless_the_box_is_ticked(home: Wizard) -> None:
    expect(home.page.get_by_label(KEEP)).not_to_be_checked()
    home.letter().press("Send or print").on("send")
    assert stores(home.page) == '[{},{},"",[],[]]'


def test_a_kept_draft_survives_a_crash_and_goes_on_where_it_was(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    kept(again(context)).page.close()
    later = again(context)
    assert "There is a letter kept on this device" in later.page.inner_text("body")
    assert box(later.press("Go on with it")) == STORY
    expect(later.page.get_by_label(KEEP)).to_be_checked()
    later.page.go_back()
    later.on("found")


def test_a_kept_letter_comes_back_with_its_changes(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    first = again(context).letter()
    first.page.get_by_label(KEEP).check()
    first.open_part("Paragraph 1").page.locator('[data-list="paragraphs"] textarea').first.fill(
        "Changed by hand."
    )
    first.page.close()
    later = again(context).press("Go on with it").on("letter")
    assert "Changed by hand." in later.paragraphs
    assert STORY in later.paragraphs


def test_a_draft_of_an_earlier_version_of_the_site_can_be_gone_on_with(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    page = context.new_page()
    page.goto("/about")
    page.evaluate(
        """story => localStorage.setItem('letterwriter.draft', JSON.stringify({
            path: '/write', time: Date.now(), shape: 'any', fields: [
                ['constituency', 'E14001353'], ['postcode', 'M14 5TP'], ['story-befriend', story],
                ['name', 'Amina Yusuf']]}))""",
        STORY,
    )
    later = again(context).press("Go on with it").on("prompts")
    assert later.page.get_by_label("I volunteer or befriend").is_checked()
    assert box(later.press("Next")) == STORY


def test_wiping_empties_the_device(home: Wizard) -> None:
    kept(home).press("Wipe the draft from this device")
    expect(home.page.get_by_text("Wiped from this device.")).to_be_visible()
    assert STORY not in stores(home.page)
    assert home.page.evaluate("localStorage.length") == 0
    expect(home.page.get_by_label(KEEP)).not_to_be_checked()


def test_the_next_persons_first_page_can_wipe_it(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    kept(again(context)).page.close()
    later = again(context).press("Wipe it")
    expect(later.page.get_by_label("A letter kept on this device")).to_be_hidden()
    assert later.page.evaluate("localStorage.length") == 0


def test_clearing_wipes_the_draft_and_keeps_none_for_who_comes_next(home: Wizard) -> None:
    kept(home).press("Start again").on("sure").press("Yes, clear").on("cleared")
    assert home.page.evaluate("localStorage.length") == 0
    at_story(home.press("Write another")).page.get_by_label("Your answer").fill("Another story.")
    home.press("Next").on("worry")
    assert home.page.evaluate("localStorage.length") == 0


def asked_on_leaving(page: Page) -> bool:
    """Whether closing the page asks first."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.close(run_before_unload=True)
    with suppress(Error):  # a page that closes ends the wait
        while not asked:
            page.wait_for_timeout(50)
    return asked == ["beforeunload"]


def test_leaving_asks_once_something_is_written(home: Wizard) -> None:
    at_story(home).page.get_by_label("Your answer").fill(STORY)
    assert asked_on_leaving(home.page)


def test_leaving_with_a_postcode_alone_asks_nothing(home: Wizard) -> None:
    at_story(home)
    assert not asked_on_leaving(home.page)


def test_leaving_asks_nothing_where_the_draft_is_kept(home: Wizard) -> None:
    kept(home)
    assert not asked_on_leaving(home.page)
