"""A letter from beginning to end with the network cut, after one visit."""

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.journey import STORY, Journey
from tests.browser.stall import everything_kept
from tests.browser.wizard import Wizard
from tests.unit.letters.golden import campaign

pytestmark = pytest.mark.browser

MARKER = "quokkazebra"


@pytest.fixture
def offline(tablet: Journey) -> Wizard:
    """A phone that has opened the site once, and has no network now."""
    tablet.page.add_init_script("window.print = () => { window.printed = true; };")
    tablet.page.context.set_offline(True)
    return Wizard(tablet.page)


def test_the_first_page_opens_and_finds_the_mp(offline: Wizard) -> None:
    offline.open("/").find("m14 5tp").on("found")
    assert "Afzal Khan" in offline.main
    assert "Manchester Rusholme" in offline.main
    assert "As known on 27 June 2026" in offline.main


@pytest.mark.parametrize(
    ("typed", "screen", "said"),
    [
        ("M14 5ZZ", "found", "best guess"),
        ("M14 6BB", "choose", "more than one constituency"),
        ("BT1 5GS", "choose", "Northern Ireland"),
        ("JE2 3AB", "choose", "Jersey does not elect an MP"),
        ("SW1A 0AA", "found", "Rachel Blake"),
        ("ZE1 0AA", "found", "Alistair Carmichael"),
        ("nonsense", "postcode", "A postcode has numbers as well"),
    ],
)
def test_every_kind_of_postcode_is_answered(
    offline: Wizard, typed: str, screen: str, said: str
) -> None:
    assert said in offline.open("/").find(typed).on(screen).main


def test_what_is_changing_and_an_example_can_be_read_without_leaving_the_page(
    offline: Wizard,
) -> None:
    page = offline.open("/").page
    page.get_by_role("link", name="An example letter").click()
    assert "Everybody in it is invented" in offline.on("example").main
    offline.press("Back").on("postcode")
    page.get_by_role("link", name="What is changing?").click()
    assert campaign().facts["leave-30"].says in offline.on("changes").main
    assert page.url.endswith("/")
    page.goto("/changes")
    assert campaign().facts["leave-30"].says in offline.main


def test_a_constituency_can_be_found_by_a_part_of_its_name(offline: Wizard) -> None:
    offline.open("/").press("No postcode").on("by-name")
    offline.page.get_by_label("Type a part of its name").fill("ynys m")
    offline.press("Ynys Môn").on("found")
    assert "Llinos Medi" in offline.main


def test_what_is_no_name_has_its_best_matches_and_a_postcode_is_taken_as_one(
    offline: Wizard,
) -> None:
    box = offline.open("/").press("No postcode").on("by-name").page.get_by_label("Type a part")
    box.fill("Rushulme")
    box.press("Enter")
    expect(offline.button("Manchester Rusholme")).to_be_focused()
    box.fill("M14 5TP or SW1A 0AA")
    assert "more than one postcode here" in offline.press("Find it").on("by-name").main
    box.fill("12 Platt Lane, m14 stp")
    box.press("Enter")
    assert "We read that as M14 5TP." in offline.on("found").main


def test_the_long_road_asks_everything_and_keeps_what_was_typed_on_the_way_back(
    offline: Wizard,
) -> None:
    page = offline.open("/").find().on("found").press("Longer letter").page
    offline.on("safety").press("I have read this").on("prompts")
    page.get_by_label("I volunteer or befriend").check()
    page.get_by_label("I work in a school").check()
    offline.press("Next").on("story").page.get_by_label("Begin with").check()
    offline.story(STORY).on("story").press("Skip").on("worries")
    for number in (0, 1, 2, 3):
        page.get_by_role("checkbox").nth(number).check()
    offline.press("Next")
    expect(page.get_by_text("Choose three at most")).to_be_visible()
    page.get_by_role("checkbox").nth(0).uncheck()
    offline.press("Next").on("whys").press("Next").on("ask").press("Next")
    expect(page.get_by_text("Choose one thing to ask")).to_be_visible()
    page.get_by_role("radio").nth(1).check()
    offline.press("Next").about().on("reply")
    page.get_by_label("Please reply by email").check()
    offline.press("Make my letter")
    expect(page.get_by_text("Type your email address, or untick")).to_be_visible()
    page.get_by_label("Your email address").fill("amina@example.org")
    offline.press("Make my letter").on("letter")
    assert len(offline.paragraphs) == 7
    assert offline.paragraphs[1].endswith(STORY)
    page.go_back()
    offline.on("reply")
    assert page.get_by_label("Your email address").input_value() == "amina@example.org"


