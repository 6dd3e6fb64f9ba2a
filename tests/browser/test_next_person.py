"""Whoever comes next to a stall's tablet finds it as if nobody had been there.

Someone fills in every screen, the tablet is cleared in one of its ways, and somebody else looks at
every screen: whatever is there that is not there on a clean tablet is the other person's.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, StorageState

from tests.browser.next_person import (
    SCRIPTS,
    Walk,
    all_screens,
    differences,
    look_at_everything,
    write_everything,
)
from tests.browser.wizard import CODE, HOME, Wizard, nothing_left
from tests.chromium import PATIENCE

pytestmark = pytest.mark.browser

FOR_VOLUNTEERS = {"setup", "code", "volunteer", "left"}
NOT_HERE = {
    "stall": {"broken", "send", "email", "print", "done", "meet", "changes"},
    "offline": {"about", "own-case", "changes"},  # what they show is the same for everybody
}
LAST = {"stall": "delivery", "offline": "send"}


def prepared(context: BrowserContext) -> BrowserContext:
    context.set_default_timeout(PATIENCE)
    context.add_init_script(SCRIPTS)
    context.clock.install()
    return context


@pytest.fixture(scope="module")
def clean(browser: Browser, site: str, turned_on: StorageState) -> Iterator[dict[str, Walk]]:
    """What somebody sees who is the first at all, by mode."""
    states = {"stall": turned_on, "offline": None}  # a device in stall mode shows no other page
    contexts = {
        mode: prepared(
            browser.new_context(base_url=site, storage_state=state, service_workers="block")
        )
        for mode, state in states.items()
    }
    first = {
        mode: Walk(context.new_page(), looks=True).open("/stall" if mode == "stall" else HOME)
        for mode, context in contexts.items()
    }
    first["offline"].push("data-by-name", "by-name").back("postcode")  # as scripts draw it
    first["offline"].seen.clear()
    yield {mode: look_at_everything(walk, LAST[mode]) for mode, walk in first.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture
def person(new_context: Callable[..., BrowserContext], turned_on: StorageState) -> Page:
    """The tablet of someone who is about to write."""
    return prepared(new_context(storage_state=turned_on)).new_page()


def finished(page: Page) -> Page:
    walk = Walk(page).push('data-door="print"', "delivery").push('data-door="take"', "transfer")
    walk.push('data-code-of="letter"', "transfer").push("data-finish", "welcome")
    return page


def yes_clear(page: Page) -> Page:
    Walk(page).push("data-finish", "sure").push("data-clear-now", "welcome")
    return page


def idle(page: Page) -> Page:
    page.clock.run_for(92_000)
    page.clock.run_for(21_000)
    return page


def the_volunteers_code(page: Page) -> Page:
    wizard = Walk(page).push("data-volunteer", "code").put("code", CODE)
    wizard.press("Open").on("volunteer").press("Back to the stall")
    return page


def put_away(page: Page) -> Page:
    for name in ("pagehide", "pageshow"):
        page.evaluate(f"dispatchEvent(new PageTransitionEvent('{name}', {{persisted: true}}))")
    return page


def frozen(page: Page) -> Page:
    for name in ("freeze", "resume"):
        page.evaluate(f"document.dispatchEvent(new Event('{name}'))")
    return page


def another_page_and_back(page: Page) -> Page:
    page.goto("/healthz")
    page.go_back()
    return page


def reload(page: Page) -> Page:
    page.reload()
    return page


def opened_anew(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/stall")
    return page


def closing(page: Page) -> Page:
    page.close()
    return opened_anew(page.context)


def crash(page: Page) -> Page:
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")
    return opened_anew(page.context)


WAYS = [
    finished,
    yes_clear,
    idle,
    the_volunteers_code,
    put_away,
    frozen,
    another_page_and_back,
    reload,
    closing,
    crash,
]


@pytest.mark.parametrize("way", WAYS)
def test_the_next_person_finds_every_screen_as_on_a_clean_tablet(
    person: Page, clean: dict[str, Walk], way: Callable[[Page], Page]
) -> None:
    write_everything(Walk(person).open("/stall"), "delivery")
    later = way(person)
    nothing_left(Wizard(later).on("welcome"))
    walk = look_at_everything(Walk(later, looks=True), "delivery")
    assert differences(walk.seen, clean["stall"].seen) == []
    nothing_left(walk)


def test_the_next_on_somebodys_own_device_finds_it_clean_too(
    new_context: Callable[..., BrowserContext], clean: dict[str, Walk]
) -> None:
    person = prepared(new_context()).new_page()
    write_everything(Walk(person).open(HOME), "send")
    gone = Walk(person).push("data-print", "print").push("data-print", "print")
    gone.push("data-done", "done").push("data-finish", "sure").push("data-clear-now", "cleared")
    gone.next("postcode")
    walk = look_at_everything(Walk(person, looks=True), "send")
    assert differences(walk.seen, clean["offline"].seen) == []
    nothing_left(walk)


def test_the_walk_misses_no_screen(clean: dict[str, Walk]) -> None:
    for mode, walk in clean.items():
        seen = {screen for screen, _ in walk.seen}
        assert seen == all_screens(walk.page) - FOR_VOLUNTEERS - NOT_HERE[mode] - {"cleared"}
