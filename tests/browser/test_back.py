"""Back and Forward, at every screen, online and without a network: each word is kept."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.browser.journey import STORY, Journey
from tests.browser.stall import NO_NETWORK, Site
from tests.browser.wizard import Wizard, nothing_left
from tests.watch import Watch

pytestmark = pytest.mark.browser

MARKER = "quokkazebra"
UNTRUE = ("no network", "Confirm Form Resubmission", "something is missing")
HOW = ("worker", "no worker", "offline")


@pytest.fixture(params=HOW)
def home(
    request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext], stall: Site
) -> Wizard:
    """A phone at the first screen: with the worker, without one, or cut off."""
    if request.param == "no worker":
        page = new_context(base_url=stall.address, service_workers="block").new_page()
    else:
        tablet: Journey = request.getfixturevalue("tablet")
        page = tablet.page
    page.context.set_offline(request.param == "offline")
    return Wizard(page).open("/")


def values(page: Page) -> list[str]:
    """What the boxes of the screen hold, and which are ticked."""
    held: list[str] = page.locator("main input:not([type=hidden]), main textarea").evaluate_all(
        "boxes => boxes.map(box =>"
        " /radio|checkbox/.test(box.type) ? String(box.checked) : box.value)"
    )
    return held


def walk(wizard: Wizard, steps: int) -> list[tuple[str, list[str]]]:
    """Goes back so many steps; the screen and what its boxes hold, at each."""
    seen = []
    for _ in range(steps):
        seen.append((at(wizard), values(wizard.page)))
        assert not [words for words in UNTRUE if words in wizard.page.inner_text("body")]
        before = at(wizard)
        wizard.page.go_back()
        expect(wizard.page.locator(f'main[data-at="{before}"]')).to_have_count(0)
    return seen


def at(wizard: Wizard) -> str:
    return wizard.page.locator("main").get_attribute("data-at") or ""


def test_back_and_forward_keep_every_word_at_every_screen(home: Wizard) -> None:
    home.letter().press("Send or print").on("send").page.go_back()
    home.on("letter").open_part("Paragraph 1").fill(f"I begin with {MARKER}.")
    home.press("Send or print").on("send")
    seen = walk(home, 8)
    assert [screen for screen, _ in seen] == [
        "send",
        "letter",
        "address",
        "name",
        "worry",
        "story",
        "safety",
        "found",
    ]
    assert values(home.page) == ["M14 5TP"]
    held = {screen: boxes for screen, boxes in seen if screen not in ("send", "letter")}
    assert STORY in held["story"]
    assert "Amina Yusuf" in held["name"]
    assert "true" in held["worry"]
    for screen, boxes in reversed(seen):
        home.page.go_forward()
        home.on(screen)
        if screen not in ("send", "letter"):
            assert values(home.page) == boxes
    assert f"I begin with {MARKER}." in (home.page.locator("article.sheet").text_content() or "")


@pytest.mark.parametrize("link", ["About", "Privacy", "Help with your own case"])
def test_back_from_a_page_about_the_site_brings_the_letter(home: Wizard, link: str) -> None:
    home.letter(f"I am {MARKER}.")
    before = home.paragraphs
    home.page.get_by_role("contentinfo").get_by_role("link", name=link, exact=True).click()
    expect(home.page.get_by_role("heading", level=1)).to_contain_text(link.partition(" ")[0])
    home.page.go_back()
    home.on("letter")
    assert home.paragraphs == before
    assert any(MARKER in paragraph for paragraph in before)


def test_after_clearing_back_brings_nothing_of_anybody(home: Wizard) -> None:
    home.page.on("dialog", lambda dialog: dialog.accept())
    home.letter(f"I am {MARKER}.").press("Start again").on("sure").press("Yes, clear")
    home.on("cleared")
    for _ in range(4):
        nothing_left(home)
        home.page.go_back()
        home.page.wait_for_timeout(200)
        if home.page.url == "about:blank":
            break
        nothing_left(home.ready())


def test_an_unfinished_letter_is_not_reloaded_without_asking(home: Wizard) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    home.page.on("dialog", stay)
    home.page.reload()
    home.ready().letter()
    assert not asked
    home.page.reload()
    assert asked == ["beforeunload"]


@pytest.fixture
def late(page: Page, watch: Watch) -> Page:
    """A phone whose first page has no script yet."""
    watch.meant.append("net::ERR_FAILED")
    page.route("**/static/js/start.js", lambda route: route.abort())
    return page


def test_an_early_form_is_handed_over_and_back_from_there_is_safe(late: Page) -> None:
    page = late
    page.goto("/")
    page.get_by_label("Your postcode").fill("M14 5TP")
    page.unroute("**/static/js/start.js")
    page.get_by_role("button", name="Find my MP").click()
    wizard = Wizard(page).ready().on("found")
    assert "Afzal Khan" in wizard.main
    assert page.url.endswith("/")
    page.go_back()
    wizard.on("postcode")
    assert values(page) == ["M14 5TP"]
    page.go_forward()
    wizard.on("found")
    page.reload()
    Wizard(page).ready().on("postcode")


def test_a_page_that_gets_no_answer_says_so_and_keeps_what_was_typed(
    new_context: Callable[..., BrowserContext], stall: Site, watch: Watch
) -> None:
    watch.meant += NO_NETWORK
    home = Wizard(new_context(base_url=stall.address).new_page()).open("/")
    stall.stop()
    home.find("ZE1 0AA")
    expect(home.page.get_by_text("Our server did not answer just now")).to_be_visible()
    assert at(home) == "postcode"
    assert values(home.page) == ["ZE1 0AA"]
    stall.start()
    home.press("Find my MP").on("found")
    expect(home.page.get_by_text("Our server did not answer just now")).to_be_hidden()


def test_a_page_of_an_edition_that_is_gone_goes_on_with_the_present_one(
    new_context: Callable[..., BrowserContext], stall: Site
) -> None:
    home = Wizard(new_context(base_url=stall.address).new_page()).open("/")
    stall.bring_newer_members()
    home.find("ZE1 0AA").on("found")
    assert "As known on 1 December 2026" in home.main


def test_an_early_form_with_a_fault_says_what_is_wrong_in_the_wizard(late: Page) -> None:
    page = late
    page.goto("/")
    page.get_by_label("Your postcode").fill("nonsense")
    page.unroute("**/static/js/start.js")
    page.get_by_role("button", name="Find my MP").click()
    wizard = Wizard(page).ready().on("postcode")
    assert "A postcode has numbers as well" in wizard.main
    assert values(page) == ["nonsense"]
