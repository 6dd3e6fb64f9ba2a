"""A newer edition: it waits, it never breaks a page in use, and it comes whole or not at all."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.journey import Journey
from tests.browser.stall import Site, caches, everything_kept, keep, log_in_page
from tests.browser.wizard import Wizard

pytestmark = pytest.mark.browser

NEWER = "A newer version is ready"
LOOK_FOR_NEWER = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const coming = registration.installing;
    if (!coming) return registration.waiting ? 'installed' : 'none';
    return new Promise(resolve => coming.addEventListener('statechange', () =>
        ['installed', 'redundant'].includes(coming.state) && resolve(coming.state)));
}"""


def look_for_newer(page: Page) -> str:
    """Ask the browser to look now, as it does by itself; what became of the newer worker."""
    became: str = page.evaluate(LOOK_FOR_NEWER)
    return became


def fill_up(page: Page) -> None:
    """Leave no room on this device but for what it holds already."""
    session = page.context.new_cdp_session(page)
    used = page.evaluate("async () => (await navigator.storage.estimate()).usage")
    session.send("Storage.overrideQuotaForOrigin", {"origin": page.url, "quotaSize": used + 20_000})


def wait_until_only_these_are_kept(page: Page, names: Iterable[str]) -> None:
    """A worker that failed takes its store with it a moment after its page hears of it."""
    page.wait_for_function(
        """async names => {
            const registration = await navigator.serviceWorker.getRegistration();
            const coming = registration && registration.installing;
            return !coming && (await caches.keys()).join() === names.join();
        }""",
        arg=list(names),
    )


def settle_as(page: Page, expected: dict[str, int]) -> None:
    """What is kept in the end: a browser may try once more what there was no room for."""
    for _ in range(150):
        if caches(page) == expected:
            return
        page.wait_for_timeout(100)
    assert caches(page) == expected


def edition_of(page: Page) -> str | None:
    return page.locator("html").get_attribute("data-edition")


def test_a_newer_edition_waits_and_the_page_in_use_goes_on_as_it_was(
    tablet: Journey, stall: Site
) -> None:
    page = tablet.page
    page.goto("/stall/ready")
    old, before = stall.listed["edition"], stall.cache
    page.evaluate("window.inUse = true")
    stall.bring_newer_members()
    assert look_for_newer(page) == "installed"
    expect(page.get_by_text(NEWER)).to_be_visible()
    assert caches(page).keys() == {before, stall.cache}
    stall.stop()
    tablet.press("Test it now")
    expect(page.get_by_text("It works.")).to_be_visible()
    assert page.evaluate("window.inUse") is True
    page.reload()
    assert edition_of(page) == old


def test_start_again_takes_the_newer_edition_and_leaves_the_old_one_behind(
    tablet: Journey, stall: Site
) -> None:
    page = tablet.page
    page.goto("/stall/ready")
    stall.bring_newer_members()
    look_for_newer(page)
    with page.expect_navigation():
        tablet.button("Start again").click()
    expect(page.get_by_role("heading", name="Ready", exact=True)).to_be_visible()
    assert edition_of(page) == stall.listed["edition"]
    assert caches(page) == {stall.cache: stall.size}
    expect(page.get_by_text("1 December 2026 to 1 December 2026")).to_be_visible()
    expect(page.get_by_text(NEWER)).to_be_hidden()


def test_start_again_in_one_page_reloads_no_other(
    tablet: Journey, device: BrowserContext, stall: Site
) -> None:
    other, third = Wizard(device.new_page()), device.new_page()
    other.open("/").find().on("found").press("Short letter").on("safety")
    other.press("I have read this").on("story").page.get_by_label("Your answer").fill("Half of it.")
    before = stall.listed["edition"]
    tablet.page.goto("/stall/ready")
    stall.bring_newer_members()
    look_for_newer(tablet.page)
    third.goto("/stall/ready")
    expect(third.get_by_text(NEWER)).to_be_visible()
    with tablet.page.expect_navigation():
        tablet.button("Start again").click()
    expect(tablet.page.get_by_role("heading", name="Ready", exact=True)).to_be_visible()
    stall.stop()
    other.press("Next").worry().about().on("letter")
    assert "Half of it." in other.paragraphs
    assert edition_of(other.page) == before, "not reloaded"
    expect(third.get_by_text(NEWER)).to_be_hidden()
    assert edition_of(third) != stall.listed["edition"], "not reloaded"


