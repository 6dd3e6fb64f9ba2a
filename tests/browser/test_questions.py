"""The screens from the postcode to the address, on one's own device and at a stall."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from letterwriter.files.messages import messages
from tests.browser.wizard import HOME, STORY, Wizard
from tests.unit.letters.golden import campaign

pytestmark = pytest.mark.browser

SMALL_SIZES = ({"width": 360, "height": 640}, {"width": 1024, "height": 768})
STALL_WORDS = ("stall", "What made you stop today?")


@pytest.fixture
def home(page: Page) -> Wizard:
    """Somebody's own device, on the first screen."""
    return Wizard(page).open(HOME).on("postcode")


def asked(wizard: Wizard, story: str = STORY) -> Wizard:
    """The short way from the postcode to the worries."""
    wizard.find().on("found").press("Short letter").on("safety").press("I have read this")
    wizard.on("story").page.get_by_label("Your answer").fill(story)
    return wizard.press("Next" if story else "Skip").on("worry")


def in_sight(button: Locator) -> bool:
    """Whether all of a button is in the window, and nothing lies on it."""
    seen: bool = button.evaluate(
        "button => { const box = button.getBoundingClientRect();"
        " const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);"
        " return box.top >= 0 && box.bottom <= innerHeight && button.contains(top); }"
    )
    return seen


def main_button(wizard: Wizard) -> Locator:
    """The button that goes on, or where a constituency is chosen the first of them."""
    main = wizard.page.get_by_role("main")
    return main.locator(".button.primary:visible, .seat-buttons .button:visible").first


def walk(wizard: Wizard, see: Callable[[], None]) -> None:
    """Every screen of the longer way once, and those beside it."""
    find(wizard, see)
    answer(wizard, see)


def find(wizard: Wizard, see: Callable[[], None]) -> None:
    """From the postcode to what to leave out."""
    see()
    wizard.find("M14 6BB").on("choose")
    see()
    wizard.press("Manchester Rusholme").on("found").press("Not your MP").on("nearby")
    see()
    wizard.press("Back").on("found")
    see()
    wizard.press("Longer letter").on("safety")
    see()


def answer(wizard: Wizard, see: Callable[[], None]) -> None:
    """The questions of the longer letter."""
    wizard.press("I have read this").on("prompts")
    see()
    wizard.page.get_by_label("I volunteer or befriend").check()
    wizard.press("Next").on("story")
    see()
    wizard.story().on("worries")
    see()
    wizard.page.get_by_role("checkbox").first.check()
    wizard.press("Next").on("whys")
    see()
    wizard.press("Next").on("ask")
    see()
    wizard.page.get_by_role("radio").first.check()
    wizard.press("Next").on("name")
    see()
    wizard.page.get_by_label("Your full name").fill("Amina Yusuf")
    wizard.press("Next").on("address")
    see()
    wizard.press("Skip").on("reply")
    see()


@pytest.mark.parametrize("size", SMALL_SIZES, ids=["phone", "tablet"])
@pytest.mark.parametrize("path", [HOME, "/stall"])
def test_the_main_button_of_every_screen_is_in_sight(
    new_context: Callable[..., BrowserContext], turned_on: Any, path: str, size: dict[str, int]
) -> None:
    kept = turned_on if path == "/stall" else None
    page = new_context(viewport=size, storage_state=kept).new_page()
    wizard = Wizard(page).open(path)
    if path == "/stall":
        wizard.press("Begin")
    hidden: list[str] = []

    def see() -> None:
        if not in_sight(main_button(wizard)):
            hidden.append(str(page.locator("main").get_attribute("data-at")))

    walk(wizard.on("postcode"), see)
    asked(Wizard(page).open(path) if path == HOME else restarted(wizard), "")
    see()
    assert hidden == []


def restarted(wizard: Wizard) -> Wizard:
    """A stall's next person."""
    wizard.press("Finished").press("Yes").on("welcome").press("Begin")
    return wizard


