"""Someone who finds their way through the site; the browser itself is tests/chromium.py."""

import pytest
from playwright.sync_api import Page

from tests.browser.journey import Journey


@pytest.fixture
def journey(page: Page) -> Journey:
    return Journey(page)
