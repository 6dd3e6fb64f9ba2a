"""A stall's tablet: one person after another, and none ever sees what another typed."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from tests.browser.wizard import CLEARED, MARKER, STORY, Wizard, nothing_left
from tests.unit.letters.golden import campaign

pytestmark = pytest.mark.browser


def test_the_two_minute_road_ends_at_three_doors(at_stall: Wizard) -> None:
    at_stall.doors(STORY)
    assert "Print it" in at_stall.main
    assert "Take it with me" in at_stall.main
    assert MARKER in at_stall.page.get_by_role("article", name="Your letter").inner_text()


def test_a_number_that_should_not_travel_is_pointed_out_once_more_at_the_doors(
    at_stall: Wizard,
) -> None:
    at_stall.doors("I teach. Ring 07700 900123.")
    assert "looks like a phone number" in at_stall.main
    assert "sentence" not in at_stall.page.locator("[data-advice]").inner_text()


def test_a_letter_at_the_stall_is_in_ones_own_words_and_can_be_changed(at_stall: Wizard) -> None:
    at_stall.press("Begin").letter(STORY)
    before = at_stall.paragraphs
    assert before[1] == STORY
    at_stall.open_part("Paragraph 1")
    at_stall.press("Another way to say this")
    assert at_stall.paragraphs[0] != before[0]
    assert at_stall.paragraphs[1:] == before[1:]
    at_stall.change_part("Paragraph 3", "In my own words.")
    at_stall.press("Back to my answers").on("address").press("Next").on("letter")
    assert at_stall.paragraphs[2] == "In my own words."


def test_what_is_changing_is_told_at_the_stall_and_nothing_there_leads_away(
    at_stall: Wizard,
) -> None:
    at_stall.press("Begin").on("postcode").page.get_by_label("Your postcode").fill("M14 5TP")
    at_stall.press("What is changing?").on("changes")
    assert campaign().facts["leave-30"].says in at_stall.main
    assert at_stall.page.locator("main a").count() == 0
    at_stall.press("Back").on("postcode")
    expect(at_stall.page.get_by_label("Your postcode")).to_have_value("M14 5TP")


def test_finished_clears_everything_and_says_so(at_stall: Wizard) -> None:
    at_stall.doors(STORY).press("Print it").press("Finished")
    expect(at_stall.page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(at_stall)


def test_the_next_person_has_nothing_to_undo(at_stall: Wizard) -> None:
    at_stall.press("Begin").letter(STORY).change_part("Greeting", "Dear friend")
    expect(at_stall.button("Undo typing")).to_be_visible()
    at_stall.press("Finished").press("Yes, clear everything").press("Begin").letter("I teach.")
    expect(at_stall.button("Undo")).to_be_hidden()
    nothing_left(at_stall)


def test_finished_asks_first_where_the_letter_has_not_left_yet(at_stall: Wizard) -> None:
    at_stall.press("Begin").letter(STORY).press("Finished").on("sure")
    at_stall.press("Go on with my letter").on("letter")
    assert STORY in at_stall.paragraphs
    at_stall.press("Finished").press("Yes, clear everything")
    expect(at_stall.page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(at_stall)


def test_finished_asks_first_where_a_code_was_only_shown(at_stall: Wizard) -> None:
    at_stall.doors(STORY).press("Take it with me").press("Only my choices").press("Finished")
    at_stall.on("sure").press("Go on with my letter").on("transfer")
    expect(at_stall.page.get_by_role("img", name="A code with the choices")).to_be_visible()
    at_stall.press("It is on my phone").on("welcome")
    expect(at_stall.page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(at_stall)


def test_what_goes_along_are_two_equal_choices_both_in_sight(at_stall: Wizard) -> None:
    at_stall.doors(STORY).press("Take it with me").on("transfer")
    boxes = []
    for words in ("My whole letter", "Only my choices"):
        assert "primary" not in (at_stall.button(words).get_attribute("class") or "")
        box = at_stall.button(words).bounding_box()
        assert box
        assert box["y"] + box["height"] <= 768
        boxes.append((box["width"], box["height"]))
    assert boxes[0] == boxes[1]
    assert at_stall.page.locator("[data-code-here]").count() == 0
    for words in ("My whole letter", "Only my choices"):
        at_stall.press(words)
        box = at_stall.button("It is on my phone").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 768
        at_stall.press("Back")


def test_the_loudest_button_of_the_doors_never_clears(at_stall: Wizard) -> None:
    at_stall.doors(STORY)
    loud = at_stall.page.locator("main .primary:visible")
    assert [words.split("\n")[0] for words in loud.all_inner_texts()] == ["Print it"]
    at_stall.press("Let me read it").on("read")
    assert loud.all_inner_texts() == ["Back to the choices"]


def test_back_after_finished_shows_nothing_of_the_last_person(at_stall: Wizard) -> None:
    at_stall.doors(STORY).press("Print it").press("Finished")
    while "/stall" in at_stall.page.url:
        nothing_left(at_stall.ready())
        at_stall.page.go_back()


def test_forward_after_finished_shows_nothing_either(at_stall: Wizard) -> None:
    at_stall.press("Begin").letter(STORY)
    at_stall.page.go_back()
    at_stall.on("address").press("Finished").press("Yes, clear everything").on("welcome")
    at_stall.page.go_forward()
    nothing_left(at_stall)


def test_back_while_writing_goes_a_screen_back_and_keeps_what_was_typed(at_stall: Wizard) -> None:
    at_stall.press("Begin").find().press("Short letter").press("I have read this")
    at_stall.on("story").page.get_by_label("Your answer").fill(STORY)
    at_stall.page.go_back()
    at_stall.on("safety")
    at_stall.page.go_forward()
    at_stall.on("story")
    assert at_stall.page.get_by_label("Your answer").input_value() == STORY


def test_a_reload_begins_anew(at_stall: Wizard) -> None:
    at_stall.doors(STORY).page.reload()
    at_stall.on("welcome")
    nothing_left(at_stall)


def test_a_page_that_the_browser_puts_away_comes_back_empty(at_stall: Wizard) -> None:
    at_stall.doors(STORY)
    at_stall.page.goto("/healthz")
    at_stall.page.go_back()
    at_stall.on("welcome")
    nothing_left(at_stall)


def test_the_tabs_page_cache_holds_no_words(at_stall: Wizard) -> None:
    at_stall.doors(STORY)
    at_stall.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    nothing_left(at_stall)
    at_stall.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    at_stall.on("welcome")


def test_closing_the_tab_leaves_nothing_for_the_next(at_stall: Wizard) -> None:
    context = at_stall.page.context
    at_stall.doors(STORY).page.close()
    later = Wizard(context.new_page()).open().on("welcome")
    nothing_left(later)


def test_a_crash_leaves_nothing_for_the_next(at_stall: Wizard) -> None:
    context = at_stall.page.context
    at_stall.doors(STORY)
    with at_stall.page.expect_event("crash"), suppress(Error):
        at_stall.page.goto("chrome://crash")
    later = Wizard(context.new_page()).open().on("welcome")
    nothing_left(later)


def test_after_ninety_seconds_of_nothing_it_asks_and_after_twenty_more_it_clears(
    clocked: Wizard,
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


def test_still_here_goes_on_with_every_word(clocked: Wizard) -> None:
    clocked.press("Begin").letter(STORY)
    clocked.page.clock.run_for(95_000)
    clocked.press("I’m still here")
    clocked.page.clock.run_for(60_000)
    assert STORY in clocked.paragraphs


def test_an_untouched_first_screen_never_counts_down(clocked: Wizard) -> None:
    clocked.page.clock.run_for(300_000)
    expect(clocked.page.get_by_role("alertdialog")).to_be_hidden()


def test_no_box_is_offered_to_the_browsers_memory(at_stall: Wizard) -> None:
    at_stall.press("Begin").letter(STORY)
    while True:
        for box in at_stall.page.locator("input, textarea").all():
            assert not box.get_attribute("name") or box.get_attribute("type") == "radio"
            assert box.get_attribute("autocomplete") == "off"
            assert box.evaluate("box => box.type !== 'textarea' || !box.spellcheck")
        if at_stall.page.locator('main[data-at="postcode"]').count():
            break
        at_stall.page.go_back()


def test_no_link_leads_away_while_people_write(at_stall: Wizard) -> None:
    at_stall.press("Begin").letter(STORY)
    while True:
        assert at_stall.page.locator("a[href]:visible").count() == 0
        if at_stall.page.locator('main[data-at="welcome"]').count():
            break
        at_stall.page.go_back()


def test_printing_goes_to_the_browsers_own_print(at_stall: Wizard) -> None:
    at_stall.doors(STORY).press("Print it")
    assert at_stall.page.evaluate("window.printed") == 1