def test_what_needs_the_server_says_so_and_printing_is_offered(offline: Wizard) -> None:
    page = offline.open("/").send().press("Print it").on("print").page
    page.get_by_text("Save it as a PDF").click()
    expect(page.get_by_text("could not be reached")).to_be_hidden()
    for words in ("Save as PDF", "Save for Word"):
        offline.press(words)
        expect(page.get_by_text("server could not be reached")).to_be_visible()
    offline.press("Print it")
    assert page.evaluate("window.printed")
    with page.expect_download() as download:
        offline.press("Save as plain text")
    assert STORY in download.value.path().read_text("utf-8")


def test_the_letter_can_be_copied_and_mailed(offline: Wizard) -> None:
    page = offline.open("/").send().press("Email it").on("email").page
    mail = page.get_by_role("link", name="Open it in my email app").get_attribute("href")
    assert mail
    assert re.match(r"mailto:afzal\.khan\.mp@parliament\.uk\?subject=[^&+]{15,}&?", mail)
    page.get_by_text("Other ways").click()
    assert STORY in page.get_by_label("The words of your email").input_value()
    expect(page.get_by_role("link", name="Open in Gmail")).to_be_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    offline.press("Copy the letter")
    expect(page.get_by_text("Copied.")).to_be_visible()


def test_pdf_and_word_work_as_soon_as_there_is_a_network(offline: Wizard) -> None:
    page = offline.open("/").send().press("Print it").on("print").page
    page.get_by_text("Save it as a PDF").click()
    page.context.set_offline(False)
    with page.expect_download() as download:
        offline.press("Save as PDF")
    assert download.value.path().read_bytes().startswith(b"%PDF")
    with page.expect_download() as download:
        offline.press("Save for Word")
    assert download.value.path().read_bytes().startswith(b"PK")


def test_nothing_typed_without_a_network_is_kept_anywhere(offline: Wizard) -> None:
    offline.open("/").send(f"I am {MARKER}.").press("Email it").on("email").press("What happens")
    kept = everything_kept(offline.page)
    assert "Manchester Rusholme" in kept, "the store was read"
    assert MARKER not in kept
    assert MARKER not in offline.page.url
    offline.on("done").press("Meet your MP").on("meet").press("Back")
    offline.on("done").press("Finished: clear").on("sure").press("Yes").on("cleared")
    assert MARKER not in offline.everything


def test_leaving_a_half_written_letter_asks_first(offline: Wizard) -> None:
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    offline.page.on("dialog", leave)
    offline.open("/").letter().page.reload()
    assert asked == ["beforeunload"]


def reach(page: Page, *names: str) -> None:
    """Press Tab until what has the focus is called by one of these."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(
            """names => {
                const { innerText, labels } = document.activeElement;
                const words = innerText || (labels && labels[0] || {}).innerText || '';
                return names.some(name => words.includes(name));
            }""",
            names,
        ):
            return
    raise AssertionError(f"no Tab leads to {names!r}")


WORRIES = [concern.label for concern in campaign().concerns if concern.suggested]
# Of each screen: the box to fill in, what to type there, and what to press Enter on.
BY_KEYBOARD = (
    ("postcode", "Your postcode", "M14 5TP", ""),
    ("found", "", "", "Short letter"),
    ("safety", "", "", "I have read this"),
    ("story", "Your answer", STORY, "Next"),
    ("worry", *WORRIES, " ", "Next"),
    ("name", "Your full name", "Amina Yusuf", ""),
    ("address", "Your address", "1 High Street", "Next"),
)


def test_a_keyboard_alone_comes_from_the_postcode_to_the_letter(offline: Wizard) -> None:
    page = offline.open("/").page
    for screen, *boxes, text, button in BY_KEYBOARD:
        offline.on(screen)
        if any(boxes):
            reach(page, *boxes)
            page.keyboard.type(text)
        if button:
            reach(page, button)
        page.keyboard.press("Enter")
    offline.on("letter")
    assert STORY in offline.paragraphs
