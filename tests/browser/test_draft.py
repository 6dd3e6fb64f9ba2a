"""A draft stays on the device for those who ask, and nowhere for those who do not."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import BrowserContext, Dialog, Error, Page, expect

from tests.browser.journey import STORY, Journey

pytestmark = pytest.mark.browser

KEEP = "Keep my draft on this device"
STORES = """async () => JSON.stringify([
    {...localStorage}, {...sessionStorage}, document.cookie,
    window.caches ? await caches.keys() : [], (await indexedDB.databases()).map(base => base.name),
])"""


def stores(page: Page) -> str:
    """All that this browser keeps for the site."""
    kept: str = page.evaluate(STORES)
    return kept


def kept(journey: Journey) -> Journey:
    journey.write().page.get_by_label(KEEP).check()
    journey.story(STORY)
    expect(journey.page.get_by_text("Kept on this device.")).to_be_visible()
    journey.page.wait_for_function(
        "words => (localStorage.getItem('letterwriter.draft') || '').includes(words)", arg=STORY
    )
    return journey


def box(journey: Journey) -> str:
    return journey.page.locator("details.prompt textarea").first.input_value()


def test_nothing_is_kept_unless_the_box_is_ticked(journey: Journey) -> None:
    journey.write()
    expect(journey.page.get_by_label(KEEP)).not_to_be_checked()
    journey.answer().press("Make my letter").press("Go on: print or send")
    assert stores(journey.page) in ('[{},{},"",[],[]]', '[{},{"letterwriter.sent":"1"},"",[],[]]')


def test_a_kept_draft_survives_a_reload(journey: Journey) -> None:
    kept(journey).page.reload()
    assert box(journey) == STORY
    expect(journey.page.get_by_label(KEEP)).to_be_checked()


def test_a_kept_draft_survives_a_crash(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    kept(Journey(context.new_page())).page.close()
    later = Journey(context.new_page()).start()
    assert "There is a letter kept on this device" in later.main
    later.press("Go on with it")
    assert box(later) == STORY


def test_a_kept_letter_comes_back_with_its_changes(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    journey = Journey(context.new_page()).letter()
    journey.page.get_by_label(KEEP).check()
    journey.paragraph(3).fill("Changed by hand.")
    journey.press("Down", 1)
    journey.page.close()
    later = Journey(context.new_page()).start().press("Go on with it")
    assert later.paragraphs[1:3] == ["Changed by hand.", STORY]


def test_wiping_empties_the_device(journey: Journey) -> None:
    kept(journey).press("Wipe the draft from this device")
    expect(journey.page.get_by_text("Wiped from this device.")).to_be_visible()
    assert STORY not in stores(journey.page)
    assert journey.page.evaluate("localStorage.length") == 0
    expect(journey.page.get_by_label(KEEP)).not_to_be_checked()


def test_the_next_persons_first_page_can_wipe_it(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    kept(Journey(context.new_page())).page.close()
    later = Journey(context.new_page()).start().press("Wipe it")
    expect(later.page.get_by_label("A letter kept on this device")).to_be_hidden()
    assert later.page.evaluate("localStorage.length") == 0


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


def test_leaving_asks_once_something_is_typed(journey: Journey) -> None:
    journey.write().story(STORY)
    assert asked_on_leaving(journey.page)


def test_leaving_an_untouched_page_asks_nothing(journey: Journey) -> None:
    journey.write()
    assert not asked_on_leaving(journey.page)


def test_leaving_asks_nothing_where_the_draft_is_kept(journey: Journey) -> None:
    kept(journey)
    assert not asked_on_leaving(journey.page)


def test_our_own_buttons_never_ask(journey: Journey) -> None:
    asked: list[str] = []

    def go_on(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    journey.page.on("dialog", go_on)
    journey.send().press("Back to the letter").press("Back to my answers").press("Back")
    assert not asked
