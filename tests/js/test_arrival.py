"""What a phone's page makes of a code: the same letter, with the campaign's words put in there."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from letterwriter.letters.letter import Kind, Paragraph
from letterwriter.offline import seats
from letterwriter.parliament.members import Parliament
from letterwriter.text.cleaning import clean, clean_line
from tests.js.asking import each
from tests.js.plain import answers_json, letter_json
from tests.js.test_taking import drafts, given
from tests.js.worlds import open_world
from tests.unit.letters.golden import TODAY, Case, cases, parliament

pytestmark = pytest.mark.browser

Plain = dict[str, Any]
WITHOUT = "letter-without"
# Seats as the shipped table has them, and words as on the day of the site.
GOLDEN = [case for case in cases() if not case.seat and case.today == TODAY]
TEACHER = next(case for case in GOLDEN if case.file == "teacher-to-labour")


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """One page in which every code is opened."""
    page = browser.new_page(base_url=site, service_workers="block")
    open_world(page, parliament(), TODAY)
    yield page
    page.close()


def of_case(case: Case) -> Plain:
    """A letter as the stall's page has it."""
    (seat,) = seats.seats(Parliament([case.from_seat]))
    letter = letter_json(case.letter)
    return {"seat": seat, "answers": answers_json(case.answers), "letter": letter}


def parcels(phone: Page, letters: list[Plain]) -> list[Plain]:
    """What comes out of the codes of these letters."""
    return each(phone, "taking", "engine.taken(given, world).unpacked", letters)


def land(phone: Page, parcel: Plain, code: str = "") -> Plain:
    """Where a parcel leads; ``code`` is of the constituency that is chosen then."""
    (landed,) = each(phone, "taking", "engine.landed(given, world)", [[parcel, code]])
    found: Plain = landed
    return found


@pytest.fixture
def parcel(phone: Page) -> Plain:
    (unpacked,) = parcels(phone, [of_case(TEACHER)])
    return unpacked


def texts(letter: Plain) -> list[str]:
    return [paragraph["text"] for paragraph in letter["paragraphs"]]


def one_of(parcel: Plain, kind: str) -> Plain:
    """The parcel's first paragraph of a kind."""
    found: Plain = next(each for each in parcel["paragraphs"] if each["kind"] == kind)
    return found


def test_a_letter_comes_along_word_for_word(phone: Page) -> None:
    came = [[parcel, ""] for parcel in parcels(phone, [of_case(case) for case in GOLDEN])]
    for case, landed in zip(
        GOLDEN, each(phone, "taking", "engine.landed(given, world)", came), strict=True
    ):
        assert (landed["said"], landed["screen"]) == ("letter", "letter"), case.file
        assert landed["text"] == case.path.read_text("utf-8"), case.file
        assert texts(landed["state"]["letter"]) == [p.text for p in case.letter.paragraphs]


def test_what_was_changed_by_hand_comes_along_too(phone: Page) -> None:
    came = [[parcel, ""] for parcel in parcels(phone, [given(draft) for draft in drafts()])]
    for draft, landed in zip(
        drafts(), each(phone, "taking", "engine.landed(given, world)", came), strict=True
    ):
        there, letter = landed["state"]["letter"], draft.letter
        left = [p for p in letter.paragraphs if clean(p.text) in texts(there)]
        assert not [p for p in letter.paragraphs if p not in left and not is_ours(p)], draft.orders
        assert landed["said"] == ("letter" if len(left) == len(letter.paragraphs) else WITHOUT)
        told = [(paragraph["text"], paragraph["removed"]) for paragraph in there["paragraphs"]]
        assert told == [(clean(p.text), p.removed) for p in left], draft.orders
        for name in ("date", "salutation", "close", "name"):
            assert there[name] == clean_line(getattr(letter, name)), draft.orders
        for name in ("sender", "recipient"):
            assert there[name] == lines(getattr(letter, name)), draft.orders


def is_ours(paragraph: Paragraph) -> bool:
    """Whether it is a choice, in the campaign's words: one that no page would offer goes."""
    return paragraph.kind in (Kind.CONCERN, Kind.ASK) and not paragraph.edited


def lines(block: tuple[str, ...]) -> list[str]:
    """A block as the page has it, without empty lines."""
    return [line.strip() for line in clean("\n".join(block)).split("\n") if line.strip()]


def test_the_answers_come_along_too(phone: Page, parcel: Plain) -> None:
    state = land(phone, parcel)["state"]
    (story,) = TEACHER.answers.stories
    assert state["stories"] == {story.prompt_id: story.text}
    assert state["prompts"] == [story.prompt_id]
    assert sorted(state["concerns"]) == sorted(TEACHER.answers.concern_ids)
    assert state["ask"] == TEACHER.answers.ask_id
    assert state["name"] == TEACHER.answers.sender.name
    assert state["postcode"] == TEACHER.answers.sender.postcode
    assert state["quick"] is False


