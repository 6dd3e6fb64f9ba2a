"""Email or paper, thanks, and clearing: the last screens on a device of one's own."""

from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.journey import STORY
from tests.browser.wizard import HOME, MARKER, Wizard, nothing_left
from tests.watch import Watch

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
COMPUTER = {"viewport": {"width": 1024, "height": 768}}
LONG = f"{STORY} " + "I see it every week. " * 60
# What Chromium says of a link to a mail app where there is none.
NO_MAIL_APP = ("registered handler", "Failed to launch 'mailto:")
SHARES = "navigator.share = what => { window.shared = what; return Promise.resolve(); };"
SEEMS_OFFLINE = """() => {
    Object.defineProperty(navigator, 'onLine', { get: () => false });
}"""  # as some browsers say of a network that works
PRINTS = "window.print = () => { window.printed = (window.printed || 0) + 1; };"

NewContext = Callable[..., BrowserContext]


@pytest.fixture
def device(new_context: NewContext, watch: Watch) -> Callable[..., Wizard]:
    """A device of one's own on its first screen: ``device(PHONE)``."""
    watch.meant += NO_MAIL_APP

    def opened(kind: dict[str, Any], script: str = PRINTS) -> Wizard:
        context = new_context(**kind, permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.add_init_script(script)
        return Wizard(page).open(HOME).on("postcode")

    return opened


Device = Callable[..., Wizard]


def doors(wizard: Wizard) -> list[str]:
    """The two doors as they follow each other, and which of them is the loud one."""
    buttons = wizard.page.locator(".wizard-delivery button").all()
    return [
        f"{'!' * ('primary' in (b.get_attribute('class') or ''))}{b.inner_text()[:5]}"
        for b in buttons
    ]


def in_sight(page: Page, words: str) -> None:
    """The whole button is on the screen before anybody scrolls."""
    buttons = page.locator("main button:visible, main a.button:visible")
    box = buttons.filter(has_text=words).first.bounding_box()
    size = page.viewport_size
    assert box
    assert size
    assert page.evaluate("window.scrollY") == 0
    assert box["y"] + box["height"] <= size["height"], words


@pytest.mark.parametrize("kind", [PHONE, COMPUTER], ids=["phone", "computer"])
def test_two_doors_are_in_sight_and_then_one_button(device: Device, kind: dict[str, Any]) -> None:
    wizard = device(kind).send()
    assert doors(wizard) == ["!Email", "Print"]
    in_sight(wizard.page, "Email it")
    in_sight(wizard.page, "Print it")
    in_sight(wizard.press("Print it").on("print").page, "Print it")
    in_sight(wizard.press("What happens next").on("done").page, "Tell somebody about this site")
    wizard.press("Back").on("print").press("Back").on("send").press("Email it").on("email")
    in_sight(wizard.page, "Open it in my email app")


def test_the_letter_is_printed_but_not_shown_a_second_time(device: Device) -> None:
    wizard = device(COMPUTER).send()
    sheet = wizard.page.locator("article.sheet")
    for go_on in ("Email it", "What happens next", "Back", "Back", "Print it"):
        expect(sheet).to_be_hidden()
        wizard.page.emulate_media(media="print")
        expect(sheet).to_contain_text(STORY)
        expect(wizard.page.get_by_role("heading", level=1)).to_be_hidden()
        expect(wizard.page.get_by_role("button")).to_have_count(0)
        wizard.page.emulate_media(media="screen")
        wizard.press(go_on)
    wizard.on("print").press("Print it")
    assert wizard.page.evaluate("window.printed") == 1


def test_on_a_computer_a_letter_too_long_for_a_link_goes_as_a_file_that_is_made_here(
    device: Device, watch: Watch
) -> None:
    wizard = device(COMPUTER).send(LONG)
    assert doors(wizard) == ["!Print", "Email"]
    wizard.press("Email it").on("email")
    expect(wizard.page.get_by_role("link", name="Open it in my email app")).to_be_hidden()
    before = len(watch.requests)
    with wizard.page.expect_download() as download:
        wizard.press("Save it as a draft email")
    assert download.value.suggested_filename == "letter-to-my-mp.eml"
    draft = message_from_bytes(download.value.path().read_bytes(), policy=default)
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == "afzal.khan.mp@parliament.uk"
    assert STORY in draft.get_content()
    assert [request.url for request in watch.requests[before:] if "blob:" not in request.url] == []


def test_on_a_phone_a_letter_too_long_for_a_link_is_copied_as_the_mail_app_opens(
    device: Device,
) -> None:
    wizard = device(PHONE).send(LONG)
    assert doors(wizard) == ["!Email", "Print"]
    wizard.press("Email it").on("email")
    link = wizard.page.locator("[data-copies]")
    assert "body=" not in (link.get_attribute("href") or "")
    in_sight(wizard.page, "Copy it, and open my email app")
    wizard.page.get_by_role("button", name="without keeping it").click()
    expect(wizard.page.get_by_text("Copied. Now paste it")).to_be_visible()
    assert STORY in wizard.page.evaluate("navigator.clipboard.readText()")


def test_without_an_address_on_record_paper_comes_first_and_email_says_so(device: Device) -> None:
    wizard = device(PHONE).press("No postcode").on("by-name")
    wizard.page.get_by_label("Type a part of its name").fill("Preston")
    wizard.press("Preston").on("found").press("Short letter").on("safety")
    wizard.press("I have read this").story().worry().about().on("letter")
    wizard.page.locator("main [data-next]").click()
    assert doors(wizard.on("send")) == ["!Print", "Email"]
    wizard.press("Email it").on("email")
    expect(wizard.page.get_by_text("no email address on record for")).to_be_visible()


def test_other_ways_are_folded_away_and_carry_the_whole_letter_or_none_of_it(
    device: Device,
) -> None:
    wizard = device(PHONE, SHARES).send().press("Email it").on("email")
    expect(wizard.button("Share it")).to_be_hidden()
    wizard.page.get_by_text("Other ways").click()
    words = wizard.page.get_by_label("The words of your email").input_value()
    wizard.page.get_by_role("button", name="without keeping it").click()
    for name in ("Open it in my email app", "Open in Gmail", "Open in Outlook"):
        link = wizard.page.get_by_role("link", name=name)
        address = unquote(link.get_attribute("href") or "").replace("\r\n", "\n")
        assert (words.strip() in address) != ("subject only" in link.inner_text())
    wizard.press("Share it")
    assert wizard.page.evaluate("shared")["text"] == words


def test_a_file_of_the_servers_is_told_before_and_the_network_is_blamed_only_once_it_failed(
    device: Device, watch: Watch
) -> None:
    watch.meant += ("status of 503", "net::ERR_")
    wizard = device(COMPUTER).send().press("Print it").on("print")
    page = wizard.page
    page.get_by_text("Save it as a PDF").click()
    expect(page.get_by_text("your letter goes there for it")).to_be_visible()
    said_so_far = page.locator("[data-document-status]")
    expect(said_so_far).to_have_text("")
    answers = [lambda route: route.fulfill(status=503), lambda route: route.abort()]
    for answer, said in zip(answers, ("could not make the file", "not be reached"), strict=True):
        expect(page.get_by_text(said)).to_be_hidden()
        page.route("**/letter.pdf", answer, times=1)
        wizard.press("Save as PDF")
        expect(page.get_by_text(said)).to_be_visible()
    page.evaluate(SEEMS_OFFLINE)
    page.get_by_text("Another envelope").click()
    page.get_by_label("DL, the long one").check()
    with page.expect_download(), page.expect_request("**/letter.pdf") as asked:
        wizard.press("Save as PDF")
    assert 'name="layout"\r\n\r\ndl\r\n' in (asked.value.post_data or "")


@pytest.mark.parametrize("can_share", [True, False])
def test_only_the_address_of_the_site_is_shared(
    device: Device, site: str, *, can_share: bool
) -> None:
    script = SHARES if can_share else "delete Navigator.prototype.share;"
    wizard = device(PHONE, script).send().press("Email it").press("What happens next").on("done")
    wizard.press("Tell somebody")
    if can_share:
        assert wizard.page.evaluate("shared") == {"title": "Write to your MP", "url": f"{site}/"}
        return
    expect(wizard.page.get_by_text("address of this site is copied")).to_be_visible()
    assert wizard.page.evaluate("navigator.clipboard.readText()") == f"{site}/"


def test_clearing_asks_first_is_not_the_loudest_and_leaves_nothing_behind_back(
    device: Device,
) -> None:
    wizard = device(PHONE).send(f"I teach, says {MARKER}.").press("Print it").on("print")
    wizard.press("Print it").press("What happens next").on("done")
    loud = wizard.page.locator("main .primary:visible")
    assert "clear" not in " ".join(loud.all_inner_texts()).lower()
    wizard.press("Finished: clear everything").on("sure")
    assert "has not been printed" not in wizard.main
    assert loud.all_inner_texts() == ["Go on with my letter"]
    wizard.press("Go on with my letter").on("done")
    wizard.press("Finished: clear everything").press("Yes, clear everything").on("cleared")
    nothing_left(wizard)
    for _ in range(3):
        wizard.page.evaluate("() => { setTimeout(() => history.back(), 0); }")
        wizard.page.wait_for_timeout(300)
        assert MARKER not in wizard.page.content()


def test_what_has_not_left_yet_is_said_before_it_is_cleared(device: Device) -> None:
    wizard = device(PHONE).send().press("Email it").press("What happens next").on("done")
    wizard.press("Finished: clear everything").on("sure")
    assert "has not been printed" in wizard.main