def test_a_newer_edition_fetches_only_what_has_changed(tablet: Journey, stall: Site) -> None:
    stall.bring_newer_members()
    tablet.start()
    stall.paths.clear()
    assert look_for_newer(tablet.page) == "installed"
    fetched = {path for path in stall.paths if path.startswith("/at/")}
    own = f"/at/{stall.listed['edition']}"
    assert fetched == {f"{own}/start.json", f"{own}/seats.json"}
    assert caches(tablet.page)[stall.cache] == stall.size


def test_when_all_pages_are_closed_the_newer_edition_is_taken_by_itself(
    tablet: Journey, device: BrowserContext, stall: Site
) -> None:
    stall.bring_newer_members()
    tablet.start()
    look_for_newer(tablet.page)
    tablet.page.close()
    later = device.new_page()
    later.goto("/stall/ready")
    later.wait_for_function("async name => (await caches.keys()).join() === name", arg=stall.cache)


def test_a_full_device_keeps_its_old_edition_and_says_so(tablet: Journey, stall: Site) -> None:
    page = tablet.page
    page.goto("/stall/ready")
    before = stall.cache, stall.size
    fill_up(page)
    stall.bring_newer_members()
    tablet.press("Store it again")
    expect(page.get_by_text("There was no room for it")).to_be_visible()
    settle_as(page, dict([before]))
    stall.stop()
    tablet.press("Test it now")
    expect(page.get_by_text("It works.")).to_be_visible()


def test_a_device_that_is_full_at_first_keeps_nothing_and_says_so(device: BrowserContext) -> None:
    page = device.new_page()
    page.goto("/healthz")
    fill_up(page)
    page.goto("/stall/ready")
    expect(page.get_by_text("There was no room for it")).to_be_visible()
    expect(page.get_by_text("Nothing is stored on this device yet")).to_be_visible()
    wait_until_only_these_are_kept(page, [])


def cut_at(site: Site, name: str) -> Callable[..., Any]:
    """The site, but that what has this name breaks off."""

    def answer(environ: Any, start_response: Any) -> Any:
        if environ["PATH_INFO"].endswith(name):
            start_response("200 OK", [("Content-Length", "1000000")])
            return [b"half of it"]
        return site.app(environ, start_response)

    return answer


def log_in_at(site: Site, name: str) -> Callable[..., Any]:
    """The site, but that a hotel's network answers for what has this name."""

    def answer(environ: Any, start_response: Any) -> Any:
        theirs = environ["PATH_INFO"].endswith(name)
        return (log_in_page if theirs else site.app)(environ, start_response)

    return answer


@pytest.mark.parametrize("fault", [cut_at, log_in_at])
@pytest.mark.parametrize("name", ["seats.json", "/about"])
def test_a_newer_edition_that_breaks_off_leaves_the_old_one_whole(
    tablet: Journey, stall: Site, fault: Callable[..., Any], name: str
) -> None:
    tablet.start()
    before = {stall.cache: stall.size}
    stall.bring_newer_members()
    stall.instead = fault(stall, name)
    assert look_for_newer(tablet.page) == "redundant"
    wait_until_only_these_are_kept(tablet.page, before)
    assert caches(tablet.page) == before
    assert "Please log in" not in everything_kept(tablet.page)
    stall.instead = None
    assert look_for_newer(tablet.page) == "installed"


def test_a_first_visit_that_breaks_off_leaves_nothing_and_the_next_one_mends_it(
    device: BrowserContext, stall: Site
) -> None:
    page = device.new_page()
    stall.instead = cut_at(stall, "postcodes.bin")
    page.goto("/stall/ready")
    expect(page.get_by_text("It could not be fetched")).to_be_visible()
    wait_until_only_these_are_kept(page, [])
    stall.instead = None
    Journey(page).press("Store it on this device")
    expect(page.get_by_role("heading", name="Ready", exact=True)).to_be_visible()
    assert caches(page) == {stall.cache: stall.size}


def test_a_device_that_saves_data_is_not_made_to_fetch_the_site(
    device: BrowserContext, stall: Site
) -> None:
    device.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    page = device.new_page()
    page.goto("/", wait_until="networkidle")
    page.evaluate("() => new Promise(resolve => requestIdleCallback(resolve, { timeout: 5000 }))")
    assert "/sw.js" not in stall.paths
    page.goto("/stall/ready")  # whoever opens this page wants it stored
    keep(page)


def test_other_pages_store_the_site_quietly_once_they_have_loaded(
    device: BrowserContext, stall: Site
) -> None:
    page = device.new_page()
    page.goto("/about")
    keep(page)
    main = f"/at/{stall.listed['edition']}/static/js/main.js"
    assert stall.paths.index("/sw.js") > stall.paths.index(main)
    assert caches(page) == {stall.cache: stall.size}
