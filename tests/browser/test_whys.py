"""Why a concern matters to somebody, on a device of their own and at a stall."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.browser.stall import stores
from tests.browser.wizard import CLEARED, MARKER, Wizard, nothing_left
from tests.watch import Watch

pytestmark = pytest.mark.browser

WHY = f"My neighbour {MARKER} waits"


def asked(wizard: Wizard) -> Wizard:
    """The long road from the postcode to the question, with two concerns chosen."""
    wizard.find().on("found").press("Longer letter").on("safety").press("I have read this")
    wizard.on("prompts").press("Next").on("worries")
    for number in (0, 1):
        wizard.page.get_by_role("checkbox").nth(number).check()
    return wizard.press("Next").on("whys")


def boxes(wizard: Wizard) -> Locator:
    return wizard.page.get_by_label("Why does this one matter to you?")


def lettered(wizard: Wizard, why: str = WHY) -> Wizard:
    """A letter whose second concern matters for this reason."""
    boxes(asked(wizard)).nth(1).fill(why)
    wizard.press("Next").on("ask").page.get_by_role("radio").first.check()
    wizard.press("Next").about().on("reply")
    return wizard.press("Make my letter").on("letter")


def test_it_begins_its_paragraph_and_is_there_on_the_way_back_and_said_another_way(
    home: Wizard, watch: Watch
) -> None:
    before = lettered(home).paragraphs
    assert before[2].startswith(f"{WHY}. ")
    assert MARKER not in before[1]
    assert "(4 of" in home.page.locator("[data-meter-words]").inner_text()
    home.open_part("Paragraph 3")
    home.part("Paragraph 3").get_by_role("button", name="Another way").click()
    after = home.paragraphs
    assert after[2].startswith(f"{WHY}. ")
    assert after[2] != before[2]
    for screen in ("reply", "address", "name", "ask", "whys"):
        home.page.go_back()
        home.on(screen)
    expect(boxes(home).nth(1)).to_have_value(WHY)
    expect(boxes(home).nth(0)).to_have_value("")
    boxes(home).nth(1).fill("She is seven!")
    for screen in ("ask", "name", "address", "reply"):
        home.press("Next").on(screen)
    home.press("Make my letter").on("letter")
    assert home.paragraphs[2] == f"She is seven! {after[2].removeprefix(f'{WHY}. ')}"
    assert not [each for each in watch.requests if MARKER in f"{each.url} {each.post_data}"]
    assert MARKER not in stores(home.page)


def test_one_that_is_too_long_is_told_beside_its_box(home: Wizard) -> None:
    boxes(asked(home)).nth(1).fill("x" * 301)
    home.press("Next")
    expect(home.page.get_by_text("at most 300 characters").nth(1)).to_be_visible()
    expect(home.page.get_by_text("at most 300 characters").first).to_be_hidden()
    expect(boxes(home).nth(1)).to_be_focused()
    expect(boxes(home).nth(1)).to_have_attribute("aria-describedby", "why-1-long")
    boxes(home).nth(1).fill("x" * 300)
    home.press("Next").on("ask")


def test_without_a_concern_it_is_not_asked(home: Wizard) -> None:
    asked(home).page.go_back()
    for number in (0, 1):
        home.on("worries").page.get_by_role("checkbox").nth(number).uncheck()
    home.page.go_back()
    home.on("prompts").page.get_by_label("I volunteer or befriend").check()
    home.press("Next").story().on("worries").press("Next").on("ask")


def test_a_kept_draft_has_it(new_context: Callable[..., BrowserContext]) -> None:
    context = new_context()
    first = asked(Wizard(context.new_page()).open("/"))
    first.page.get_by_label("Keep my draft on this device").check()
    boxes(first).nth(1).fill(WHY)
    first.page.wait_for_function(
        "words => (localStorage.getItem('letterwriter.draft') || '').includes(words)", arg=WHY
    )
    first.page.close()
    later = Wizard(context.new_page()).open("/").press("Go on with it").on("whys")
    expect(boxes(later).nth(1)).to_have_value(WHY)
    later.press("Next").on("ask")


def test_at_a_stall_clearing_takes_it_away(at_stall: Wizard) -> None:
    lettered(at_stall.press("Begin")).press("Finished").on("sure").press("Yes").on("welcome")
    expect(at_stall.page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(at_stall)
    asked(at_stall.press("Begin"))
    expect(boxes(at_stall).first).to_have_value("")
    expect(boxes(at_stall).nth(1)).to_have_value("")
