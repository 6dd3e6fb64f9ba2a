"""From a postcode to a letter in the hand, on the devices that people bring."""

from typing import Any

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import STORY
from tests.browser.wizard import Served
from tests.chromium import NewPage

pytestmark = pytest.mark.browser

open_pdf: Any = pymupdf.open  # untyped in some versions

PHONE = {"width": 360, "height": 800}
TABLET = {"width": 768, "height": 1024}
TABLET_ON_ITS_SIDE = {"width": 1024, "height": 768}


def words_of(pdf: str) -> str:
    with open_pdf(pdf) as document:
        return " ".join(" ".join(page.get_text() for page in document).split())


@pytest.mark.parametrize(
    "size", [PHONE, TABLET, TABLET_ON_ITS_SIDE], ids=["phone", "tablet", "tablet on its side"]
)
def test_a_person_without_scripts_comes_from_a_postcode_to_a_pdf(
    new_page: NewPage, size: dict[str, int]
) -> None:
    person = Served(new_page(viewport=size, java_script_enabled=False)).open("/").letter()
    assert STORY in person.paragraphs
    person.page.get_by_role("button", name="Send or print").click()
    person.on("send").press("Print it").on("print")
    with person.page.expect_download() as download:
        person.press("Save as PDF")
    assert download.value.suggested_filename == "letter-to-my-mp.pdf"
    printed = words_of(str(download.value.path()))
    assert STORY in printed
    assert "Amina Yusuf" in printed
    person.press("Back").on("send").press("Back").on("letter")
    assert STORY in person.paragraphs


def test_the_first_tab_offers_to_skip_to_the_page(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your postcode")).to_be_focused()