def test_a_box_with_an_error_is_not_covered(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(viewport=SMALL_SIZES[0]).new_page()
    Wizard(page).open(HOME).find("nonsense")
    assert in_sight(page.get_by_label("Your postcode"))


def test_the_postcode_stands_beside_the_mp_only_where_it_led_there(home: Wizard) -> None:
    home.find("cv31df").on("found")
    assert "CV3 1DF is in Coventry South" in home.main
    home.press("Not your MP").on("nearby").press("Coventry").on("found")
    assert "CV3 1DF" not in home.main


def test_the_mp_is_told_with_party_date_and_what_they_can_be_asked(home: Wizard) -> None:
    home.find("CV3 1DF").on("found")
    assert "Party: Your Party" in home.main
    assert "zarah.sultana.mp@parliament.uk" in home.main
    assert messages("roles")["backbencher"] in home.main
    assert "As known on 27 June 2026. That is more than three months ago" in home.main


def test_an_email_is_whole_on_a_narrow_phone(new_context: Callable[..., BrowserContext]) -> None:
    wizard = Wizard(new_context(viewport=SMALL_SIZES[0]).new_page())
    wizard.open(HOME).find("IP12 1AA").on("found")
    for part in wizard.page.locator(".reach span").all():
        assert part.evaluate("part => part.getClientRects().length") == 1
        assert part.evaluate("part => part.getBoundingClientRect().right <= innerWidth - 16")


def with_data(page: Page, change: Callable[[str, Any], None]) -> None:
    """What a page gets, as it would be of other tables or on another day."""

    def answer(route: Route) -> None:
        response = route.fetch()
        data = response.json()
        change(route.request.url.rpartition("/")[2], data)
        route.fulfill(response=response, body=json.dumps(data))

    page.route("**/at/**/*.json", answer)


def nobody(name: str, data: Any) -> None:
    """Manchester Rusholme without a member, and no Home Secretary on the list."""
    if name == "start.json":
        data["home_secretary"] = None
    for seat in data.get("seats", ()):
        if seat["name"] == "Manchester Rusholme":
            seat.update(member=None, role="vacant")


def test_where_there_is_nobody_to_write_to_the_way_ends_with_thanks(page: Page) -> None:
    with_data(page, nobody)
    wizard = Wizard(page).open(HOME).find().on("found")
    assert "nobody to write to today" in wizard.main
    assert "Thank you for wanting to write" in wizard.main
    expect(page.locator("main .button.primary:visible")).to_have_count(0)
    page.get_by_role("heading", level=1).press("Enter")
    wizard.on("found")


def test_a_newer_list_is_given_with_its_date_alone(page: Page) -> None:
    def today(name: str, data: Any) -> None:
        if name == "start.json":
            data["today"] = "2026-07-01"

    with_data(page, today)
    wizard = Wizard(page).open(HOME).find().on("found")
    assert "As known on" in wizard.main
    assert "three months ago" not in wizard.main


def test_what_is_changing_is_told_until_its_facts_are_past(page: Page) -> None:
    fact = campaign().facts["leave-30"]
    wizard = Wizard(page).open(HOME)
    wizard.page.get_by_label("Your postcode").fill("M14 5TP")
    page.get_by_role("link", name="What is changing?").click()
    assert fact.says in wizard.on("changes").main
    wizard.press("Back").on("postcode")
    expect(page.get_by_label("Your postcode")).to_have_value("M14 5TP")

    def later(name: str, data: Any) -> None:
        if name == "start.json":
            data["today"] = "2028-01-01"

    with_data(page, later)
    Wizard(page).open(HOME)
    page.get_by_role("link", name="What is changing?").click()
    assert fact.says not in wizard.on("changes").main
    assert "being checked again" in wizard.main


def test_what_a_concern_is_can_be_asked_beside_it_and_chooses_nothing(home: Wizard) -> None:
    asked(home)
    page = home.page
    page.get_by_text("What is this?").first.click()
    label = page.locator(".choice label").first.inner_text()
    told = next(each for each in campaign().concerns if each.label == label)
    expect(page.get_by_text(told.about)).to_be_visible()
    assert "{" not in home.main
    expect(page.get_by_role("radio").first).not_to_be_checked()
    home.press("What is changing?").on("changes").press("Back").on("worry")


@pytest.mark.parametrize(
    ("road", "last"), [("Short letter", "address"), ("Longer letter", "reply")]
)
def test_each_letter_has_as_many_questions_as_its_button_says(
    home: Wizard, road: str, last: str
) -> None:
    home.find().on("found")
    told = home.button(road).inner_text()
    home.press(road).on("safety").press("I have read this")
    first = int(home.page.locator("[data-progress-words]").inner_text().split()[1])
    if last == "reply":
        home.on("prompts").page.get_by_role("checkbox").first.check()
        home.press("Next")
    home.story()
    home.page.get_by_role("main").locator(
        'input[type="radio"], input[type="checkbox"]'
    ).first.check()
    home.press("Next")
    if last == "reply":
        home.on("whys").press("Next").on("ask").page.get_by_role("radio").first.check()
        home.press("Next")
    home.about().on("letter" if last == "address" else "reply")
    at = int(home.page.locator("[data-progress-words]").inner_text().split()[1])
    count = at - first + (last == "reply")
    assert f"{count} questions" in told


def test_six_choices_show_at_first_and_all_when_asked_for(home: Wizard) -> None:
    asked(home)
    radios = home.page.get_by_role("radio")
    expect(radios).to_have_count(6)
    home.press(f"Show all {len(campaign().concerns)}")
    expect(radios).to_have_count(len(campaign().concerns))
    expect(radios.nth(6)).to_be_focused()
    radios.nth(15).check()
    home.press("Next").on("name").page.go_back()
    home.on("worry")
    expect(radios).to_have_count(7)
    expect(radios.nth(6)).to_be_checked()


def test_a_chosen_worry_can_be_taken_back_by_mouse_and_by_space(home: Wizard) -> None:
    asked(home)
    first = home.page.get_by_role("radio").first
    first.check()
    first.click()
    expect(first).not_to_be_checked()
    first.check()
    first.press(" ")
    expect(first).not_to_be_checked()
    home.press("Next").on("name").page.go_back()
    expect(home.on("worry").page.get_by_role("radio").first).not_to_be_checked()


def test_skipping_is_offered_only_where_it_leads_on(home: Wizard) -> None:
    asked(home, "")
    expect(home.button("Skip")).to_be_hidden()
    home.press("Next")
    expect(home.page.get_by_text("Choose the worry that comes first for you.")).to_be_visible()
    home.page.go_back()
    home.on("story").story().on("worry").press("Skip").on("name")


def test_what_a_short_letter_asks_is_told_and_can_be_changed(home: Wizard) -> None:
    asked(home).worry().on("name")
    told = {ask.label for ask in campaign().asks if f"“{ask.label}”" in home.main}
    assert len(told) == 1
    home.page.get_by_label("Your full name").fill("Amina Yusuf")
    home.press("Ask for something else").on("ask").press("Show all")
    home.page.get_by_label("Tell me how you will vote when the Bill returns").check()
    home.press("Next").on("name")
    assert "“Tell me how you will vote when the Bill returns”" in home.main
    assert home.page.get_by_label("Your full name").input_value() == "Amina Yusuf"
    home.press("Next").on("address").press("Next").on("letter")
    assert any("vote" in words for words in home.paragraphs[-2:])


def test_the_words_of_a_stall_stand_only_there(home: Wizard, at_stall: Wizard) -> None:
    seen = []
    walk(home, lambda: seen.append(home.main))
    asked(Wizard(home.page).open(HOME))
    home.page.go_back()
    seen.append(home.on("story").main)
    assert "What made you want to write?" in seen[-1]
    assert [words for words in STALL_WORDS for main in seen if words in main] == []
    at_stall.press("Begin").find().press("Short letter").press("I have read this").on("story")
    assert "What made you stop today?" in at_stall.main


def test_what_to_leave_out_is_the_same_on_both_ways_and_agrees_with_the_address(
    home: Wizard,
) -> None:
    safety = messages("safety")
    home.find().on("found").press("Short letter").on("safety")
    short = home.main
    home.press("Back").press("Longer letter").on("safety")
    assert home.main == short
    assert all(safety[key] in short for key in ("address", "housed", "own-case"))
    assert home.page.get_by_role("link", name="Who can help with your own case").count() == 1
    home.press("Back").press("Short letter").press("I have read this").story().worry().on("name")
    home.page.get_by_label("Your full name").fill("Amina Yusuf")
    home.press("Next").on("address")
    assert safety["address"] in home.main
    home.page.get_by_text("Does the Home Office house you?").click()
    assert safety["housed"] in home.main


@pytest.mark.parametrize("path", [HOME, "/stall"])
def test_a_phone_is_told_what_each_box_is_for_but_a_shared_tablet_fills_in_nothing(
    new_context: Callable[..., BrowserContext], turned_on: Any, path: str
) -> None:
    kept = turned_on if path == "/stall" else None
    wizard = Wizard(new_context(storage_state=kept).new_page()).open(path)
    if path == "/stall":
        wizard.press("Begin")
    box = wizard.on("postcode").page.get_by_label("Your postcode")
    wanted = "postal-code" if path == HOME else "off"
    for name, value in (
        ("autocomplete", wanted),
        ("autocapitalize", "characters"),
        ("autocorrect", "off"),
        ("enterkeyhint", "go"),
    ):
        assert box.get_attribute(name) == value
