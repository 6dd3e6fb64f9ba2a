"""Every page in every state, on phone and tablet, light and dark: what axe finds, and reflow."""

from collections.abc import Callable
from datetime import date
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from letterwriter.tallies.tally import Counts, LetterTally, TallyKind, as_line
from letterwriter.text.cleaning import clean_line
from tests.browser.journey import Journey
from tests.browser.wizard import Served
from tests.chromium import NewPage

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 800}
TABLET: ViewportSize = {"width": 768, "height": 1024}
REFLOW: ViewportSize = {"width": 320, "height": 256}  # WCAG 1.4.10: 1280 by 1024 at 400 %
ZOOMED: ViewportSize = {"width": 512, "height": 384}  # a tablet at 200 %
RULES = {"resultTypes": ["violations"]}
# A colour scheme and a width change colours, sizes and what is hidden, never the structure; and
# neither changes what the other does. So the dark page is looked at on the tablet alone.
SCHEMES: dict[int, Literal["dark", "light"]] = {360: "light", 768: "dark"}
ON_SIGHT = RULES | {"runOnly": ["color-contrast", "link-in-text-block", "target-size"]}

# What sticks out of the page or is cut off, but for what is meant for listeners only.
STICKING_OUT = """() => {
    const wide = document.documentElement.clientWidth + 1;
    const out = [];
    if (document.documentElement.scrollWidth > wide) out.push('the page scrolls sideways');
    document.querySelectorAll('body *').forEach(part => {
        const box = part.getBoundingClientRect();
        if (!box.width || part.closest('.hidden, .skip, [aria-hidden]')) return;
        const over = part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1
            && !part.matches('input')  // a box of one line scrolls by itself
            && (part.matches('.button, label, summary')
                || getComputedStyle(part).overflowX !== 'visible');
        if (box.right > wide || box.left < -1 || over) {
            out.push(`${part.tagName}.${part.className}: ${part.textContent.trim().slice(0, 40)}`);
        }
    });
    return out;
}"""

# Targets under 48 px, but for links within sentences and boxes whose whole card is their label.
SMALL = """() => Array.from(document.querySelectorAll(
    'button, summary, a.button, a.name, .foot a, .choice, input.control, textarea, select'
)).filter(part => {
    const box = part.getBoundingClientRect();
    return box.height && !part.closest('.hidden') && Math.min(box.height, box.width) < 47.5;
}).map(part => part.tagName + ': ' + part.textContent.trim().slice(0, 40))"""

Look = Callable[[str], None]


def finding_pages(journey: Journey, look: Look) -> None:
    person = Served(journey.page).open("/")
    look("first page")
    person.find("HELLO")
    person.page.get_by_text("A postcode has numbers as well").first.wait_for()
    look("first page with an error")
    person.find().on("found")
    look("found")
    person.press("Not your MP?").on("nearby")
    look("nearby")
    person.press("Choose from all 650").on("by-name")
    look("by name")
    person.open("/").find("M14 5ZZ").on("found")
    look("guess")
    person.open("/").find("BT1 5GS").on("choose")
    look("choose")
    person.open("/").find("JE2 3AB").on("choose")
    look("none")


def add_a_tally(page: Page) -> None:
    rows = {(date(2026, 12, 1), "E14001353"): Counts(41, (40, 3, 0, 0))}
    page.goto("/organise")
    for panel in ("Paste a tally", "Type in a paper tally"):
        page.get_by_text(panel).click()
    page.get_by_label("Tallies, or what a code says").fill(
        as_line(LetterTally(f"{1:016x}", TallyKind.TABLET, rows, clean_line("Market")))
    )
    page.get_by_role("button", name="Add what I pasted").click()
    page.get_by_role("heading", name="41 letters made").wait_for()


def other_pages(journey: Journey, look: Look) -> None:
    for path in (
        "about",
        "privacy",
        "data",
        "your-own-case",
        "changes",
        "example",
        "campaign",
        "cleared",
        "no-such-page",
        "take",
        "take#1",
    ):
        journey.page.goto(f"/{path}")
        look(path)
    add_a_tally(journey.page)
    look("organise with letters")


