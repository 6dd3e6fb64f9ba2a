"""A stall's tablet: one person after another, and none ever sees what another typed."""

import csv
import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, StorageState, expect

from tests.browser.desk import CLEARED, CODE, Desk
from tests.browser.test_draft import stores

pytestmark = pytest.mark.browser

TABLET = {"width": 1024, "height": 768}
MARKER = "quokkazebra"
STORY = f"I meet families at our drop-in, says {MARKER}."

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def turned_on(browser: Browser, site: str) -> StorageState:
    """What a browser keeps once stall mode is on: turning it on takes its time, on purpose."""
    context = browser.new_context(base_url=site, service_workers="block")
    Desk(context.new_page()).turn_on()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def tablet(new_context: NewContext, turned_on: StorageState) -> Page:
    page = new_context(viewport=TABLET, storage_state=turned_on).new_page()
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; };")
    return page


@pytest.fixture
def stall(tablet: Page) -> Desk:
    return Desk(tablet).open().on("welcome")


def nothing_left(desk: Desk) -> None:
    """Nothing of the last person is on the page, behind it, or kept by the browser."""
    assert MARKER not in desk.everything
    assert MARKER not in stores(desk.page)
    assert MARKER not in str(desk.page.context.storage_state())
    assert MARKER not in desk.page.url


def test_the_two_minute_road_ends_at_three_doors(stall: Desk) -> None:
    stall.doors(STORY)
    assert "Print it" in stall.main
    assert "Take it with me" in stall.main
    assert MARKER in stall.page.get_by_role("article", name="Your letter").inner_text()


def test_a_letter_at_the_stall_is_in_ones_own_words_and_can_be_changed(stall: Desk) -> None:
    stall.press("Begin").letter(STORY)
    before = stall.paragraphs
    assert before[1] == STORY
    stall.press("Another way to say this")
    assert stall.paragraphs[0] != before[0]
    assert stall.paragraphs[1:] == before[1:]
    stall.page.locator('[data-list="paragraphs"] textarea').nth(2).fill("In my own words.")
    stall.press("Back to my answers").on("address").press("Next").on("letter")
    assert stall.paragraphs[2] == "In my own words."


