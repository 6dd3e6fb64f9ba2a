"""Every screen of the pages that work without a network: what axe finds, and reflow."""

from collections.abc import Callable
from typing import Self

import pytest

from tests.browser.desk import CODE, Desk
from tests.browser.journey import Journey
from tests.browser.test_access import Look, faults_on_the_way
from tests.chromium import NewPage

pytestmark = pytest.mark.browser


class Seen(Desk):
    """A person who stops to look at what the screen shows."""

    def __init__(self, journey: Journey, look: Look) -> None:
        super().__init__(journey.page)
        self._look = look

    def see(self, state: str) -> Self:
        """Look at this state."""
        self._look(state)
        return self


def before_the_stall(journey: Journey, look: Look) -> None:
    desk = Seen(journey, look).open().see("turning stall mode on").press("Turn on stall mode")
    desk.see("turning it on with an error").turn_on().see("welcome")
    desk.press("For the volunteer").on("code").press("Open").see("the code, left out")
    desk.page.get_by_label("Your code").fill(CODE)
    desk.press("Open").on("volunteer").see("an empty tally")


def finding_at_the_stall(journey: Journey, look: Look) -> None:
    desk = Seen(journey, look).turn_on().press("Begin").on("postcode").see("postcode")
    desk.find("nonsense").see("postcode with an error")
    desk.find("M14 6BB").on("choose").see("choosing a constituency").press("Choose from all 650")
    desk.on("by-name").page.get_by_label("Type a part").fill("glas")
    desk.see("a constituency by its name").press("Back").on("choose").press("Manchester Rusholme")
    desk.on("found").see("found").press("Not your MP").on("nearby").see("another constituency")
    desk.press("Back").on("found").press("I have two minutes").on("safety").see("what to leave out")
    desk.press("I have read this").see("a question").story("I teach.").on("worry").see("a worry")
    desk.worry().on("name").press("Next").see("a name with an error")
    desk.press("Finished").on("sure").see("clear everything?")
    desk.press("Yes").on("welcome").see("cleared")


def a_letter_at_the_stall(journey: Journey, look: Look) -> None:
    journey.page.add_init_script("window.print = () => {};")
    journey.page.clock.install()
    desk = Seen(journey, look).turn_on().press("Begin")
    desk.letter("I teach. Ring 07700 900123 about H1234567.").see("the letter, with advice")
    desk.press("This is my letter").on("doors").see("the doors")
    desk.page.clock.run_for(95_000)
    desk.see("are you still there").press("I’m still here").press("Take it with me").on("take")
    desk.see("choices to take along").press("Put my letter").see("a letter to take along")
    desk.press("Back").on("doors").press("Let me read it").on("read").see("reading it")
    desk.press("Clear everything").on("welcome").press("For the volunteer").on("code")
    desk.page.get_by_label("Your code").fill(CODE)
    desk.press("Open").on("volunteer").see("the tally")


def the_long_road(journey: Journey, look: Look) -> None:
    desk = Seen(journey, look).open("/offline").find().on("found").press("I have more time")
    desk.on("safety").press("I have read this").on("prompts").see("which questions")
    desk.page.get_by_label("I volunteer or befriend").check()
    desk.press("Next").on("story").see("a question with a lead-in").story().on("worries")
    desk.see("worries").press("Next").on("ask").press("Next").see("the ask, left out")
    desk.page.get_by_role("radio").first.check()
    desk.press("Next").about().on("reply").see("how to reply")
    desk.press("Make my letter").on("letter").press("Take out").press("Add below")
    desk.see("a letter with a paragraph out").press("Go on").on("send").see("print or send")


WALKS = [before_the_stall, finding_at_the_stall, a_letter_at_the_stall, the_long_road]


@pytest.mark.parametrize("walk", WALKS)
def test_axe_finds_nothing_nothing_sticks_out_and_targets_are_big(
    new_page: NewPage, walk: Callable[[Journey, Look], None]
) -> None:
    found = faults_on_the_way(new_page(device_scale_factor=2), walk)
    assert not found, "\n".join(found)
