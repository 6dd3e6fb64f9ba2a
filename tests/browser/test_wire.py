"""What goes over the wire, and what the browser is left with."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.journey import Journey
from tests.browser.test_draft import stores
from tests.watch import Watch

pytestmark = pytest.mark.browser

MARKER = "quokkazebra"
MOST = 60 * 1024  # bytes for the first page with everything on it


def everywhere(journey: Journey) -> Journey:
    """A whole way with the marker in every box, ending on the send page."""
    journey.write().answer(f"I am {MARKER}.").about(f"Amina {MARKER}", f"1 {MARKER} Street")
    journey.press("Make my letter").press("Another way to say this")
    with journey.press("Go on: print or send").page.expect_download():
        journey.button("Save as PDF").click()
    return journey


def test_the_first_page_weighs_under_60_kb_with_everything_on_it(page: Page, watch: Watch) -> None:
    page.goto("/", wait_until="networkidle")
    weights = {}
    for request in watch.requests:
        sizes = request.sizes()
        weights[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]
    assert len(weights) >= 8, "the page, its styles, its scripts and its mark"
    assert sum(weights.values()) < MOST, weights


def test_no_script_holds_up_any_page(journey: Journey) -> None:
    def blocking() -> int:
        found: int = journey.page.locator("script:not([type=module]):not([defer])").count()
        return found

    everywhere(journey)
    assert blocking() == 0
    for path in ("/", "/constituency", "/about", "/data"):
        journey.page.goto(path)
        assert blocking() == 0


def test_no_page_asks_another_website_for_anything(
    journey: Journey, watch: Watch, site: str
) -> None:
    everywhere(journey)
    for path in ("/", "/constituency", "/about", "/privacy", "/data", "/your-own-case", "/nothing"):
        journey.page.goto(path, wait_until="networkidle")
    assert len(watch.addresses) > 50
    hosts = {urlsplit(address).netloc for address in watch.addresses}
    assert hosts == {urlsplit(site).netloc}


def test_what_is_typed_is_in_no_address_and_stays_nowhere_in_the_browser(
    journey: Journey, watch: Watch
) -> None:
    everywhere(journey)
    seen = [
        (address, request.headers.get("referer", ""))
        for address, request in zip(watch.addresses, watch.requests, strict=True)
    ]
    assert not [pair for pair in seen if MARKER in str(pair) or "M14" in str(pair)]
    assert MARKER not in stores(journey.page)
    assert journey.page.context.cookies() == []
    assert MARKER not in str(journey.page.context.storage_state())