def test_words_of_ours_that_changed_meanwhile_are_said_to_have_changed(
    phone: Page, parcel: Plain
) -> None:
    assert land(phone, parcel | {"mark": parcel["mark"] ^ 1})["said"] == "letter-changed"


def test_a_changed_salutation_stays_changed(phone: Page, parcel: Plain) -> None:
    parcel["changed"]["salutation"] = "Dear Lucy"
    assert land(phone, parcel)["shown"]["salutation"] == "Dear Lucy"


def test_an_emptied_block_at_the_top_takes_no_letter_with_it(phone: Page, parcel: Plain) -> None:
    parcel["changed"]["sender"] = ""
    landed = land(phone, parcel)
    assert landed["state"]["letter"]["sender"] == []
    assert texts(landed["shown"]) == [p.text for p in TEACHER.letter.paragraphs]


def test_an_emptied_paragraph_stays_empty(phone: Page, parcel: Plain) -> None:
    parcel["paragraphs"][0]["text"] = ""
    assert texts(land(phone, parcel)["shown"])[0] == ""


def renamed(paragraph: Plain, id_: str = "gone-by-now") -> None:
    paragraph["id"] = id_


def wordless(paragraph: Plain) -> None:
    paragraph["choice"] = [0] * 9


@pytest.mark.parametrize("spoil", [renamed, wordless])
@pytest.mark.parametrize("kind", ["concern", "ask"])
def test_what_nobody_knows_is_left_out_and_said(
    phone: Page, parcel: Plain, kind: str, spoil: Callable[[Plain], None]
) -> None:
    spoilt = one_of(parcel, kind)
    place = parcel["paragraphs"].index(spoilt)
    spoil(spoilt)
    landed = land(phone, parcel)
    assert landed["said"] == WITHOUT
    left = [p.text for i, p in enumerate(TEACHER.letter.paragraphs) if i != place]
    assert texts(landed["shown"]) == left


def test_an_ask_that_no_longer_fits_is_left_out_and_said(phone: Page, parcel: Plain) -> None:
    ministers = one_of(parcel, "ask")
    renamed(ministers, "publish-answer")
    landed = land(phone, parcel)
    assert landed["said"] == WITHOUT
    assert not [each for each in landed["shown"]["paragraphs"] if each["kind"] == "ask"]


@pytest.mark.parametrize("kind", ["story", "concern", "ask"])
def test_what_somebody_wrote_stays_where_the_question_is_no_longer_asked(
    phone: Page, parcel: Plain, kind: str
) -> None:
    paragraph = one_of(parcel, kind)
    paragraph["text"] = "These are my words."
    renamed(paragraph)
    landed = land(phone, parcel)
    assert landed["said"] != WITHOUT
    assert texts(landed["shown"]).count("These are my words.") == 1


def test_of_another_campaign_only_the_writers_own_words_are_taken(
    phone: Page, parcel: Plain
) -> None:
    landed = land(phone, parcel | {"campaignId": "an-older-campaign"})
    assert landed["said"] == WITHOUT
    own = [p.text for p in TEACHER.letter.paragraphs if p.kind is Kind.STORY]
    assert texts(landed["state"]["letter"]) == own


def test_an_unknown_constituency_is_chosen_anew_and_nothing_is_lost(
    phone: Page, parcel: Plain
) -> None:
    one_of(parcel, "ask")["text"] = "I ask this of my own."
    parcel["constituency"] = "E99999999"
    bristol = parliament().named("Bristol Central")
    assert bristol
    landed = land(phone, parcel, bristol.constituency.code)
    assert (landed["said"], landed["screen"], landed["state"]["code"]) == (
        "unplaced",
        "by-name",
        "",
    )
    shown = landed["shown"]
    assert shown["salutation"] == "Dear Carla Denyer"
    assert "Carla Denyer" in shown["recipient"][0]
    story = next(p.text for p in TEACHER.letter.paragraphs if p.kind is Kind.STORY)
    assert {story, "I ask this of my own."} < {*texts(shown)}
    ids = {paragraph["id"] for paragraph in shown["paragraphs"]}
    assert {*TEACHER.answers.concern_ids} < ids


@pytest.mark.parametrize(
    ("concerns", "ask", "kept", "said"),
    [
        (["thirty-months", "delay"], "write-for-me", ["thirty-months", "delay"], "choices-all"),
        (["delay"], "gone", ["delay"], "choices-some"),
        (["gone"], "", [], "choices-none"),
    ],
)
def test_choices_that_nobody_knows_are_left_out_and_said(
    phone: Page, concerns: list[str], ask: str, kept: list[str], said: str
) -> None:
    landed = land(phone, {"kind": "choices", "concernIds": concerns, "askId": ask})
    assert (landed["said"], landed["screen"]) == (said, "postcode")
    assert landed["state"]["concerns"] == kept
    assert landed["state"]["ask"] in ("", "write-for-me")
    assert landed["state"]["letter"] is None
