"""'Ready for the stall': what it tells of a device, what it tests, and what it mends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.journey import Journey
from tests.browser.stall import Site, caches, forget
from tests.browser.test_access import measured
from tests.chromium import TODAY, NewPage

pytestmark = pytest.mark.browser

SIZES = ((320, 256), (360, 800), (768, 1024), (1024, 768), (1440, 900))


def verdict(page: Page, heading: str) -> None:
    """Wait for what the page says first."""
    expect(page.locator("[data-verdict]").get_by_role("heading", name=heading)).to_be_visible()


@pytest.fixture
def ready(device: BrowserContext) -> Page:
    """The page on a device that had nothing: opening it stores the site."""
    page = device.new_page()
    page.goto("/stall/ready")
    verdict(page, "Ready")
    return page


def fact(page: Page, name: str) -> str:
    return page.locator(f"dd[data-fact={name}]").inner_text()


def test_opening_it_stores_all_and_tells_what_and_how_much(ready: Page, stall: Site) -> None:
    world = stall.app.extensions["letterwriter"]
    assert fact(ready, "postcodes").startswith(f"{len(world.postcodes):,}, in ")
    assert fact(ready, "words").startswith("650 constituencies, in ")
    assert fact(ready, "pages").startswith(f"{stall.size - 4} files, in ")
    assert fact(ready, "edition") == f"16 November 2026 ({stall.listed['edition']})"
    assert fact(ready, "members") == "27 June 2026 to 9 October 2026"
    assert fact(ready, "room").endswith("B")
    assert fact(ready, "controlled") == "Yes"
    assert fact(ready, "installed").startswith("No")
    assert ready.evaluate(
        "Math.abs(Date.now() - Date.parse(document.querySelector('[data-fact=stored]')"
        ".textContent.replace(' at ', ' '))) < 3600e3"
    )


@pytest.mark.parametrize("connected", [True, False])
def test_its_test_looks_up_a_postcode_and_writes_two_letters(
    ready: Page, stall: Site, *, connected: bool
) -> None:
    if not connected:
        stall.stop()
        ready.reload()
        verdict(ready, "Ready")
    stall.paths.clear()
    ready.get_by_role("button", name="Test it now").click()
    told = ready.get_by_text("M14 5TP is in Manchester Rusholme, and letters go to Afzal Khan.")
    expect(told).to_be_visible()
    assert "% alike" in told.inner_text()
    assert not [path for path in stall.paths if path.startswith("/at/")], "from the store alone"


def test_its_test_fails_when_what_is_stored_is_damaged(ready: Page) -> None:
    ready.evaluate("""async () => {
        const cache = await caches.open((await caches.keys())[0]);
        const [table] = (await cache.keys()).filter(each => each.url.endsWith('postcodes.bin'));
        await cache.put(table, new Response('damaged'));
    }""")
    ready.get_by_role("button", name="Test it now").click()
    expect(ready.get_by_text("The test did not pass")).to_be_visible()
    ready.get_by_role("button", name="Store it again").click()
    verdict(ready, "Ready")
    ready.get_by_role("button", name="Test it now").click()
    expect(ready.get_by_text("It works.")).to_be_visible()


@pytest.mark.parametrize(
    "part", ["postcodes.bin", "start.json", "campaign.json", "seats.json", "/icons/"]
)
def test_what_is_lost_is_told_and_stored_again(ready: Page, stall: Site, part: str) -> None:
    lost = forget(ready, part)
    stall.stop()
    Journey(ready).press("Store it again")
    verdict(ready, "A part of it is lost")
    assert "1 constituencies" not in ready.locator("main").inner_text()
    expect(ready.get_by_text("It could not be fetched")).to_be_visible()
    assert fact(ready, "pages").startswith(f"{stall.size - 4 - lost} files of ") or lost == 1
    stall.start()
    Journey(ready).press("Store it again")
    verdict(ready, "Ready")
    expect(ready.get_by_text("It could not be fetched")).to_be_hidden()
    assert caches(ready) == {stall.cache: stall.size}


@pytest.mark.parametrize(("days", "heading"), [(30, "Ready"), (31, "What is stored here is old")])
def test_data_older_than_30_days_is_told_with_what_to_do(
    device: BrowserContext, stall: Site, days: int, heading: str
) -> None:
    world = stall.app.extensions["letterwriter"]
    real = replace(world, settings=replace(world.settings, today=None))
    stall.app.extensions["letterwriter"] = real
    page = device.new_page()
    made = real.today - timedelta(days=real.today.weekday())
    page.clock.set_fixed_time(f"{made + timedelta(days=days)}T12:00:00")
    page.goto("/stall/ready")
    verdict(page, heading)
    if days > 30:
        told = page.locator("[data-verdict]").inner_text()
        assert f"{made.day} {made:%B %Y}" in told
        assert "Connect this device to a network and press “Store it again”" in told


def test_a_fixed_day_counts_in_place_of_the_devices_own(device: BrowserContext) -> None:
    page = device.new_page()
    page.clock.set_fixed_time(f"{TODAY + timedelta(days=400)}T12:00:00")
    page.goto("/stall/ready")
    verdict(page, "Ready")


def test_without_javascript_it_says_what_this_browser_cannot_do(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/stall/ready")
    expect(page.get_by_text("JavaScript is switched off")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(
    ("secure", "heading"),
    [(True, "This browser cannot work without a network"), (False, "cannot be stored")],
)
def test_without_service_workers_it_says_what_this_browser_cannot_do(
    new_context: Callable[..., BrowserContext], *, secure: bool, heading: str
) -> None:
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });"
        f"Object.defineProperty(window, 'isSecureContext', {{ value: {str(secure).lower()} }});"
    )
    page = context.new_page()
    page.goto("/stall/ready")
    verdict(page, heading)
    expect(page.get_by_role("button")).to_have_count(0)


def test_a_browser_that_refuses_says_so(page: Page) -> None:
    page.goto("/stall/ready")  # Playwright refuses in the browser's place
    verdict(page, "This browser cannot work without a network")


def test_axe_finds_nothing_nothing_sticks_out_and_targets_are_big(ready: Page) -> None:
    ready.get_by_role("button", name="Test it now").click()
    expect(ready.get_by_text("It works.")).to_be_visible()
    ready.evaluate(
        "document.querySelectorAll('[data-when], [data-newer]').forEach("
        "part => { part.hidden = false; })"
    )
    found: list[str] = []
    for width, height in SIZES:
        ready.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {fault}" for fault in measured(ready)]
    for scheme in ("dark", "light"):
        ready.emulate_media(color_scheme=scheme)
        answer = Axe().run(ready, options={"resultTypes": ["violations"]}).response
        found += [f"{scheme}: {fault['id']}" for fault in answer["violations"]]
    assert not found, "\n".join(found)
