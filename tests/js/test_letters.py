"""The letter in the browser is the server's, byte for byte, with its changes by hand."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from letterwriter.files.messages import messages
from letterwriter.followup.editor_letter import editor_letter, may_be_public
from letterwriter.followup.meeting_card import meeting_card
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.offline import seats
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.members import Parliament, Role
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.cleaning import clean
from tests.cases import cases as card_cases
from tests.js.asking import each
from tests.js.changes import role_of, written
from tests.js.letters import Draft
from tests.js.plain import letter_json
from tests.js.worlds import open_world
from tests.unit.letters.golden import campaign, cases, parliament
from tests.unit.letters.second import WRITTEN, second_cases

pytestmark = pytest.mark.browser

LETTERS = 500


@cache
def generated() -> list[Draft]:
    return [written(seed) for seed in range(LETTERS)]


def outcomes(page: Page, drafts: list[Draft]) -> list[dict[str, Any]]:
    """What the browser makes of the orders that each draft kept."""
    open_world(page, parliament())
    return each(page, "letters", "engine.outcome(given, world)", [draft.orders for draft in drafts])


def test_every_golden_letter_is_the_same_in_the_browser(page: Page) -> None:
    drafts = [Draft(case.from_seat, case.answers, case.today, case.seed) for case in cases()]
    for case, draft, outcome in zip(cases(), drafts, outcomes(page, drafts), strict=True):
        assert outcome["text"] == case.path.read_bytes().decode(), case.file
        assert outcome["letter"] == letter_json(case.letter), case.file
        assert outcome == draft.outcome, case.file


def test_every_second_letter_is_the_same_in_the_browser(page: Page) -> None:
    drafts = [
        Draft(case.seat, case.answers, WRITTEN, case.seed, first=case.first)
        for case in second_cases()
    ]
    for draft in drafts:
        draft.change("another", 0)
    for draft, outcome in zip(drafts, outcomes(page, drafts), strict=True):
        assert outcome == draft.outcome


def test_every_letter_to_an_editor_is_the_same_in_the_browser(page: Page) -> None:
    open_world(page, parliament())
    words = {"followup": messages("followup")}
    given, ours = [], []
    for case in cases():
        letter, to = case.letter, case.addressee
        given.append({"letter": letter_json(letter), "role": to.role.value, "slots": to.slots})
        public = may_be_public(letter, campaign())
        made = editor_letter(letter, campaign(), to, clean("Leeds"))
        ours.append([public, {"text": made.text, "words": made.words}])
    ask = (
        "[engine.mayBePublic(given.letter, world.campaign), engine.editorLetter(given.letter,"
        f" {{campaign: world.campaign, words: {json.dumps(words)}}}, given, 'Leeds')]"
    )
    assert each(page, "editor_letter", ask, given) == ours


def test_letters_of_all_kinds_are_the_same_in_the_browser_after_every_change(page: Page) -> None:
    made = outcomes(page, generated())
    for seed, (draft, outcome) in enumerate(zip(generated(), made, strict=True)):
        for part, expected in draft.outcome.items():
            assert outcome[part] == expected, f"{part} of letter {seed}: {draft.orders}"


def test_a_card_for_a_meeting_is_the_same_where_its_words_are_odd(page: Page) -> None:
    texts = [*(case["typed"] for case in card_cases("meeting_card")), "word " * 99, "🙂" * 500]
    letters = [
        Letter((), NO_TEXT, (), NO_TEXT, (Paragraph(Kind.OWN, CleanText(text)),), NO_TEXT, NO_TEXT)
        for text in texts
    ]
    said = each(page, "meeting_card", "engine.meetingCard(given)", [*map(letter_json, letters)])
    assert [card["sentences"] for card in said] == [
        [*meeting_card(letter).sentences] for letter in letters
    ]


def test_from_a_vacant_seat_without_a_home_secretary_there_is_nobody_to_write_to(
    page: Page,
) -> None:
    alone = Parliament([replace(next(iter(parliament())), member=None)])
    given = {"seats": seats.seats(alone), "home_secretary": seats.home_secretary(alone)}
    to = "engine.addressee(given.seats[0], { bundle: given, seat: () => given.seats[0] })"
    assert each(page, "addressee", to, [given]) == [None]
    assert addressee(next(iter(alone)), alone) is None


def test_the_letters_that_were_compared_are_of_all_kinds() -> None:
    roles = {role_of(draft.seat) for draft in generated()}
    assert roles == set(Role)
    paragraphs = [p for draft in generated() for p in draft.letter.paragraphs]
    ids = {kind: {p.id for p in paragraphs if p.kind is kind} for kind in Kind}
    assert ids[Kind.OPENING] == {"member"}
    assert ids[Kind.STORY] == {prompt.id for prompt in campaign().prompts}
    assert ids[Kind.CONCERN] == {concern.id for concern in campaign().concerns}
    assert ids[Kind.ASK] == {ask.id for ask in campaign().asks}
    assert ids[Kind.THANKS] == {"email", "post"}
    done = {order[0] for draft in generated() for order in draft.orders}
    assert done == {"make", "again", "another", "moved", "removed", "added", "typed", "block"}
    assert any(p.removed for p in paragraphs)
    assert any(p.edited for p in paragraphs)
    assert any("My letter comes from " in p.text for p in paragraphs)
    assert {(bool(p.why), p.edited) for p in paragraphs if p.kind is Kind.CONCERN} == {
        (why, edited) for why in (True, False) for edited in (True, False)
    }