def test_finished_clears_everything_and_says_so(stall: Desk) -> None:
    stall.doors(STORY).press("Print it").press("Finished")
    expect(stall.page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(stall)


def test_finished_asks_first_where_the_letter_has_not_left_yet(stall: Desk) -> None:
    stall.press("Begin").letter(STORY).press("Finished").on("sure")
    stall.press("Go on with my letter").on("letter")
    assert STORY in stall.paragraphs
    stall.press("Finished").press("Yes, clear everything")
    expect(stall.page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(stall)


def test_back_after_finished_shows_nothing_of_the_last_person(stall: Desk) -> None:
    stall.doors(STORY).press("Print it").press("Finished")
    while "/stall" in stall.page.url:
        nothing_left(stall.ready())
        stall.page.go_back()


def test_forward_after_finished_shows_nothing_either(stall: Desk) -> None:
    stall.press("Begin").letter(STORY)
    stall.page.go_back()
    stall.on("address").press("Finished").press("Yes, clear everything").on("welcome")
    stall.page.go_forward()
    nothing_left(stall)


def test_back_while_writing_goes_a_screen_back_and_keeps_what_was_typed(stall: Desk) -> None:
    stall.press("Begin").find().press("I have two minutes").press("I have read this")
    stall.on("story").page.get_by_label("Your answer").fill(STORY)
    stall.page.go_back()
    stall.on("safety")
    stall.page.go_forward()
    stall.on("story")
    assert stall.page.get_by_label("Your answer").input_value() == STORY


def test_a_reload_begins_anew(stall: Desk) -> None:
    stall.doors(STORY).page.reload()
    stall.on("welcome")
    nothing_left(stall)


def test_a_page_that_the_browser_puts_away_comes_back_empty(stall: Desk) -> None:
    stall.doors(STORY)
    stall.page.goto("/healthz")
    stall.page.go_back()
    stall.on("welcome")
    nothing_left(stall)


def test_the_tabs_page_cache_holds_no_words(stall: Desk) -> None:
    stall.doors(STORY)
    stall.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    nothing_left(stall)
    stall.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    stall.on("welcome")


def test_closing_the_tab_leaves_nothing_for_the_next(stall: Desk) -> None:
    context = stall.page.context
    stall.doors(STORY).page.close()
    later = Desk(context.new_page()).open().on("welcome")
    nothing_left(later)


def test_a_crash_leaves_nothing_for_the_next(stall: Desk) -> None:
    context = stall.page.context
    stall.doors(STORY)
    with stall.page.expect_event("crash"), suppress(Error):
        stall.page.goto("chrome://crash")
    later = Desk(context.new_page()).open().on("welcome")
    nothing_left(later)


@pytest.fixture
def clocked(tablet: Page) -> Desk:
    """A tablet whose clock the test turns."""
    tablet.clock.install()
    return Desk(tablet).open().on("welcome")


def test_after_ninety_seconds_of_nothing_it_asks_and_after_twenty_more_it_clears(
    clocked: Desk,
) -> None:
    clocked.press("Begin").letter(STORY)
    clocked.page.clock.run_for(89_000)
    expect(clocked.page.get_by_role("alertdialog")).to_be_hidden()
    clocked.page.clock.run_for(3_000)
    expect(clocked.page.get_by_role("alertdialog")).to_contain_text("cleared in 1")
    expect(clocked.button("I’m still here")).to_be_focused()
    clocked.page.clock.run_for(21_000)
    clocked.on("welcome")
    expect(clocked.page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(clocked)


def test_still_here_goes_on_with_every_word(clocked: Desk) -> None:
    clocked.press("Begin").letter(STORY)
    clocked.page.clock.run_for(95_000)
    clocked.press("I’m still here")
    clocked.page.clock.run_for(60_000)
    assert STORY in clocked.paragraphs


def test_an_untouched_first_screen_never_counts_down(clocked: Desk) -> None:
    clocked.page.clock.run_for(300_000)
    expect(clocked.page.get_by_role("alertdialog")).to_be_hidden()


TURNED = """() => {{
    Object.defineProperty(document, 'hidden', {{configurable: true, get: () => {}}});
    document.dispatchEvent(new Event('visibilitychange'));
}}"""


def test_a_tablet_that_slept_wakes_without_the_last_persons_words(clocked: Desk) -> None:
    clocked.press("Begin").letter(STORY)
    clocked.page.evaluate(TURNED.format("true"))
    expect(clocked.page.get_by_role("heading", name="Your letter")).to_be_hidden()
    clocked.page.clock.set_system_time(clocked.page.evaluate("Date.now() + 600000"))
    clocked.page.evaluate(TURNED.format("false"))  # no second has been counted while it slept
    clocked.on("welcome")
    nothing_left(clocked)


def test_no_box_is_offered_to_the_browsers_memory(stall: Desk) -> None:
    stall.press("Begin").letter(STORY)
    while True:
        for box in stall.page.locator("input, textarea").all():
            assert not box.get_attribute("name") or box.get_attribute("type") == "radio"
            assert box.get_attribute("autocomplete") == "off"
        if stall.page.locator('main[data-at="postcode"]').count():
            break
        stall.page.go_back()


def test_no_link_leads_away_while_people_write(stall: Desk) -> None:
    stall.press("Begin").letter(STORY)
    while True:
        assert stall.page.locator("a[href]:visible").count() == 0
        if stall.page.locator('main[data-at="welcome"]').count():
            break
        stall.page.go_back()


def test_other_pages_of_the_site_lead_back_to_the_stall(stall: Desk) -> None:
    stall.page.goto("/")
    stall.page.wait_for_url("**/stall")
    stall.on("welcome")


def test_what_is_stored_can_be_looked_at_in_stall_mode_too(stall: Desk) -> None:
    stall.page.goto("/stall/ready")
    expect(stall.page.get_by_role("heading", name="Ready for the stall")).to_be_visible()


def test_leaving_needs_the_code(stall: Desk) -> None:
    stall.press("For the volunteer").on("code")
    stall.page.get_by_label("Your code").fill("0000")
    stall.press("Open")
    expect(stall.page.get_by_text("That is not the code")).to_be_visible()
    stall.page.get_by_label("Your code").fill(CODE)
    stall.press("Open").on("volunteer").press("Leave stall mode")
    stall.page.wait_for_url("**/")
    expect(stall.page.get_by_label("Your postcode")).to_be_visible()
    assert stores(stall.page).startswith("[{},")


def test_guessing_the_code_is_slowed_down(stall: Desk) -> None:
    stall.press("For the volunteer").on("code")
    for guess in ("0000", "1111", "2222", "3333", "4444"):
        stall.page.get_by_label("Your code").fill(guess)
        stall.press("Open")
        expect(stall.page.get_by_text("That is not the code")).to_be_visible()
        stall.page.get_by_label("Your code").fill("")
    stall.page.get_by_label("Your code").fill(CODE)
    stall.press("Open")
    expect(stall.page.get_by_text("Too many wrong codes")).to_be_visible()


def test_the_code_is_not_kept_as_it_was_typed(stall: Desk) -> None:
    kept = stall.page.evaluate("localStorage.getItem('letterwriter.stall')")
    assert set(stall.page.evaluate("kept => Object.keys(JSON.parse(kept))", kept)) == {
        "salt",
        "hash",
    }
    assert CODE not in kept


def test_the_tally_counts_letters_by_constituency_and_door_and_can_be_wiped(
    stall: Desk, tmp_path: Path
) -> None:
    stall.doors(STORY).press("Print it").press("Take it with me").on("take").press("Finished")
    stall.doors(STORY).press("Print it").press("Finished").on("welcome")
    stall.press("For the volunteer").page.get_by_label("Your code").fill(CODE)
    stall.press("Open").on("volunteer")
    row = stall.page.get_by_role("row", name="Manchester Rusholme")
    assert row.locator("td").all_inner_texts() == ["2", "2", "1", "0"]
    with stall.page.expect_download() as download:
        stall.press("Save as a table")
    download.value.save_as(tmp_path / "tally.csv")
    text = (tmp_path / "tally.csv").read_text("utf-8-sig")
    assert MARKER not in text
    (counted,) = csv.DictReader(io.StringIO(text))
    assert counted["constituency"] == "Manchester Rusholme"
    assert [counted[key] for key in ("letters", "printed", "taken", "read")] == ["2", "2", "1", "0"]
    stall.press("Wipe the tally")
    expect(stall.page.get_by_text("No letters yet today")).to_be_visible()
    assert stall.page.evaluate("localStorage.getItem('letterwriter.tally')") is None


def test_the_tally_holds_counts_only(stall: Desk) -> None:
    stall.doors(STORY).press("Print it")
    kept = stall.page.evaluate("JSON.parse(localStorage.getItem('letterwriter.tally'))")
    (day,) = kept.values()
    assert day == {"E14001353": {"letters": 1, "print": 1, "take": 0, "read": 0}}


def test_printing_goes_to_the_browsers_own_print(stall: Desk) -> None:
    stall.doors(STORY).press("Print it")
    assert stall.page.evaluate("window.printed") == 1


VOICES = """local => {
    const spoken = window.spoken = [];
    const voice = {localService: local, lang: 'en-GB', name: 'Test', voiceURI: 'test'};
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, 'speechSynthesis', {value: {
        getVoices: () => [voice], cancel() {}, speaking: false, pending: false,
        addEventListener() {},
        speak(words) { spoken.push(words.text); if (words.onend) setTimeout(words.onend, 10); },
    }});
}"""


def test_a_voice_of_the_device_reads_the_question_and_the_letter_and_then_all_is_cleared(
    tablet: Page,
) -> None:
    tablet.add_init_script(f"({VOICES})(true)")
    stall = Desk(tablet).open().press("Begin")
    stall.on("postcode").press("Read this aloud")
    assert "What is your postcode?" in tablet.evaluate("window.spoken")
    stall.letter(STORY).press("This is my letter").press("Read it to me").on("welcome")
    assert STORY in tablet.evaluate("window.spoken")
    expect(tablet.get_by_text(CLEARED)).to_be_visible()
    nothing_left(stall)


def test_a_voice_over_the_network_is_never_used(tablet: Page) -> None:
    tablet.add_init_script(f"({VOICES})(false)")
    stall = Desk(tablet).open().press("Begin").on("postcode")
    expect(stall.button("Read this aloud")).to_be_hidden()
    stall.letter(STORY).press("This is my letter").press("Let me read it").on("read")
    assert tablet.evaluate("window.spoken") == []


def test_the_screen_is_kept_awake_where_the_device_can(tablet: Page) -> None:
    tablet.add_init_script(
        "Object.defineProperty(navigator, 'wakeLock', {value: {request: what => {"
        "window.awake = what; return Promise.resolve({}); }}});"
    )
    Desk(tablet).open()
    tablet.wait_for_function("window.awake === 'screen'")
