"""A site that counts letters: what the page tells, once, and what it says of it beforehand."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import expect

from letterwriter.counts.counted import CountedUnder
from letterwriter.counts.database import CountsDatabase
from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from tests.browser.test_access import PHONE, measured, seen_by_axe, title_faults
from tests.browser.test_second_opinion import running
from tests.browser.wizard import Wizard
from tests.chromium import TODAY, NewPage
from tests.watch import Watch

pytestmark = pytest.mark.browser

CODE = "E14001353"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "counts.sqlite"


@pytest.fixture
def counting(file: Path) -> Iterator[str]:
    """The address of a site that counts letters."""
    app = create_app(Settings(today=TODAY, counts=f"sqlite:///{file}"))
    with running(app) as address:
        yield address
    app.extensions["letterwriter-counting"].close()


def numbers(file: Path) -> dict[tuple[str, str], int]:
    database = CountsDatabase(f"sqlite:///{file}")
    found = {
        (under.constituency, under.door): n for under, n in database.numbers() if under.day == TODAY
    }
    database.close()
    return found


def put(file: Path, day: date, letters: int) -> None:
    database = CountsDatabase(f"sqlite:///{file}")
    database.add({CountedUnder(day, CODE, "printed", "restoring-order-and-control"): letters})
    database.close()


def wait_for(file: Path, expected: dict[tuple[str, str], int]) -> None:
    """The site writes its counts within a fraction of a second."""
    for _ in range(200):
        if numbers(file) == expected:
            return
        sleep(0.05)
    assert numbers(file) == expected


def told(watch: Watch) -> list[dict[str, str]]:
    """What the page has told of letters that left, but for its mark."""
    posts = [request for request in watch.requests if request.url.endswith("/count")]
    bodies = [request.post_data or "" for request in posts]
    return [
        dict(re.findall(r'name="(constituency|door)"\r\n\r\n(.*?)\r\n', body)) for body in bodies
    ]


def test_a_page_says_that_it_counts_and_tells_it_once(
    new_page: NewPage, counting: str, file: Path, watch: Watch
) -> None:
    page = new_page(base_url=counting)
    page.add_init_script("window.print = () => {};")
    put(file, TODAY - timedelta(days=1), 12)
    found = Wizard(page).open("/").find().on("found")
    expect(page.get_by_text("10 letters or more from Manchester Rusholme")).to_be_visible()
    assert [*title_faults(page), *measured(page), *seen_by_axe(page, PHONE)] == []
    assert "letters or more" in found.main
    wizard = Wizard(page).open("/").send().press("Print it").on("print")
    assert "We count letters: when you take yours" in wizard.main
    assert [*title_faults(page), *measured(page), *seen_by_axe(page, PHONE)] == []
    assert told(watch) == []
    with page.expect_response("**/count"):
        wizard.press("Print it")
    page.get_by_text("Save it as a PDF, for Word or as text").click()
    with page.expect_download():
        wizard.press("Save as plain text")
    with page.expect_download():
        wizard.press("Save as PDF")
    wizard.press("Back").on("send").press("Email it").on("email")
    assert "We count letters" in wizard.main
    assert told(watch) == [{"constituency": CODE, "door": "printed"}]
    wait_for(file, {(CODE, "printed"): 1})


def test_a_file_that_the_server_makes_counts_by_itself(
    new_page: NewPage, counting: str, file: Path, watch: Watch
) -> None:
    page = new_page(base_url=counting)
    page.add_init_script("window.print = () => {};")
    wizard = Wizard(page).open("/").send().press("Print it").on("print")
    page.get_by_text("Save it as a PDF, for Word or as text").click()
    with page.expect_download():
        wizard.press("Save as PDF")
    expect(page.get_by_text("Saved.")).to_be_visible()
    wizard.press("Print it")
    assert told(watch) == []
    wait_for(file, {(CODE, "printed"): 1})
