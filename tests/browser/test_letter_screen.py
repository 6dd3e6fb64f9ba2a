"""The letter's screen: read first, changed where it is touched, undone step by step."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.wizard import HOME, STORY, Wizard
from tests.chromium import NewPage

pytestmark = pytest.mark.browser

# What can be operated or has the Tab key before the button that goes on, from the page's top.
BEFORE = """() => {
    const all = Array.from(document.querySelectorAll(
        'a[href], button, input, select, summary, textarea, [tabindex="0"], [role="button"]'));
    const seen = all.filter(part => part.getClientRects().length);
    return seen.slice(0, seen.findIndex(part => part.matches('[data-next]'))).map(
        part => part.outerHTML.slice(0, 80));
}"""
# By how much the bar covers what has the keyboard; what is higher than the room begins in sight.
COVERED = """() => {
    const bar = document.querySelector('[data-letter-bar]');
    const foot = bar.getBoundingClientRect().top;
    const place = document.activeElement.getBoundingClientRect();
    const begins = place.height + 16 > foot && place.top >= 0 && place.top < foot / 2;
    return bar.contains(document.activeElement) || begins ? 0 : Math.max(0, place.bottom - foot);
}"""


@pytest.fixture
def letter(page: Page) -> Wizard:
    """A phone that shows a letter of the two-minute road."""
    return Wizard(page).open(HOME).letter(STORY)


def tab(page: Page) -> str:
    """What has the keyboard after another Tab."""
    page.keyboard.press("Tab")
    stop: str = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    return stop


def boxes(wizard: Wizard) -> Locator:
    """The boxes and buttons that show in the letter itself."""
    return wizard.page.locator(".sheet").locator("textarea, input, button").locator("visible=true")


def test_the_letter_is_read_first_as_it_stands_on_paper(letter: Wizard) -> None:
    assert boxes(letter).count() == 0
    sheet = letter.page.locator(".sheet").inner_text()
    for words in ("Amina Yusuf\n1 High Street", "Dear Afzal Khan,", STORY, "Yours sincerely,"):
        assert words in sheet


def test_a_part_that_is_touched_becomes_a_box_with_its_buttons(letter: Wizard) -> None:
    box = letter.open_part("Paragraph 2: Your own words")
    expect(box).to_be_focused()
    assert box.input_value() == STORY
    for words in ("Up", "Down", "Remove", "Add below", "Done"):
        expect(letter.button(words)).to_be_visible()
    letter.part("Paragraph 1").click()
    expect(box).to_be_hidden()
    expect(letter.button("Another way to say this")).to_be_visible()


@pytest.mark.parametrize(
    ("part", "words", "printed"),
    [
        ("Your name and address", "Amina Yusuf\n2 High Street", "Amina Yusuf\n2 High Street"),
        ("Date", "1 May 2027", "1 May 2027"),
        ("To", "Afzal Khan MP\nManchester", "Afzal Khan MP\nManchester"),
        ("Greeting", "Dear Afzal", "Dear Afzal,"),
        ("Paragraph 2", "One.\n\nTwo.", "One.\n\nTwo."),
        ("Ending", "With best wishes", "With best wishes,"),
        ("Name under your signature", "A. Yusuf", "A. Yusuf"),
    ],
)
def test_every_part_can_be_changed_and_shows_what_would_be_printed(
    letter: Wizard, part: str, words: str, printed: str
) -> None:
    letter.change_part(part, words)
    assert letter.part(part).inner_text() == printed
    letter.page.go_back()
    letter.on("address").page.go_forward()
    assert letter.on("letter").part(part).inner_text() == printed
    page = letter.press("Send or print").on("send").page
    page.emulate_media(media="print")
    assert printed in page.get_by_role("article").inner_text()


def test_every_change_can_be_undone_step_by_step(letter: Wizard) -> None:
    first = letter.sheet
    letter.change_part("Greeting", "Dear Afzal")
    steps = [letter.sheet]
    for button in ("Another way to say this", "Down", "Add below"):
        letter.part("Paragraph 1" if button != "Add below" else "Paragraph 2").click()
        letter.press(button)
        letter.page.keyboard.press("Escape")
        steps.append(letter.sheet)
    letter.open_part("Paragraph 4")
    letter.press("Remove")
    assert "removed" in letter.sheet
    letter.press("Put it back")
    said = letter.page.get_by_role("status").filter(has_text="Undone")
    for undone in ("putting back", "removing"):
        letter.press(f"Undo {undone}")
        expect(said).to_have_text(f"Undone: {undone}.")
    for undone in ("adding", "moving down", "another way", "typing"):
        assert letter.sheet == steps.pop()
        letter.press(f"Undo {undone}")
        expect(said).to_have_text(f"Undone: {undone}.")
    assert letter.sheet == first
    expect(letter.button("Undo")).to_be_hidden()
    assert letter.page.evaluate("document.activeElement.closest('.part') !== null")


def test_what_is_typed_in_one_go_is_one_step_and_undone_in_the_answer_too(letter: Wizard) -> None:
    letter.open_part("Paragraph 2").press_sequentially(" It is hard.")
    letter.press("Done").press("Undo typing")
    assert letter.paragraphs[1] == STORY
    expect(letter.button("Undo")).to_be_hidden()
    letter.page.go_back()
    letter.on("address").page.go_forward()
    assert letter.on("letter").paragraphs[1] == STORY


def test_undo_never_brings_back_a_letter_of_other_answers(letter: Wizard) -> None:
    letter.change_part("Greeting", "Dear Afzal")
    letter.page.go_back()
    letter.on("address").page.get_by_label("Your address").fill("2 Low Road")
    letter.press("Next").on("letter")
    expect(letter.button("Undo")).to_be_hidden()
    assert "2 Low Road" in letter.sheet
    assert "Dear Afzal,\n" in letter.sheet


def test_the_count_and_the_praise_follow_the_words(letter: Wizard) -> None:
    expect(letter.page.get_by_text("A good letter")).to_be_visible()
    expect(letter.page.get_by_text("add one more sentence")).to_be_visible()
    letter.change_part("Paragraph 2", "I have seen it all with my own two eyes. " * 8)
    expect(letter.page.get_by_text("words of this letter are your own.")).to_be_visible()
    expect(letter.page.get_by_text("add one more sentence")).to_be_hidden()


def test_advice_leads_to_the_open_paragraph(page: Page) -> None:
    letter = Wizard(page).open(HOME).letter("I teach. Ring 07700 900123.")
    letter.press("Go to it")
    expect(letter.page.get_by_label("Paragraph 2").get_by_role("textbox")).to_be_focused()


def test_advice_on_the_address_leads_to_it(letter: Wizard) -> None:
    letter.change_part("Your name and address", "Amina Yusuf")
    expect(letter.page.get_by_text("There is no address")).to_be_visible()
    letter.press("Go to it")
    expect(letter.part("Your name and address").get_by_role("textbox")).to_be_focused()


def test_an_address_in_another_constituency_is_told_with_both(letter: Wizard) -> None:
    letter.change_part("Your name and address", "Amina Yusuf\n1 High Street\nSW9 9SZ")
    told = "SW9 9SZ is in Clapham and Brixton Hill; this letter goes to the MP for Manchester Rush"
    expect(letter.page.get_by_text(told)).to_be_visible()


def test_a_long_word_may_break_after_its_signs_and_reads_as_typed(letter: Wizard) -> None:
    address = "https://www.example.org/a-page/with?questions=and&more@end.example"
    letter.change_part("Your name and address", f"Amina Yusuf\n{address}")
    words = letter.part("Your name and address").locator(".part-words")
    assert words.inner_text().split() == ["Amina", "Yusuf", address]
    assert words.locator("wbr").count() == 10


def test_a_keyboard_opens_a_part_and_escape_closes_it_with_its_words(letter: Wizard) -> None:
    keyboard = letter.page.keyboard
    letter.button("Change this letter").focus()
    keyboard.press("Tab")
    expect(letter.part("Your name and address")).to_be_focused()
    for _ in range(5):
        keyboard.press("ArrowDown")
    expect(letter.part("Paragraph 2")).to_be_focused()
    keyboard.press("Enter")
    keyboard.type(" And so do I.")
    keyboard.press("Escape")
    expect(letter.part("Paragraph 2")).to_be_focused()
    assert letter.part("Paragraph 2").inner_text() == f"{STORY} And so do I."
    keyboard.press("Home")
    keyboard.press("ArrowDown")
    keyboard.press("Space")
    keyboard.press("Control+A")
    keyboard.type("1 May 2027")
    keyboard.press("Enter")  # in a one-line box it closes, and sends no form
    letter.on("letter")
    expect(letter.part("Date")).to_be_focused()
    assert letter.part("Date").inner_text() == "1 May 2027"


def test_focus_stays_where_the_work_goes_on(letter: Wizard) -> None:
    letter.open_part("Paragraph 3")
    letter.press("Up")
    expect(letter.part("Paragraph 2").get_by_role("button", name="Up")).to_be_focused()
    letter.press("Remove")
    expect(letter.button("Put it back")).to_be_focused()
    letter.press("Put it back")
    expect(letter.part("Paragraph 2")).to_be_focused()
    letter.page.keyboard.press("Enter")
    letter.press("Add below")
    expect(letter.part("Paragraph 3").get_by_role("textbox")).to_be_focused()
    letter.page.keyboard.press("Escape")
    assert letter.part("Paragraph 3").inner_text() == "Your own words: empty"


def test_change_this_letter_opens_every_part_and_closes_them_again(letter: Wizard) -> None:
    letter.press("Change this letter")
    parts = letter.page.locator(".part").count()
    assert letter.page.locator(".sheet").get_by_role("textbox").count() == parts
    expect(letter.button("Show it as a letter")).to_be_focused()
    letter.press("Show it as a letter")
    assert boxes(letter).count() == 0


def test_no_more_than_twelve_things_stand_before_send_or_print(letter: Wizard) -> None:
    before = letter.page.evaluate(BEFORE)
    assert 3 <= len(before) <= 12, before
    page = letter.page
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    stops: list[str] = []
    while "data-next" not in (stop := tab(page)):
        stops.append(stop)
    assert 3 <= len(stops) <= 12, stops


@pytest.mark.parametrize("size", [(360, 640), (1024, 768), (640, 360), (512, 384)])
def test_send_or_print_is_always_in_sight_and_covers_nothing_that_has_the_keyboard(
    new_page: NewPage, size: tuple[int, int]
) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]})
    letter = Wizard(page).open(HOME).letter(STORY)
    expect(letter.button("Send or print")).to_be_in_viewport(ratio=1)
    # As on an old iPad, which does not know that room is to be left when it scrolls.
    page.evaluate("document.documentElement.style.scrollPaddingBottom = '0px'")
    letter.press("Change this letter")
    while "data-next" not in (stop := tab(page)):
        expect(letter.button("Send or print")).to_be_in_viewport(ratio=1)
        assert page.evaluate(COVERED) < 1, stop


def test_printing_the_screen_prints_the_letter_with_a_part_open(letter: Wizard) -> None:
    letter.open_part("Paragraph 2").fill("Changed by hand.")
    letter.page.emulate_media(media="print")
    shown = letter.page.locator("main").inner_text()
    assert "Changed by hand." in shown
    assert boxes(letter).count() == 0
    for words in ("Send or print", "Undo", "Paragraph 2"):
        assert words not in shown
