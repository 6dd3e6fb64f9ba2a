"""A letter kept for an hour while the mail app is open, and how short the way to there is."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, StorageState, expect

from tests.browser.journey import STORY
from tests.browser.test_send import NO_MAIL_APP, PHONE, in_sight
from tests.browser.wizard import HOME, MARKER, Wizard, nothing_left
from tests.watch import Watch

pytestmark = pytest.mark.browser

DRAFT = "localStorage.getItem('letterwriter.draft') || ''"
JUST_OVER = 60 * 60 * 1000 + 2_000  # ms


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext], watch: Watch) -> BrowserContext:
    watch.meant += NO_MAIL_APP
    context = new_context(**PHONE)
    context.clock.install()
    return context


def at_email(phone: BrowserContext, story: str = STORY) -> Wizard:
    return Wizard(phone.new_page()).open(HOME).send(story).press("Email it").on("email")


def kept(phone: BrowserContext, story: str = STORY) -> Wizard:
    """Somebody who pressed the button that keeps the letter as it opens the mail app."""
    wizard = at_email(phone, story).press("Open it in my email app")
    expect(wizard.page.get_by_text("Your letter is kept on this device until")).to_be_visible()
    assert story in wizard.page.evaluate(DRAFT)
    return wizard


def come_back(phone: BrowserContext) -> Page:
    """The phone has put the page away, and somebody opens the site again."""
    page = phone.new_page()
    page.goto("/", wait_until="networkidle")
    return page


def test_coming_back_within_the_hour_finds_the_letter(phone: BrowserContext) -> None:
    kept(phone).page.close()
    phone.clock.fast_forward(59 * 60 * 1000)
    page = come_back(phone)
    page.get_by_role("button", name="Go on with it").click()
    expect(page.locator(".sheet").first).to_contain_text(STORY)


@pytest.mark.parametrize("passing", [JUST_OVER, -5 * 60 * 1000], ids=["an hour on", "set back"])
def test_after_the_hour_nothing_is_there_any_more(phone: BrowserContext, passing: int) -> None:
    page = kept(phone).page
    now = page.evaluate("Date.now()")
    page.close()
    phone.clock.set_system_time(now + passing)
    page = come_back(phone)
    expect(page.get_by_role("button", name="Go on with it")).to_be_hidden()
    assert page.evaluate(DRAFT) == ""


def test_a_page_that_stays_open_removes_it_after_the_hour(phone: BrowserContext) -> None:
    page = kept(phone).page
    phone.clock.run_for(JUST_OVER)
    assert page.evaluate(DRAFT) == ""


def test_nothing_is_kept_unless_somebody_says_so_and_it_is_asked_once(
    phone: BrowserContext,
) -> None:
    wizard = at_email(phone)
    assert wizard.page.evaluate(DRAFT) == ""
    in_sight(wizard.page, "Open it in my email app")
    in_sight(wizard.page, "Go on without keeping it")
    wizard.page.get_by_role("button", name="without keeping it").click()
    link = wizard.page.get_by_role("link", name="Open it in my email app")
    expect(link).to_be_visible()
    link.click()
    expect(wizard.button("Open it in my email app")).to_be_hidden()
    assert wizard.page.evaluate(DRAFT) == ""


def test_every_other_way_into_an_app_asks_too(phone: BrowserContext) -> None:
    wizard = at_email(phone)
    wizard.page.get_by_text("Other ways").click()
    with pytest.raises(Exception, match="Timeout"), phone.expect_page(timeout=1_000):
        wizard.page.get_by_role("link", name="Open in Gmail").click()
    expect(wizard.button("Open in Gmail")).to_be_focused()
    phone.route("https://mail.google.com/**", lambda route: route.fulfill(body="mail"))
    with phone.expect_page() as opened:
        wizard.press("Open in Gmail")
    assert opened.value.url.startswith("https://mail.google.com/")
    assert STORY in wizard.page.evaluate(DRAFT)


def test_it_can_be_removed_at_once_and_goes_with_everything_else(phone: BrowserContext) -> None:
    wizard = kept(phone).press("Remove it now")
    assert wizard.page.evaluate(DRAFT) == ""
    wizard.page.close()
    wizard = kept(phone, f"I teach, says {MARKER}.").press("What happens next").on("done")
    wizard.press("Finished: clear").press("Yes").on("cleared")
    assert wizard.page.evaluate(DRAFT) == ""
    nothing_left(wizard)


def test_a_computer_is_not_asked_since_it_keeps_pages_open(
    new_context: Callable[..., BrowserContext],
) -> None:
    wizard = at_email(new_context())
    expect(wizard.page.get_by_text("Your phone may close this page")).to_be_hidden()
    expect(wizard.page.get_by_role("link", name="Open it in my email app")).to_be_visible()


def test_a_stalls_tablet_keeps_nobodys_letter(
    new_context: Callable[..., BrowserContext], turned_on: StorageState
) -> None:
    page = new_context(**PHONE, storage_state=turned_on).new_page()
    Wizard(page).open("/stall").on("welcome")
    answered = page.evaluate(
        """async () => {
            const hour = await import('/static/js/wizard/hour.js');
            const { fresh } = await import('/static/js/wizard/state.js');
            return [hour.mayKeep(), hour.keepForAnHour({ state: fresh(), world: {} })];
        }"""
    )
    assert answered == [False, 0]
    assert page.evaluate(DRAFT) == ""


# Presses on a button, a link or a choice, and boxes that something was typed in.
COUNT = """
    window.taps = [];
    window.boxes = new Set();
    document.addEventListener('click', event => {
        const part = event.target.closest('button, a, input, summary');
        if (event.isTrusted && part && event.detail) window.taps.push(part.textContent || part.id);
    }, true);
    document.addEventListener('input', event => {
        if (event.target.matches('textarea, input:not([type="radio"])')) boxes.add(event.target.id);
    }, true);
"""


def test_the_short_road_to_the_mail_app_takes_at_most_6_inputs_and_10_taps(
    phone: BrowserContext,
) -> None:
    """With the phone's own Go where its keyboard offers it, and the letter kept on the way."""
    phone.add_init_script(COUNT)
    wizard = Wizard(phone.new_page()).open(HOME).on("postcode")
    page = wizard.page
    page.get_by_label("Your postcode").fill("M14 5TP")
    page.keyboard.press("Enter")
    wizard.on("found").page.locator("[data-quick]").tap()
    wizard.on("safety").page.locator("main [data-next]").tap()
    wizard.on("story").page.locator("main textarea").fill(STORY)
    page.locator("main [data-next]").tap()
    wizard.on("worry").page.locator("main .choice").first.tap()
    page.locator("main [data-next]").tap()
    wizard.on("name").page.get_by_label("Your full name").fill("Amina Yusuf")
    page.keyboard.press("Enter")
    wizard.on("address").page.locator("main textarea").fill("1 High Street\nManchester")
    page.locator("main [data-next]").tap()
    wizard.on("letter").page.locator("main [data-next]").tap()
    wizard.on("send").page.locator("[data-email]").tap()
    wizard.on("email").page.locator("[data-keep-and-go]").tap()
    mail = page.locator("[data-link]").first.get_attribute("href") or ""
    assert mail.startswith("mailto:afzal.khan.mp@parliament.uk?")
    assert STORY in unquote(mail)
    assert STORY in page.evaluate(DRAFT)
    assert page.evaluate("taps.length") in range(7, 11), page.evaluate("taps")
    assert page.evaluate("boxes.size") in range(3, 7)
