"""Someone who finds their way through the site; the browser itself is tests/chromium.py."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.browser.desk import Desk
from tests.browser.journey import Journey
from tests.browser.stall import NO_NETWORK, NOTE_CARRIED, Site, keep
from tests.chromium import TODAY
from tests.watch import Watch

TABLET = {"width": 1024, "height": 768}


@pytest.fixture
def journey(page: Page) -> Journey:
    return Journey(page)


@pytest.fixture(scope="module")
def _stall() -> Iterator[Site]:
    site = Site(TODAY)
    yield site
    site.stop()


@pytest.fixture
def stall(_stall: Site) -> Site:
    """A site that can be cut off; each test finds it whole."""
    _stall.as_at_first()
    return _stall


@pytest.fixture
def device(new_context: Callable[..., BrowserContext], stall: Site, watch: Watch) -> BrowserContext:
    """A tablet that may keep the site, and has not opened it yet."""
    watch.meant += NO_NETWORK
    context = new_context(base_url=stall.address, service_workers="allow")
    context.add_init_script(NOTE_CARRIED)
    return context


@pytest.fixture
def tablet(device: BrowserContext) -> Journey:
    """A tablet that has opened the site once and keeps it."""
    page = device.new_page()
    page.goto("/")
    keep(page)
    return Journey(page)


@pytest.fixture(scope="session")
def turned_on(browser: Browser, site: str) -> StorageState:
    """What a browser keeps once stall mode is on: turning it on takes its time, on purpose."""
    context = browser.new_context(base_url=site, service_workers="block")
    Desk(context.new_page()).turn_on()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def stall_page(new_context: Callable[..., BrowserContext], turned_on: StorageState) -> Page:
    """A tablet in stall mode, with a printer."""
    page = new_context(viewport=TABLET, storage_state=turned_on).new_page()
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; };")
    return page


@pytest.fixture
def at_stall(stall_page: Page) -> Desk:
    """A stall's first screen."""
    return Desk(stall_page).open().on("welcome")
