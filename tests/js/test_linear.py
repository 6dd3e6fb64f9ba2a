"""What tidies and looks at people's text in the browser grows with its length, not its square."""

import pytest
from playwright.sync_api import Page

from tests.js.advising import BUNDLE
from tests.js.asking import each
from tests.unit.text.test_linear import RUNS

pytestmark = pytest.mark.browser


def test_long_runs_take_the_browser_twice_as_long_for_twice_as_much(page: Page) -> None:
    given = [{"run": run, "bundle": BUNDLE} for run in (*RUNS, "\x1e", "A’A’")]
    said = each(page, "growth", "engine.slow(given)", given)
    assert {one["run"]: slow for one, slow in zip(given, said, strict=True) if slow} == {}
