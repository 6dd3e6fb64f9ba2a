"""A letter from beginning to end with the network cut, after one visit."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.desk import Desk
from tests.browser.journey import STORY, Journey
from tests.browser.stall import Site, everything_kept

pytestmark = pytest.mark.browser

MARKER = "quokkazebra"


@pytest.fixture
def offline(tablet: Journey) -> Desk:
    """A phone that has opened the site once, and has no network now."""
    tablet.page.add_init_script("window.print = () => { window.printed = true; };")
    tablet.page.context.set_offline(True)
    return Desk(tablet.page)


def test_the_first_page_opens_and_finds_the_mp(offline: Desk) -> None:
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
    offline: Desk, typed: str, screen: str, said: str
) -> None:
    assert said in offline.open("/").find(typed).on(screen).main


def test_a_constituency_can_be_found_by_a_part_of_its_name(offline: Desk) -> None:
    offline.open("/").press("No postcode").on("by-name")
    offline.page.get_by_label("Type a part of its name").fill("ynys m")
    offline.press("Ynys Môn").on("found")
    assert "Llinos Medi" in offline.main


def test_the_long_road_asks_everything_and_keeps_what_was_typed_on_the_way_back(
    offline: Desk,
) -> None:
    page = offline.open("/").find().on("found").press("I have more time").page
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
    offline.press("Next").on("ask").press("Next")
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


def test_what_needs_the_server_says_so_and_printing_is_offered(offline: Desk) -> None:
    page = offline.open("/").letter().press("Go on").on("send").page
    for words in ("Save as PDF", "Save for Word"):
        offline.press(words)
        expect(page.get_by_text("there is no network just now. Print the letter")).to_be_visible()
    offline.press("Print this letter")
    assert page.evaluate("window.printed")
    with page.expect_download() as download:
        offline.press("Save as plain text")
    assert STORY in download.value.path().read_text("utf-8")


def test_the_letter_can_be_copied_and_mailed(offline: Desk) -> None:
    page = offline.open("/").letter().press("Go on").on("send").page
    assert STORY in page.get_by_label("The words of your email").input_value()
    mail = page.get_by_role("link", name="Open in my email app").get_attribute("href")
    assert mail
    assert mail.startswith("mailto:afzal.khan.mp@parliament.uk?subject=A%20letter")
    expect(page.get_by_role("link", name="Open in Gmail")).to_be_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    offline.press("Copy the letter")
    expect(page.get_by_text("Copied.")).to_be_visible()


def test_pdf_and_word_work_as_soon_as_there_is_a_network(offline: Desk) -> None:
    page = offline.open("/").letter().press("Go on").on("send").page
    page.context.set_offline(False)
    with page.expect_download() as download:
        offline.press("Save as PDF")
    assert download.value.path().read_bytes().startswith(b"%PDF")
    with page.expect_download() as download:
        offline.press("Save for Word")
    assert download.value.path().read_bytes().startswith(b"PK")


def test_a_letter_half_written_when_the_network_goes_is_carried_on(
    tablet: Journey, stall: Site
) -> None:
    tablet.write().answer()
    stall.stop()
    tablet.press("Make my letter")
    desk = Desk(tablet.page).on("letter")
    assert STORY in desk.paragraphs
    assert len(desk.paragraphs) == 6
    assert "this device goes on by itself" in tablet.page.inner_text("body")


def test_a_letter_changed_by_hand_keeps_every_change_when_the_network_goes(
    tablet: Journey, stall: Site
) -> None:
    tablet.letter().press("Take out", 2)
    tablet.paragraph(1).fill("My own opening.")
    before = tablet.paragraphs
    stall.stop()
    tablet.press("Go on: print or send")
    desk = Desk(tablet.page).on("send")
    shown = tablet.page.get_by_role("article", name="Your letter").inner_text()
    assert "My own opening." in shown
    assert STORY in shown
    desk.press("Back to the letter").on("found")
    assert before[0] == "My own opening."


def test_a_postcode_sent_when_the_network_has_gone_is_looked_up_here(
    tablet: Journey, stall: Site
) -> None:
    tablet.start().page.get_by_label("Your postcode").fill("ZE1 0AA")
    stall.stop()
    tablet.press("Find my MP")
    assert "Alistair Carmichael" in Desk(tablet.page).on("found").main


def test_nothing_typed_without_a_network_is_kept_anywhere(offline: Desk) -> None:
    offline.open("/").letter(f"I am {MARKER}.").press("Go on").on("send")
    kept = everything_kept(offline.page)
    assert "Manchester Rusholme" in kept, "the store was read"
    assert MARKER not in kept
    assert MARKER not in offline.page.url
    offline.press("Finished: clear everything").press("Yes").on("cleared")
    assert MARKER not in offline.everything


def test_words_carried_over_do_not_come_back_after_clearing(tablet: Journey, stall: Site) -> None:
    tablet.letter(f"I am {MARKER}.")
    stall.stop()
    tablet.press("Go on: print or send")
    desk = Desk(tablet.page).on("send").press("Print this letter").press("Finished").on("cleared")
    assert MARKER not in desk.everything
    for _ in range(3):
        tablet.page.go_back()
        assert MARKER not in desk.everything
    tablet.page.goto("/offline")
    assert MARKER not in desk.ready().everything


def test_leaving_a_half_written_letter_asks_first(offline: Desk) -> None:
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    offline.page.on("dialog", leave)
    offline.open("/").letter().page.reload()
    assert asked == ["beforeunload"]


def reach(page: Page, words: str) -> None:
    """Press Tab until what has the focus is called by these words."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(
            "words => (document.activeElement.innerText || (document.activeElement.labels"
            " && document.activeElement.labels[0] || {}).innerText || '').includes(words)",
            words,
        ):
            return
    raise AssertionError(f"no Tab leads to {words!r}")


# Of each screen: the box to fill in, what to type there, and what to press Enter on.
BY_KEYBOARD = (
    ("postcode", "Your postcode", "M14 5TP", ""),
    ("found", "", "", "I have two minutes"),
    ("safety", "", "", "I have read this"),
    ("story", "Your answer", STORY, "Next"),
    ("worry", "Safety for only 30 months", " ", "Next"),
    ("name", "Your full name", "Amina Yusuf", ""),
    ("address", "Your address", "1 High Street", "Next"),
)


def test_a_keyboard_alone_comes_from_the_postcode_to_the_letter(offline: Desk) -> None:
    page = offline.open("/").page
    for screen, box, text, button in BY_KEYBOARD:
        offline.on(screen)
        if box:
            reach(page, box)
            page.keyboard.type(text)
        if button:
            reach(page, button)
        page.keyboard.press("Enter")
    offline.on("letter")
    assert STORY in offline.paragraphs
