"""From the code on a tablet to the same letter on a phone, with nothing left on the way."""

from typing import Any
from zlib import crc32

import pytest
from playwright.sync_api import Page, expect

from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.text.cleaning import clean
from tests.browser.journey import Journey
from tests.browser.stall import stores
from tests.browser.wizard import Wizard
from tests.chromium import NewPage
from tests.cleaned import lines
from tests.js.asking import each
from tests.js.codes import read
from tests.js.letters import Draft
from tests.js.test_taking import given
from tests.js.worlds import open_world
from tests.unit.letters.golden import TODAY, parliament
from tests.watch import Watch

pytestmark = pytest.mark.browser

MARKER = "quokkazebra"
TYPED = (MARKER, "waters", "Amina", "Heald", "Manchester", "M14", "5TP", "Afzal", "I mind")
CHOICES = {"concernIds": ["thirty-months", "delay"], "askId": "write-for-me"}
TABLET = {"width": 768, "height": 1024}
_FORMAT = bytes([9, 0, 0])  # of a later version of the site, with nothing in it
_BYTES = crc32(_FORMAT).to_bytes(4) + _FORMAT
NEWER = f"#{int.from_bytes(_BYTES[:6]):015}{_BYTES[6]:03}"  # see static/js/transfer/digits.js


@pytest.fixture
def draft() -> Draft:
    """A letter that was written at a stall."""
    seat = parliament().named("Manchester Rusholme")
    assert seat
    story = Story("neighbour", clean(f"My neighbour {MARKER} waters my plants.\n\nI water hers."))
    sender = Sender(
        clean(f"Amina {MARKER}"),
        lines("12 Heald Place", "Manchester"),
        clean("M14 5TP"),
    )
    whys = {"delay": clean(f"Because {MARKER} waits")}
    answers = Answers(sender, (story,), ("thirty-months", "delay"), "write-for-me", whys)
    draft = Draft(seat, answers, TODAY, seed=4)
    draft.change("typed", 2, draft.letter.paragraphs[2].text + " I mind that.")
    draft.block("salutation", "Dear Afzal")
    return draft


def scanned(new_page: NewPage, site: str, shown: str, asked: dict[str, Any]) -> str:
    """The address that a phone reads from a tablet's screen."""
    tablet = new_page(viewport=TABLET, device_scale_factor=2)
    open_world(tablet, parliament())
    assert each(tablet, "taking", shown, [asked | {"origin": site, "width": 680}]) != [None]
    address = read(tablet.get_by_role("img", name="Your ").screenshot())
    tablet.close()
    return address


def test_the_letter_is_on_the_phone_word_for_word(
    page: Page, new_page: NewPage, site: str, draft: Draft
) -> None:
    page.goto(scanned(new_page, site, "engine.shownLetter(given, world)", given(draft)))
    phone = Wizard(page).ready().on("letter")
    assert "Your letter came along" in phone.main
    assert phone.paragraphs == [p.text for p in draft.letter.paragraphs]
    sender = page.locator('[data-part="sender"] textarea').input_value()
    assert sender.split("\n") == list(draft.letter.sender)
    assert (
        page.locator(
            '[data-part="salutation"] textarea, [data-part="salutation"] input'
        ).input_value()
        == "Dear Afzal"
    )
    phone.press("Send or print").on("send")
    sheet = [part.inner_text() for part in page.locator(".sheet-paragraph").all()]
    assert sheet == list(draft.letter.body)


def test_what_was_scanned_reaches_no_server_and_stays_nowhere_on_the_phone(
    page: Page, new_page: NewPage, site: str, draft: Draft, watch: Watch
) -> None:
    address = scanned(new_page, site, "engine.shownLetter(given, world)", given(draft))
    digits = address.partition("#")[2]
    before = len(watch.requests)
    page.goto(address)
    Wizard(page).ready().on("letter")
    requests = watch.requests[before:]
    sent = []
    for request in requests:  # the address of the first one is as the browser shows it
        told = f"{request.method} {request.url.partition('#')[0]} {request.all_headers()}"
        sent.append(told + (request.post_data or ""))
    for words in (digits, *TYPED):
        assert not [each for each in sent if words in each]
    assert {request.method for request in requests} == {"GET"}
    areas = [each for each in watch.addresses[before:] if "/areas/" in each]
    assert sorted(each.rpartition("/")[2] for each in areas) == ["M.bin", "M.json"]

    session = page.context.new_cdp_session(page)
    entries = str(session.send("Page.getNavigationHistory")["entries"])
    for remains in (page.url, entries, stores(page), str(page.context.storage_state())):
        assert digits[:30] not in remains
        assert MARKER not in remains


def test_back_from_the_letter_loses_no_word_and_says_nothing_again(
    page: Page, new_page: NewPage, site: str, draft: Draft
) -> None:
    page.goto("/about")
    page.goto(scanned(new_page, site, "engine.shownLetter(given, world)", given(draft)))
    phone = Wizard(page).ready().on("letter").press("Send or print").on("send")
    page.go_back()
    phone.on("letter")
    assert phone.paragraphs == [p.text for p in draft.letter.paragraphs]
    assert "Your letter came along" not in phone.main
    page.go_back()
    phone.on("found").press("Longer letter").on("safety").press("I have read this").on("prompts")
    phone.press("Next").on("story")
    assert "waters my plants" in page.get_by_label("Your answer").input_value()
    page.evaluate("history.go(-4)")
    phone.on("postcode")
    assert page.url == f"{site}/"


