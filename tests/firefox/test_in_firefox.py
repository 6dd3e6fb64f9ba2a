"""What people do most, in Firefox: write a letter, keep a draft, open a code, clear a tablet."""

from urllib.parse import urlsplit

import pytest

from tests.firefox.person import Person
from tests.firefox.test_without_a_network import screen

pytestmark = pytest.mark.firefox

STORY = "I meet families at our drop-in: they wait, and wait.\nMy gran did too, ናፍቖት."
BOX = "() => document.querySelector('main [data-value]').value"


def story(person: Person) -> Person:
    """From a postcode to the question, answered."""
    person.open("/").until('main[data-wizard="ready"][data-at="postcode"]').type(
        "Your postcode", "m14 5tp"
    ).tap("Find my MP")
    assert "Afzal Khan" in screen(person, "found").sees()
    screen(person.tap("Short letter"), "safety").tap("I have read this")
    return screen(person, "story").type("Your answer", STORY)


def letter(person: Person) -> Person:
    """From a postcode to the letter."""
    screen(story(person).tap("Next"), "worry").tick("[data-at=worry] [type=radio]").tap("Next")
    screen(person, "name").type("Your full name", "Siân Ŵyn").tap("Next")
    screen(person, "address").type("Your address", "12 Heald Place\nManchester").tap("Next")
    return screen(person, "letter")


def test_from_a_postcode_to_the_ways_to_send_it_with_nothing_told_on_the_way(
    person: Person, site: str
) -> None:
    screen(letter(person).tap("Send or print"), "send")
    shown = person.asks("() => document.querySelector('main').textContent")
    for part in (*STORY.split("\n"), "12 Heald Place", "Siân Ŵyn"):
        assert part in shown or part in person.asks(BOX)
    hosts = {urlsplit(address).netloc for address in person.requests}
    assert hosts - {""} == {urlsplit(site).netloc}  # about:blank has none
    assert not [address for address in person.requests if "M14" in address or "Heald" in address]


def test_back_keeps_every_word_at_every_screen(person: Person) -> None:
    letter(person)
    for name in ("address", "name", "worry", "story"):
        screen(person.back(), name)
    assert person.asks(BOX) == STORY
    for name in ("safety", "found", "postcode"):
        screen(person.back(), name)
    assert person.asks(BOX) == "m14 5tp"
    assert "no network" not in person.sees("body")


def test_a_form_sent_before_the_script_ran_is_handed_over(person: Person) -> None:
    person.open("/about").asks("""async () => {
        const form = document.createElement('form');
        form.method = 'post'; form.action = '/find'; form.enctype = 'multipart/form-data';
        form.innerHTML = '<input name="postcode" value="M14 5TP">';
        document.body.appendChild(form);
        setTimeout(() => form.submit(), 0);
    }""")
    person.until('main[data-wizard="ready"][data-at="found"]')
    assert "Afzal Khan" in person.sees()
    assert person.asks("() => location.pathname") == "/"
    screen(person.back(), "postcode")
    assert person.asks(BOX) == "M14 5TP"


def test_a_draft_that_was_kept_is_offered_again_and_wiped_at_a_tap(person: Person) -> None:
    story(person).tick("[data-keep-draft]")
    person.open("/").until("[data-draft-banner]:not([hidden])").tap("Go on with it")
    screen(person, "story")
    assert person.asks(BOX) == STORY
    person.tap("Wipe the draft from this device")
    assert person.asks("() => Object.keys(localStorage).join()") == ""


def test_choices_in_a_code_come_along_and_leave_the_address(person: Person) -> None:
    digits = person.open("/about").asks("""async () => {
        const { pack } = await import('/static/js/transfer/packing.js');
        return pack({ kind: 'choices', concernIds: ['delay'], askId: 'write-for-me' });
    }""")
    person.follow(f"/take#{digits}", "Your choices came along. Begin with your postcode")
    assert "#" not in person.asks("() => location.href")
    person.until('main[data-wizard="ready"][data-at="postcode"]')
    person.type("Your postcode", "M14 5TP").tap("Find my MP")
    screen(person, "found").tap("Longer letter")
    screen(person, "safety").tap("I have read this")
    screen(person, "prompts").tap("Skip")
    screen(person, "worries")
    assert person.asks("() => document.querySelector('.choice input:checked').value") == "delay"


def test_after_clearing_everything_back_brings_nothing_back(person: Person) -> None:
    letter(person).tap("Start again")
    screen(screen(person, "sure").tap("Yes, clear everything"), "cleared")
    person.back()
    assert "Heald Place" not in person.asks("() => document.documentElement.innerText")