def writing_pages(journey: Journey, look: Look) -> None:
    person = Served(journey.page).open("/").find().on("found").press("Longer letter").on("safety")
    look("what to leave out")
    person.press("I have read this").on("prompts")
    look("which questions")
    person.page.get_by_label("I volunteer or befriend").check()
    person.press("Next").on("story")
    look("a question")
    person.story("I teach. Ring 07700 900123 about H1234567.").on("worries")
    look("worries")
    person.page.get_by_role("checkbox").first.check()
    person.press("Next").on("whys")
    look("why it matters")
    person.page.get_by_label("Why does this one matter to you?").fill("x" * 301)
    person.press("Next").on("whys")
    look("a why that is too long")
    person.page.get_by_label("Why does this one matter to you?").fill("They wait.")
    person.press("Next").on("ask").press("Next").on("ask")
    look("the ask, left out")
    person.page.get_by_role("radio").first.check()
    person.press("Next").on("name").press("Next").on("name")
    look("a name with an error")
    person.about().on("reply")
    look("how to reply")


def letter_pages(journey: Journey, look: Look) -> None:
    person = Served(journey.page).open("/").letter("I teach. Ring 07700 900123 about H1234567.")
    look("letter with advice")
    person.page.get_by_role("button", name="Send or print").click()
    person.on("send")
    look("send")
    for door, screen in (("Print it", "print"), ("Email it", "email")):
        person.press(door).on(screen)
        look(screen)
        person.press("Back").on("send")


def volunteers_pages(journey: Journey, look: Look) -> None:
    page = journey.page
    page.goto("/volunteers")
    look("volunteers")
    page.get_by_label("The postcodes around your stall").fill("M13, M14, Q9")
    journey.press("Go on to the pack")
    look("volunteers with a district that is not there")
    page.get_by_label("The postcodes around your stall").fill("M13, M14")
    journey.press("Go on to the pack")
    look("a pack")
    page.goto("/volunteers/postcards")
    look("postcards")
    page.goto("/volunteers/stack")
    look("a list")
    journey.press("Check my list")
    look("no list chosen")
    page.locator("input[type=file]").set_input_files(
        {
            "name": "list.csv",
            "mimeType": "text/csv",
            "buffer": b"Name,Address,Postcode,Shoe size\nA. Yusuf,1 High Street,M14 5TP,43\n"
            b"B. No,,M14 9AA\nA. Yusuf,1 High St,M14 5TP\n",
        }
    )
    journey.press("Check my list")
    look("a list with a column to name, a doubtful row and one to mend")


WALKS = [finding_pages, other_pages, writing_pages, letter_pages, volunteers_pages]


@pytest.mark.parametrize("walk", WALKS)
def test_axe_finds_nothing_nothing_sticks_out_and_targets_are_big(
    new_page: NewPage, walk: Callable[[Journey, Look], None]
) -> None:
    found = faults_on_the_way(new_page(device_scale_factor=2), walk)
    assert not found, "\n".join(found)


def faults_on_the_way(page: Page, walk: Callable[[Journey, Look], None]) -> list[str]:
    """What is wrong with each state of a walk, in every size and scheme."""
    found: list[str] = []

    def look(state: str) -> None:
        faults = title_faults(page)
        for size in (REFLOW, ZOOMED, TABLET, PHONE):
            page.set_viewport_size(size)
            faults += [f"{size['width']}: {fault}" for fault in measured(page)]
            if size in (TABLET, PHONE):
                faults += [f"{size['width']}, {fault}" for fault in seen_by_axe(page, size)]
        found.extend(f"{state}: {fault}" for fault in faults)

    walk(Journey(page), look)
    return found


def title_faults(page: Page) -> list[str]:
    errors = page.get_by_role("alert", name="There is a problem").count()
    unsaid = errors and not page.title().startswith("Error: ")
    return ["the title does not begin with Error"] if unsaid else []


def measured(page: Page) -> list[str]:
    sticking: list[str] = page.evaluate(STICKING_OUT)
    small: list[str] = page.evaluate(SMALL)
    return sticking + [f"small target {target}" for target in small]


def seen_by_axe(page: Page, size: ViewportSize) -> list[str]:
    scheme = SCHEMES[size["width"]]
    page.emulate_media(color_scheme=scheme)
    # At the end of a page its bar covers nothing; elsewhere axe takes a half covered box,
    # which a person scrolls to, for a small one.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    options = RULES if scheme == "light" else ON_SIGHT
    return [
        f"{scheme}: {fault['id']}: {[node['html'][:120] for node in fault['nodes'][:3]]}"
        for fault in Axe().run(page, options=options).response["violations"]
    ]
