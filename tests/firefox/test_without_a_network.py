"""A stall's tablet with Firefox: opened once, then without the site for the rest of the day."""

from collections.abc import Iterator

import pytest

from tests.browser.stall import Site
from tests.browser.wizard import CODE, MARKER, STORY
from tests.chromium import TODAY
from tests.firefox.bidi import Session
from tests.firefox.person import Person

pytestmark = pytest.mark.firefox

KEPT = """() => new Promise(done => {
    const look = () => (navigator.serviceWorker.controller ? done(true) : setTimeout(look, 50));
    look();
})"""


@pytest.fixture
def alone(session: Session) -> Iterator[Person]:
    """Someone whose Firefox has stored the site, which nobody serves any more."""
    site = Site(TODAY)
    person = Person(session, site.address)
    person.open("/").asks(KEPT)
    site.stop()
    yield person
    person.leave()


def screen(person: Person, name: str) -> Person:
    """Wait for a screen by its name in the templates."""
    return person.until(f'main[data-at="{name}"]')


def test_the_first_page_still_finds_the_mp(alone: Person) -> None:
    screen(alone.open("/"), "postcode").type("Your postcode", "ze1 0aa").tap("Find my MP")
    assert "Alistair Carmichael" in screen(alone, "found").sees()


def test_a_letter_is_made_at_the_stall_and_nothing_of_it_is_left(alone: Person) -> None:
    screen(alone.open("/stall"), "setup").type("A code of four digits", CODE)
    alone.type("The same code again", CODE).tap("Turn on stall mode")
    screen(alone, "welcome").tap("Begin")
    screen(alone, "postcode").type("Your postcode", "m14 5tp").tap("Find my MP")
    screen(alone, "found").tap("Short letter")
    screen(alone, "safety").tap("I have read this")
    screen(alone, "story").type("Your answer", STORY).tap("Next")
    screen(alone, "worry").tick("[data-at=worry] [type=radio]").tap("Next")
    screen(alone, "name").type("Your full name", "Siân Ŵyn").tap("Next")
    screen(alone, "address").tap("Next")
    screen(alone, "letter").tap("This is my letter")
    assert STORY in screen(alone, "delivery").sees(".sheet")
    screen(alone.tap("Take it with me"), "transfer").tap("Only my choices")
    alone.until("[data-code-here] svg").tap("It is on my phone")
    assert "Your details have been cleared" in screen(alone, "welcome").sees()
    alone.back()
    assert MARKER not in alone.asks("() => document.documentElement.outerHTML")
    assert MARKER not in alone.asks("() => JSON.stringify([localStorage, sessionStorage])")
