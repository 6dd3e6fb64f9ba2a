"""Someone who finds their way through the site; the browser itself is tests/chromium.py."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.browser.journey import Journey
from tests.browser.stall import NO_NETWORK, Site, keep
from tests.browser.wizard import Served, Wizard
from tests.chromium import TODAY
from tests.watch import Watch

TABLET = {"width": 1024, "height": 768}


@pytest.fixture
def journey(page: Page) -> Journey:
    return Journey(page)


@pytest.fixture
def served(page: Page) -> Served:
    """The server's first page, where the wizard's script does not come."""
    return Served(page).open("/")


@pytest.fixture
def home(page: Page) -> Wizard:
    """The wizard's first screen, on a phone."""
    return Wizard(page).open("/")


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
    return new_context(base_url=stall.address, service_workers="allow")


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
    Wizard(context.new_page()).turn_on()
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
def at_stall(stall_page: Page) -> Wizard:
    """A stall's first screen."""
    return Wizard(stall_page).open().on("welcome")


@pytest.fixture
def clocked(stall_page: Page) -> Wizard:
    """A tablet whose clock the test turns."""
    stall_page.clock.install()
    return Wizard(stall_page).open().on("welcome")
