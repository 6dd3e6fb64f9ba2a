"""Every screen of the pages that work without a network: what axe finds, and reflow."""

from collections.abc import Callable
from typing import Self

import pytest

from tests.browser.journey import Journey
from tests.browser.test_access import Look, faults_on_the_way
from tests.browser.wizard import CODE, HOME, Wizard
from tests.chromium import NewPage

pytestmark = pytest.mark.browser


class Seen(Wizard):
    """A person who stops to look at what the screen shows."""

    def __init__(self, journey: Journey, look: Look) -> None:
        super().__init__(journey.page)
        self._look = look

    def see(self, state: str) -> Self:
        """Look at this state."""
        self._look(state)
        return self


def before_the_stall(journey: Journey, look: Look) -> None:
    wizard = Seen(journey, look).open().see("turning stall mode on").press("Turn on stall mode")
    wizard.see("turning it on with an error").turn_on().see("welcome")
    wizard.press("For the volunteer").on("code").press("Open").see("the code, left out")
    wizard.page.get_by_label("Your code").fill(CODE)
    wizard.press("Open").on("volunteer").see("an empty tally")


def finding_at_the_stall(journey: Journey, look: Look) -> None:
    wizard = Seen(journey, look).turn_on().press("Begin").on("postcode").see("postcode")
    wizard.find("nonsense").see("postcode with an error")
    wizard.find("M14 6BB").on("choose").see("choosing a constituency").press("Choose from all 650")
    wizard.on("by-name").page.get_by_label("Type a part").fill("glas")
    wizard.see("a constituency by its name").press("Back").on("choose").press("Manchester Rusholme")
    wizard.on("found").see("found").press("Not your MP").on("nearby").see("another constituency")
    wizard.press("Back").on("found").press("Short letter").on("safety").see("what to leave out")
    wizard.press("I have read this").see("a question").story("I teach.").on("worry").see("a worry")
    wizard.worry().on("name").press("Next").see("a name with an error")
    wizard.press("Finished").on("sure").see("clear everything?")
    wizard.press("Yes").on("welcome").see("cleared")


def a_letter_at_the_stall(journey: Journey, look: Look) -> None:
    journey.page.add_init_script("window.print = () => {};")
    journey.page.clock.install()
    wizard = Seen(journey, look).turn_on().press("Begin")
    wizard.letter("I teach. Ring 07700 900123 about H1234567.").see("the letter, with advice")
    wizard.press("Go to it").see("a paragraph that advice led to")
    wizard.press("This is my letter").on("delivery").see("the doors")
    wizard.page.clock.run_for(95_000)
    wizard.see("are you still there").press("I’m still here").press("Take it with me")
    wizard.on("transfer").see("what to take along").press("Only my choices")
    wizard.see("choices to take along").press("Back").press("My whole letter")
    wizard.see("a letter to take along").press("Back").press("Back").on("delivery")
    wizard.press("Let me read it").on("read").see("reading it").press("Clear everything")
    wizard.on("sure").press("Yes").on("welcome").press("For the volunteer").on("code")
    wizard.press("Back").on("welcome").press("For the volunteer").on("code")
    wizard.page.get_by_label("Your code").fill(CODE)
    wizard.press("Open").on("volunteer").see("the tally").press("Leave").on("left").see("left")


def the_long_road(journey: Journey, look: Look) -> None:
    wizard = Seen(journey, look).open(HOME).find().on("found").press("Longer letter")
    wizard.on("safety").press("I have read this").on("prompts").see("which questions")
    wizard.page.get_by_label("I volunteer or befriend").check()
    wizard.press("Next").on("story").see("a question with a lead-in").story().on("worries")
    wizard.see("worries")
    for number in (0, 1):
        wizard.page.get_by_role("checkbox").nth(number).check()
    whys = wizard.press("Next").on("whys").see("why it matters").page.get_by_role("textbox")
    whys.nth(1).fill("x" * 301)
    wizard.press("Next").see("a why that is too long")
    whys.nth(1).fill("They wait.")
    wizard.press("Next").on("ask").press("Next").see("the ask, left out")
    wizard.page.get_by_role("radio").first.check()
    wizard.press("Next").about().on("reply").see("how to reply")
    wizard.press("Make my letter").on("letter").see("the letter, to read").open_part("Paragraph 1")
    wizard.see("an open paragraph").press("Remove").see("a paragraph removed")
    wizard.open_part("Paragraph 2")
    wizard.press("Add below").see("an empty paragraph").press("Change this letter")
    wizard.see("all of the letter open").press("Send or print").on("send").see("send or print")
    wizard.press("Email it").on("email").page.get_by_text("Other ways").click()
    wizard.see("email").press("What happens next").on("done").see("done")
    for words, screen in (("Tell the local paper", "editor"), ("Meet your MP", "meet")):
        wizard.press(words).on(screen).see(words).press("Back").on("done")
    wizard.press("Back").on("email").press("Back").on("send").press("Print it").on("print")
    for words in ("Save it as a PDF", "Another envelope"):
        wizard.page.get_by_text(words).click()
    wizard.see("print").press("What happens").on("done").press("Finished").on("sure")
    wizard.see("clear everything, at home?")


def at_home(journey: Journey, look: Look) -> None:
    wizard = Seen(journey, look).open("/").see("the first screen").find("M14 5ZZ").on("found")
    wizard.see("a guess").open("/again").press("Next").see("nothing chosen to write again")
    wizard.page.get_by_role("radio").first.check()
    wizard.press("Next").find("M14 5ZZ").on("found").see("the way on to a second letter")
    wizard.press("Go on").on("safety").press("I have read this").on("first").press("Next")
    wizard.see("no day of the first letter").open("/").find("M14 5ZZ").on("found")
    for name in ("About", "Privacy", "Help with your own case"):
        wizard.page.get_by_role("contentinfo").get_by_role("link", name=name, exact=True).click()
        wizard.see(name).press("Back").on("found")
    wizard.page.get_by_label("Keep my draft on this device").check()
    wizard.see("a draft kept").open("/").see("a draft offered")


WALKS = [at_home, before_the_stall, finding_at_the_stall, a_letter_at_the_stall, the_long_road]


@pytest.mark.parametrize("walk", WALKS)
def test_axe_finds_nothing_nothing_sticks_out_and_targets_are_big(
    new_page: NewPage, walk: Callable[[Journey, Look], None]
) -> None:
    found = faults_on_the_way(new_page(device_scale_factor=2), walk)
    assert not found, "\n".join(found)
