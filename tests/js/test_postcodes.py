"""The browser reads what was typed as the server does, character by character."""

import sys
import unicodedata
from random import Random

import pytest
from playwright.sync_api import Page

from letterwriter.parliament import current_members
from letterwriter.postcodes.postcode import NotAPostcode, parse_postcode
from letterwriter.postcodes.typed.reading import read_postcodes
from letterwriter.postcodes.typed.rules import OUTWARD
from tests.cases import cases
from tests.js.worlds import ask, open_world

pytestmark = pytest.mark.browser

READ = """text => {
    try {
        const place = world.parse(text);
        return [postcode.display(place), postcode.territoryOf(place, world.bundle.rules)];
    } catch (error) {
        if (!(error instanceof postcode.NotAPostcode)) throw error;
        return [error.mistake, ''];
    }
}"""
# All texts of up to four capitals and digits, of which few are first halves of postcodes.
ALL_HALVES = """async () => {
    const { halves } = await import('/static/js/engine/postcode_rules.js');
    const { isOutward } = halves(window.world.bundle.rules);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.split('');
    let texts = [''];
    const found = [];
    for (let length = 1; length <= 4; length += 1) {
        texts = texts.flatMap(start => letters.map(end => start + end));
        found.push(...texts.filter(isOutward));
    }
    return found;
}"""


def read(text: str) -> list[str]:
    try:
        place = parse_postcode(text)
    except NotAPostcode as error:
        return [error.mistake.value, ""]
    return [str(place), place.territory.value]


@pytest.fixture
def world(page: Page) -> Page:
    open_world(page, current_members.bundled_parliament())
    return page


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        ("whole", "meant"),
        ("halves", "outward"),
        ("mistakes", "mistake"),
        ("territories", "territory"),
    ],
)
def test_the_shared_cases_are_read_as_they_should(world: Page, part: str, answer: str) -> None:
    shared = cases("postcodes")[part]
    told = ask(world, READ, [case["typed"] for case in shared])
    place = 1 if answer == "territory" else 0
    assert [answers[place] for answers in told] == [case[answer] for case in shared]
    assert told == [read(case["typed"]) for case in shared]


READ_TEXT = """text => {
    try {
        return world.read(text).map(postcode.display);
    } catch (error) {
        if (!(error instanceof postcode.NotAPostcode)) throw error;
        return [];
    }
}"""


def read_text(text: str) -> list[str]:
    try:
        return [str(place) for place in read_postcodes(text)]
    except NotAPostcode:
        return []


def test_the_postcodes_of_the_shared_texts_are_found(world: Page) -> None:
    shared = cases("postcodes")["texts"]
    told = ask(world, READ_TEXT, [case["typed"] for case in shared])
    assert told == [case["read"] for case in shared]


PIECES = [
    *("M14", "5TP", "E1", "4AB", "IO9", "OIA", "SW1A", "0AA", "Flat", "B2", "1st", "St", "12"),
    *("BFPO", "58", ",", "\n", "+", ".", "-", "m", "5", "\u041c14", "\U0001f600", "%20", "CV3 IDF"),
    *("LaneManchester", "\u00a0", "5\ufe0f"),
]


def test_thousands_of_addresses_are_read_alike(world: Page) -> None:
    random = Random(31)
    between = ["", " ", " ", " ", ", ", "-"]
    typed = [
        "".join(random.choice(PIECES) + random.choice(between) for _ in range(random.randint(1, 9)))
        for _ in range(6_000)
    ]
    expected = [read_text(text) for text in typed]
    assert {min(len(found), 2) for found in expected} == {0, 1, 2}
    told = ask(world, READ_TEXT, typed)
    differing = [one for one in zip(typed, told, expected, strict=True) if one[1] != one[2]]
    assert differing == []


def test_every_character_means_the_same_in_both(world: Page) -> None:
    # Characters of later Unicode versions than this Python's have no meaning that could be kept.
    characters = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) not in ("Cn", "Co")
    ]
    typed = [f"M1{character} 5TP" for character in characters]
    assert len(typed) > 140_000
    differing = [
        (ascii(text), told)
        for text, told in zip(typed, ask(world, READ, typed), strict=True)
        if told != read(text)
    ]
    assert differing == []


def test_the_rules_allow_the_same_first_halves(world: Page) -> None:
    assert set(world.evaluate(ALL_HALVES)) == OUTWARD
