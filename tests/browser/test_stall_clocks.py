"""A stall's tablet whose clock is set, or which sleeps: nobody's words stay for the next person.

The test turns the clocks: a second that is run passes on both, as in a tablet that is awake;
the wall clock alone is set as by a hand, or by the sleep of a tablet whose other clock stops.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.wizard import CLEARED, CODE, STORY, Wizard, nothing_left

pytestmark = pytest.mark.browser

HOUR = 3_600_000
MINUTE = 60_000

SIGHT = """away => {
    Object.defineProperty(document, 'hidden', {configurable: true, get: () => away});
    document.dispatchEvent(new Event('visibilitychange'));
}"""
SPEAKING = """() => Object.defineProperty(speechSynthesis, 'speaking', {get: () => true})"""


def set_clock(wizard: Wizard, by: int) -> Wizard:
    """Set the wall clock forward, or back, by so many milliseconds; no time passes."""
    now: int = wizard.page.evaluate("Date.now()")
    wizard.page.clock.set_system_time((now + by) / 1000)  # which counts in seconds
    return wizard


def out_of_sight(wizard: Wizard) -> Wizard:
    wizard.page.evaluate(SIGHT, True)  # noqa: FBT003  # what the page is told
    expect(wizard.page.get_by_role("heading", name="Your letter")).to_be_hidden()
    return wizard


def back_in_sight(wizard: Wizard) -> Wizard:
    wizard.page.evaluate(SIGHT, False)  # noqa: FBT003  # what the page is told
    return wizard


def asks(wizard: Wizard) -> None:
    """It asks, with the words covered."""
    expect(wizard.page.get_by_role("alertdialog")).to_contain_text("Are you still there?")
    expect(wizard.button("I’m still here")).to_be_focused()


def asks_nothing(wizard: Wizard) -> None:
    expect(wizard.page.get_by_role("alertdialog")).to_be_hidden()


def cleared(wizard: Wizard) -> None:
    wizard.on("welcome")
    expect(wizard.page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(wizard)


@pytest.fixture
def writing(clocked: Wizard) -> Wizard:
    """Somebody has written a letter."""
    return clocked.press("Begin").letter(STORY)


def test_a_clock_set_back_an_hour_keeps_no_words_longer(writing: Wizard) -> None:
    set_clock(writing, -HOUR).page.clock.run_for(92_000)
    asks(writing)
    writing.page.clock.run_for(20_000)
    cleared(writing)


def test_a_clock_set_back_again_and_again_keeps_no_words_longer(writing: Wizard) -> None:
    for _ in range(8):
        writing.page.clock.run_for(14_000)
        set_clock(writing, -MINUTE)
    cleared(writing)


def test_a_clock_set_forward_asks_first_and_words_can_stay(writing: Wizard) -> None:
    set_clock(writing, HOUR).page.clock.run_for(1_000)
    asks(writing)
    writing.press("I’m still here").page.clock.run_for(60_000)
    asks_nothing(writing)
    assert STORY in writing.paragraphs


def test_a_clock_set_forward_clears_where_nobody_answers(writing: Wizard) -> None:
    set_clock(writing, HOUR).page.clock.run_for(22_000)
    cleared(writing)


def test_a_clock_set_forward_asks_first_after_a_minute_of_nothing_too(writing: Wizard) -> None:
    writing.page.clock.run_for(60_000)
    set_clock(writing, HOUR).page.clock.run_for(1_000)
    asks(writing)
    writing.press("I’m still here")
    assert STORY in writing.paragraphs


def test_a_touch_after_a_clock_leapt_is_asked_about_first(writing: Wizard) -> None:
    set_clock(writing, HOUR).page.mouse.move(5, 5)
    asks(writing)


def test_a_tablet_that_slept_wakes_without_the_last_persons_words(writing: Wizard) -> None:
    set_clock(out_of_sight(writing), 10 * MINUTE)  # no second has been counted while it slept
    cleared(back_in_sight(writing))


def test_a_tablet_whose_steady_clock_goes_on_wakes_without_them_too(writing: Wizard) -> None:
    out_of_sight(writing).page.clock.fast_forward(10 * MINUTE)
    cleared(back_in_sight(writing))


def test_a_short_sleep_keeps_the_words(writing: Wizard) -> None:
    set_clock(out_of_sight(writing), MINUTE)
    back_in_sight(writing).page.clock.run_for(1_000)
    asks_nothing(writing)
    assert STORY in writing.paragraphs


def test_short_sleeps_add_up(writing: Wizard) -> None:
    for _ in range(2):
        set_clock(out_of_sight(writing), MINUTE)
        back_in_sight(writing)
    cleared(writing)


def test_a_clock_set_back_before_a_sleep_does_not_hide_it(writing: Wizard) -> None:
    set_clock(writing, -HOUR).page.clock.run_for(2_000)
    set_clock(out_of_sight(writing), 10 * MINUTE)
    cleared(back_in_sight(writing))


def test_a_clock_set_back_in_sleep_leaves_words_only_to_who_says_they_are_there(
    writing: Wizard,
) -> None:
    set_clock(out_of_sight(writing), -HOUR)
    asks(back_in_sight(writing))
    writing.page.clock.run_for(22_000)
    cleared(writing)


def test_a_voice_that_reads_on_is_no_sign_after_a_sleep(writing: Wizard) -> None:
    writing.page.evaluate(SPEAKING)
    writing.page.clock.run_for(5 * MINUTE)
    assert STORY in writing.paragraphs
    set_clock(out_of_sight(writing), 10 * MINUTE)
    cleared(back_in_sight(writing))


def test_no_setting_of_the_clock_ends_the_wait_after_wrong_codes_or_lengthens_it(
    clocked: Wizard,
) -> None:
    clocked.press("For the volunteer").on("code")
    box = clocked.page.get_by_label("Your code")
    for guess in ("0000", "1111", "2222", "3333", "4444"):
        box.fill(guess)
        clocked.press("Open")
        expect(clocked.page.get_by_text("That is not the code")).to_be_visible()
        box.fill("")
    for by in (HOUR, -2 * HOUR):
        set_clock(clocked, by).page.clock.run_for(1_000)
        if by > 0:
            clocked.press("I’m still here")
        box.fill(CODE)
        clocked.press("Open")
        expect(clocked.page.get_by_text("Too many wrong codes")).to_be_visible()
    clocked.page.clock.run_for(30_000)
    clocked.press("Open").on("volunteer")
