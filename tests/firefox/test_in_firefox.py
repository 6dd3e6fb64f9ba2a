"""What people do most, in Firefox: write a letter, keep a draft, open a code, clear a tablet."""

from urllib.parse import urlsplit

import pytest

from tests.firefox.person import Person

pytestmark = pytest.mark.firefox

STORY = "I meet families at our drop-in: they wait, and wait.\nMy gran did too, ናፍቖት."
METER = "() => document.querySelector('[data-meter-sentence]').textContent"


def write(person: Person) -> Person:
    """From a postcode to the page of questions."""
    person.open("/").type("Your postcode", "m14 5tp").press("Find my MP")
    assert "Afzal Khan" in person.sees()
    return person.press("Write to Afzal Khan")


def letter(person: Person) -> Person:
    """From a postcode to the letter."""
    write(person).tap("I volunteer or befriend").type_into("#story-befriend", STORY)
    person.tick("[name=concerns]").tick("[name=ask]")
    person.type("Your full name", "Siân Ŵyn").type("Your address", "12 Heald Place\nManchester")
    return person.press("Make my letter")


def test_from_a_postcode_to_the_page_of_ways_to_send_it(person: Person, site: str) -> None:
    letter(person).press("Another way to say this").press("Go on: print or send")
    sheet = person.sees(".sheet")
    assert "12 Heald Place\nManchester\nM14 5TP" in sheet
    for part in STORY.split("\n"):
        assert part in sheet
    assert sheet.rstrip().endswith("Siân Ŵyn")
    hosts = {urlsplit(address).netloc for address in person.requests}
    assert hosts - {""} == {urlsplit(site).netloc}  # about:blank has none
    assert not [address for address in person.requests if "M14" in address or "Heald" in address]


def test_the_meter_counts_while_one_types(person: Person) -> None:
    letter(person)
    before = person.asks(METER)
    person.type_into(".paragraph.story textarea", " One more thing that I have seen myself.")
    assert person.asks(METER) != before


def test_a_draft_that_was_kept_is_offered_again_and_wiped_at_a_tap(person: Person) -> None:
    write(person).tick("[data-keep-draft]")
    person.tap("I volunteer or befriend").type_into("#story-befriend", STORY)
    person.open("/").press("Go on with it")
    assert person.asks("() => document.querySelector('#story-befriend').value") == STORY
    person.tap("Wipe the draft from this device")
    assert person.asks("() => Object.keys(localStorage).join()") == ""


def test_choices_in_a_code_come_along_and_leave_the_address(person: Person) -> None:
    digits = person.open("/about").asks("""async () => {
        const { pack } = await import('/static/js/take/packing.js');
        return pack({ kind: 'choices', concernIds: ['delay'], askId: 'write-for-me' });
    }""")
    person.follow(f"/take#{digits}", "Your choices came along. Begin with your postcode")
    assert person.asks("() => location.href").endswith("/take")
    person.type("Your postcode", "M14 5TP").press("Find my MP").press("Write to")
    assert person.asks("() => document.querySelector('[name=concerns]:checked').value") == "delay"


def test_after_clearing_everything_back_brings_nothing_back(person: Person) -> None:
    letter(person).press("Start again and clear everything")
    assert "Everything is cleared" in person.sees("h1")
    person.back()
    assert "Heald Place" not in person.asks("() => document.documentElement.innerText")