def test_a_letter_from_a_constituency_that_is_not_in_the_list_keeps_its_words(
    page: Page, new_page: NewPage, draft: Draft
) -> None:
    sent = new_page()
    open_world(sent, parliament())
    (parcel,) = each(sent, "taking", "engine.taken(given, world).unpacked", [given(draft)])
    (digits,) = each(sent, "taking", "engine.there(given)", [parcel | {"constituency": "E1"}])
    page.goto(f"/take#{digits}")
    phone = Wizard(page).ready().on("by-name")
    assert "does not have the constituency it was written for" in phone.main
    page.get_by_label("Type a part of its name").fill("Bristol Central")
    phone.press("Bristol Central").on("found").press("Short letter")
    phone.on("safety").press("I have read this").on("story").press("Skip").worry()
    phone.on("name").press("Next").on("address").press("Next").on("letter")
    assert "My neighbour quokkazebra waters my plants.\n\nI water hers." in phone.paragraphs
    assert "Carla Denyer" in phone.sheet


def test_what_cannot_be_fetched_is_tried_again_with_the_letter_still_there(
    page: Page, choices_address: str, watch: Watch
) -> None:
    watch.meant += ["Failed to load resource", "could not be opened"]
    page.route("**/start.json", lambda route: route.abort())
    page.goto(choices_address)
    page.get_by_role("heading", name="Our server did not answer").wait_for()
    page.unroute("**/start.json")
    page.get_by_role("button", name="Try again").click()
    page.get_by_text("Your choices came along. Begin with").wait_for()


@pytest.fixture
def choices_address(new_page: NewPage, site: str) -> str:
    """The address of a code with choices."""
    (digits,) = each(new_page(), "taking", "engine.there(given)", [{"kind": "choices", **CHOICES}])
    return f"{site}/take#{digits}"


def test_going_back_opens_nothing_again(page: Page, choices_address: str) -> None:
    page.goto("/about")
    page.goto(choices_address)
    page.get_by_text("Your choices came along. Begin with").wait_for()
    page.go_back()
    expect(page.get_by_text("Your choices came along")).to_have_count(0)
    assert "#" not in page.url


def test_choices_come_along_without_anything_else(page: Page, new_page: NewPage, site: str) -> None:
    address = scanned(new_page, site, "engine.shownChoices(given)", {"choices": CHOICES})
    page.goto(address)
    page.get_by_text("Your choices came along. Begin with your postcode").wait_for()
    phone = Wizard(page).find().on("found").press("Longer letter").on("safety")
    phone.press("I have read this").on("prompts").press("Skip").on("worries")
    ticked = page.locator('[data-list="concerns"] input:checked')
    assert sorted(box.input_value() for box in ticked.all()) == ["delay", "thirty-months"]
    phone.press("Next").on("whys").press("Next").on("ask")
    assert page.locator('[data-list="asks"] input:checked').input_value() == "write-for-me"


@pytest.mark.parametrize(
    ("fragment", "heading"),
    [
        ("", "There is nothing to open here"),
        ("#123", "This code did not come through whole"),
        ("#hello", "This code did not come through whole"),
        (NEWER, "We cannot read this code"),
    ],
)
def test_a_code_that_cannot_be_opened_says_what_to_do(
    page: Page, fragment: str, heading: str
) -> None:
    page.goto(f"/take{fragment}")
    page.get_by_role("heading", name=heading).wait_for()
    assert page.url.endswith("/take")
    page.get_by_role("link", name="Start a letter here").click()
    page.get_by_label("Your postcode").wait_for()


def test_a_code_scanned_into_the_open_page_is_opened_too(page: Page, choices_address: str) -> None:
    page.goto("/take#123")
    page.get_by_role("heading", name="This code did not come through whole").wait_for()
    page.goto(choices_address)
    page.get_by_text("Your choices came along. Begin with").wait_for()


def test_without_javascript_the_page_says_so(new_page: NewPage, choices_address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(choices_address)
    assert "JavaScript may be off" in Journey(page).main
    assert page.get_by_role("link", name="Start a letter here").is_visible()


def test_the_day_to_write_again_is_scanned_into_a_phones_calendar(page: Page) -> None:
    wizard = Wizard(page).turn_on().press("Begin").letter()
    page.locator("[data-next]").click()
    wizard.on("delivery").press("Put that day in my phone")
    code = page.get_by_role("img", name="A code with the day to write again")
    entry = read(code.screenshot())
    assert entry.startswith("BEGIN:VCALENDAR\r\n")
    assert "SUMMARY:Write again to my MP\r\n" in entry
    assert not [word for word in TYPED if word in entry]
    expect(wizard.button("It is on my phone")).to_be_hidden()  # the letter is not
