"""What goes over the wire, and what the browser is left with."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.stall import stores
from tests.browser.wizard import Served, Wizard
from tests.chromium import NewPage
from tests.js.asking import each
from tests.watch import Watch

pytestmark = pytest.mark.browser

MARKER = "quokkazebra"
MOST = 60 * 1024  # bytes for the first page with everything on it
MOST_TO_OPEN = 50 * 1024  # bytes more, for what unpacks a code
NOTE_HISTORY = """() => {
    window.noted = [];
    ['pushState', 'replaceState'].forEach(name => {
        const was = history[name];
        history[name] = (...given) => { noted.push(given); return was.apply(history, given); };
    });
}"""


def everywhere(wizard: Wizard) -> Wizard:
    """A whole way with the marker in every box, ending with a PDF."""
    wizard.letter(f"I am {MARKER}.")
    wizard.page.locator("main [data-next]").first.click()
    wizard.on("send").press("Print it").on("print")
    if not wizard.button("Save as PDF").is_visible():
        wizard.page.locator("main summary").first.click()
    with wizard.page.expect_download():
        wizard.press("Save as PDF")
    return wizard


def test_the_first_page_weighs_under_60_kb_with_everything_on_it(page: Page, watch: Watch) -> None:
    page.goto("/", wait_until="networkidle")
    Wizard(page).ready()
    weights = {}
    before = [each for each in watch.requests if not each.url.endswith("/later.js")]
    for request in before:  # what comes later is fetched once the page can be used
        sizes = request.sizes()
        weights[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]
    assert len(weights) >= 6, "the page, its styles, its script, what that asks for, and its mark"
    assert sum(weights.values()) < MOST, weights


def test_what_opens_a_code_weighs_little_more_than_the_first_page(
    page: Page, new_page: NewPage, watch: Watch
) -> None:
    choices = {"kind": "choices", "concernIds": ["delay"], "askId": ""}
    (digits,) = each(new_page(), "taking", "engine.there(given)", [choices])
    before = len(watch.requests)
    page.goto(f"/take#{digits}")
    Wizard(page).ready().on("postcode")
    weights: dict[str, int] = {}
    for request in watch.requests[before:]:
        if not request.url.endswith(("/later.js", "/campaign.json")):  # as on any way to a letter
            sizes = request.sizes()
            weights[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]
    assert sum(weights.values()) < MOST + MOST_TO_OPEN, weights


def test_a_marker_word_leaves_the_page_nowhere_on_the_whole_way(home: Wizard, watch: Watch) -> None:
    home.page.evaluate(NOTE_HISTORY)
    home.send(f"I am {MARKER}.", postcode="BS1 5TR").press("Email it").on("email")
    sent = [
        f"{request.method} {request.url} {request.all_headers()} {request.post_data or ''}"
        for request in watch.requests
    ]
    for words in (MARKER, "Amina", "High Street", "BS1", "5TR"):
        assert not [each for each in sent if words in each]
    areas = [urlsplit(url).path.rpartition("/")[2] for url in watch.addresses if "/areas/" in url]
    assert sorted(areas) == ["BS.bin", "BS.json"]
    assert {request.method for request in watch.requests} == {"GET"}
    assert MARKER not in stores(home.page) + home.page.url
    entries: list[Any] = home.page.evaluate("noted")
    assert len(entries) == 9, "one for each screen after the first"
    for words in (MARKER, "Amina", "High Street", "5TR"):
        assert not [entry for entry in entries if words in str(entry)]


def test_no_script_holds_up_any_page(served: Served) -> None:
    def blocking() -> int:
        found: int = served.page.locator("script:not([type=module]):not([defer])").count()
        return found

    everywhere(served)
    assert blocking() == 0
    for path in ("/", "/constituency", "/about", "/data"):
        served.page.goto(path)
        assert blocking() == 0


def test_no_page_asks_another_website_for_anything(home: Wizard, watch: Watch, site: str) -> None:
    everywhere(home)
    for path in ("/", "/constituency", "/about", "/privacy", "/data", "/your-own-case", "/nothing"):
        home.page.goto(path, wait_until="networkidle")
    assert len(watch.addresses) > 30
    hosts = {urlsplit(address).netloc for address in watch.addresses}
    assert hosts == {urlsplit(site).netloc}


@pytest.mark.parametrize("kind", [Wizard, Served])
def test_what_is_typed_is_in_no_address_and_stays_nowhere_in_the_browser(
    page: Page, watch: Watch, kind: type[Wizard]
) -> None:
    everywhere(kind(page).open("/"))
    seen = [
        (address, request.headers.get("referer", ""))
        for address, request in zip(watch.addresses, watch.requests, strict=True)
    ]
    assert not [pair for pair in seen if MARKER in str(pair) or "M14" in str(pair)]
    assert MARKER not in stores(page)
    assert page.context.cookies() == []
    assert MARKER not in str(page.context.storage_state())
