"""Passages, choices in date, plain text and mail links: the shared cases, asked of the browser."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from letterwriter.campaigns.campaign import Ask, Concern
from letterwriter.documents import links
from letterwriter.documents.eml import as_eml
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.letters.offered import asks_for, in_drawn_order
from letterwriter.offline.campaign import published
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Role
from letterwriter.text.cleaning import clean
from letterwriter.text.dates import written_date
from letterwriter.text.shared_patterns import detector_file, named_pattern
from tests.js.asking import each
from tests.js.plain import letter_json
from tests.unit.documents.shared_letters import LETTER_CASES, MAIL_CASES, letter_of
from tests.unit.documents.test_links import LETTER, SUBJECT, TO, wordy
from tests.unit.letters.golden import TODAY, campaign, parliament

pytestmark = pytest.mark.browser

PASSAGES = json.loads((Path(__file__).parents[1] / "shared" / "passages.json").read_text("utf-8"))
LIMITS = {"mailto": 1_900, "gmail": 6_000, "outlook": 1_900}
OR_NULL = "(() => { try { return %s; } catch (error) { return null; } })()"
MAIL = """[
    engine.mailto(...given), engine.gmail(...given), engine.outlook(...given),
    engine.outlook(...given, true),
]"""


def test_slots_are_found_and_filled_alike(page: Page) -> None:
    wordings = [case["wording"] for case in PASSAGES["slots_of"]]
    slots = each(page, "passage", "engine.slotsOf(given)", wordings)
    assert slots == [case["slots"] for case in PASSAGES["slots_of"]]
    fill = OR_NULL % "engine.fill(given.wording, given.slots)"
    filled = each(page, "passage", fill, PASSAGES["fill"])
    assert filled == [case["filled"] for case in PASSAGES["fill"]]


def test_choices_are_said_and_stepped_on_alike(page: Page) -> None:
    shared = {"sentences": PASSAGES["sentences"], "slots": PASSAGES["slots"]}
    render = OR_NULL % "engine.render(given.sentences, given.choice, given.slots)"
    texts = each(page, "passage", render, [shared | case for case in PASSAGES["render"]])
    assert texts == [case["text"] for case in PASSAGES["render"]]
    steps = [
        shared | {"choice": before, "then": after}
        for case in PASSAGES["another"]
        for before, after in zip([case["from"], *case["then"]], case["then"], strict=False)
    ]
    another = "engine.another(given.sentences, given.choice, given.slots)"
    assert each(page, "passage", another, steps) == [step["then"] for step in steps]


def test_what_is_offered_on_a_day_is_the_same(page: Page) -> None:
    days = sorted(day + timedelta(days=n) for day in reviews() for n in (0, 1))
    given = {"campaign": published(campaign()), "days": [day.isoformat() for day in days]}
    concerns = """given.days.map(day => engine.concernsOn(given.campaign, day)
        .map(concern => [concern.id, concern.label, concern.about, concern.stands]))"""
    (offered,) = each(page, "campaign", concerns, [given])
    assert offered == [
        [[c.id, c.label, c.about, c.stands] for c in campaign().concerns_on(day)] for day in days
    ]
    asks = """given.days.map(day => given.roles.map(role =>
        engine.asksOn(given.campaign, day, role).map(ask => [ask.id, ask.label])))"""
    (offered,) = each(page, "campaign", asks, [given | {"roles": [role.value for role in Role]}])
    assert offered == [[labels(campaign().asks_on(day, role)) for role in Role] for day in days]
    assert offered[0] != offered[-1]


def test_what_a_concern_says_on_a_day_to_a_role_is_the_same(page: Page) -> None:
    days = sorted(
        {date(2026, 2, 20), *(day + timedelta(days=n) for day in reviews() for n in (0, 1))}
    )
    given = {"campaign": published(campaign()), "days": [day.isoformat() for day in days]}
    given |= {"roles": [role.value for role in Role]}
    said = """given.days.map(day => given.roles.map(role => given.campaign.concerns.map(concern => {
        const words = engine.wordsOn(concern, given.campaign, day);
        return words && engine.forRole(words, given.campaign, role).map(([first]) => first);
    })))"""
    (told,) = each(page, "campaign", said, [given])
    assert told == [
        [[first_words(c, day, role) for c in campaign().concerns] for role in Role] for day in days
    ]
    assert None in told[0][0]
    assert told[1] != told[-1]


def first_words(concern: Concern, day: date, role: Role) -> list[str] | None:
    words = campaign().words_on(concern, day)
    return [sentence[0] for sentence in words.for_role(role).sentences] if words else None


def test_asks_for_an_addressee_stand_in_the_same_order(page: Page) -> None:
    chosen: list[list[str]] = [[], ["safe-routes"], ["support", "fair-appeals"]]
    given = {"campaign": published(campaign()), "chosen": chosen, "day": TODAY.isoformat()}
    orders = """[false, true].map(unknown => given.chosen.map(ids => engine.asksFor(given.campaign,
        given.day, { role: 'backbencher', member: { perhaps_minister: unknown } }, ids)
            .map(ask => ask.id)))"""
    (told,) = each(page, "campaign", orders, [given])
    seat = next(seat for seat in parliament() if seat.role is Role.BACKBENCHER)
    assert seat.member
    to = Addressee(seat.member, Role.BACKBENCHER, seat.constituency)
    people = (to, replace(to, office_unknown=True))
    assert told == [
        [[ask.id for ask in asks_for(campaign(), who, TODAY, ids)] for ids in chosen]
        for who in people
    ]
    assert told[0][0] != told[0][1] != told[1][1]


def test_suggested_concerns_stand_in_the_same_drawn_order(page: Page) -> None:
    numbers = [0, 1, 5, 719, 40_319, 2**31 - 1]
    (told,) = each(
        page,
        "drawn_order",
        "given.numbers.map(number => engine.inDrawnOrder(given.items, number))",
        [{"numbers": numbers, "items": list("abcdefgh")}],
    )
    assert told == [list(in_drawn_order("abcdefgh", number)) for number in numbers]


def reviews() -> set[date]:
    of_parts = {part.review_by for part in campaign().concerns}
    of_parts |= {part.review_by for part in campaign().asks}
    return of_parts | {fact.review_by for fact in campaign().facts.values()}


def labels(parts: tuple[Ask, ...]) -> list[list[str]]:
    return [[part.id, part.label] for part in parts]


def test_a_letter_is_the_same_text_and_the_same_email(page: Page) -> None:
    letters = [letter_json(letter_of(case.get("with", {}))) for case in LETTER_CASES]
    made = each(page, "text", "[engine.asText(given), engine.emailBody(given)]", letters)
    assert made == [[case["text"], case["email"]] for case in LETTER_CASES]


def test_mail_links_are_the_same_addresses(page: Page) -> None:
    given = [mail(story(case["text"]), case["to"], case["subject"]) for case in MAIL_CASES]
    made = [[link["href"] for link in found] for found in each(page, "links", MAIL, given)]
    names = ("mailto", "gmail", "outlook", "work")
    assert made == [[case[name] for name in names] for case in MAIL_CASES]


def test_a_letter_fits_in_a_mail_link_up_to_the_same_word(page: Page) -> None:
    letters = [wordy(words) for words in (*range(150, 320), *range(600, 1_000))]
    made = each(page, "links", MAIL, [mail(letter, TO, SUBJECT) for letter in letters])
    for found, letter in zip(made, letters, strict=True):
        programs = (links.mailto, links.gmail, links.outlook)
        whole = [program(letter, clean(TO), clean(SUBJECT)).has_body for program in programs]
        assert [link["hasBody"] for link in found[:3]] == whole
    for program in range(3):
        assert {found[program]["hasBody"] for found in made} == {True, False}


def test_a_draft_email_is_the_same_bytes(page: Page) -> None:
    """Names of all scripts, emoji, right-to-left words and long lines, in the body and the head."""
    bundle = {"email": named_pattern("email"), "reading": detector_file()["reading"]}
    longer = "Zoë 😀 سلام 👩‍👩‍👧 Łukasz " * 9
    cases = [
        *((case["text"], case["to"], case["subject"]) for case in MAIL_CASES),
        *((case["text"] + longer * 9, TO, case["subject"] + longer) for case in MAIL_CASES),
        *(("Plain.", to, "=?a?=") for to in ("", "é@b.example", "a@b.example, c@d.example", "a")),
        *(("x " * length, TO, "y" * length) for length in range(50, 70)),
    ]
    given = [[letter_json(story(text)), to, title, bundle] for text, to, title in cases]
    expected = [as_eml(story(text), clean(to), clean(title)) for text, to, title in cases]
    assert each(page, "eml", "engine.asEml(...given)", given) == [e.decode() for e in expected]


def story(text: str) -> Letter:
    return LETTER.with_paragraphs((Paragraph(Kind.STORY, clean(text)),))


def mail(letter: Letter, to: str, subject: str) -> list[Any]:
    return [letter_json(letter), to, subject, LIMITS]


def test_days_are_written_as_letters_have_them(page: Page) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 800, 13)]
    written = each(page, "letter", "engine.writtenDate(given)", [day.isoformat() for day in days])
    assert written == [written_date(day) for day in days]


def test_every_number_is_drawn_as_often_as_the_others(page: Page) -> None:
    draw = "Array.from({ length: 6000 }, () => engine.below(given))"
    ones, sixes = each(page, "random", draw, [1, 6])
    assert set(ones) == {0}
    counts = [sixes.count(n) for n in range(6)]
    assert sum(counts) == len(sixes)
    assert min(counts) > 800  # 1,000 are expected; seven standard deviations are 202
