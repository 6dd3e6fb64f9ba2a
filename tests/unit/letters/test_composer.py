from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.parliament.addressee import Addressee, addressee
from letterwriter.parliament.members import Constituency, Country, Parliament, Role, Seat
from letterwriter.text.cleaning import clean
from letterwriter.text.passage import slots_of
from tests.cleaned import lines
from tests.unit.letters.golden import TODAY, campaign, parliament

SENDER = Sender(
    clean("Amina Yusuf"),
    lines("1 High Street", "Manchester"),
    clean("M14 5TP"),
    clean("amina@example.org"),
)
ANSWERS = Answers(
    SENDER,
    (
        Story("faith", clean("We lay one more place.")),
        Story("neighbour", clean("She lends me eggs.")),
    ),
    ("twenty-years", "families-apart"),
    "write-for-me",
)


def seat(name: str) -> Seat:
    found = parliament().named(name)
    assert found
    return found


def to(name: str) -> Addressee:
    found = addressee(seat(name), parliament())
    assert found
    return found


def made(answers: Answers = ANSWERS, *, name: str = "Manchester Rusholme", seed: int = 1) -> Letter:
    return Composer(campaign(), to(name), TODAY).assemble(answers, Random(seed))


def test_a_letter_says_who_writes_then_why_then_what_worries_them_then_what_they_ask() -> None:
    assert [(p.kind, p.id) for p in made().paragraphs] == [
        (Kind.OPENING, "member"),
        (Kind.STORY, "faith"),
        (Kind.STORY, "neighbour"),
        (Kind.CONCERN, "twenty-years"),
        (Kind.CONCERN, "families-apart"),
        (Kind.ASK, "write-for-me"),
        (Kind.THANKS, "post"),
    ]


def test_the_blocks_hold_the_writer_the_day_and_the_member() -> None:
    letter = made()
    assert letter.sender == (
        "Amina Yusuf",
        "1 High Street",
        "Manchester",
        "M14 5TP",
        "amina@example.org",
    )
    assert letter.date == "22 November 2026"
    assert letter.recipient == ("Afzal Khan MP", "House of Commons", "London", "SW1A 0AA")
    assert (letter.salutation, letter.close, letter.name) == (
        "Dear Afzal Khan",
        "Yours sincerely",
        "Amina Yusuf",
    )


def test_the_same_seed_gives_the_same_letter_and_others_give_others() -> None:
    assert made(seed=5) == made(seed=5)
    assert len({made(seed=seed) for seed in range(20)}) == 20


def test_a_days_date_has_no_nought_before_it() -> None:
    letter = Composer(campaign(), to("Bath"), date(2027, 3, 2)).assemble(ANSWERS, Random(1))
    assert letter.date == "2 March 2027"


def test_a_reply_is_asked_for_by_email_only_from_those_who_want_one() -> None:
    by_email = replace(ANSWERS, sender=replace(SENDER, reply_by_email=True))
    for seed in range(20):
        assert "mail" in made(by_email, seed=seed).paragraphs[-1].text.casefold()
        assert "mail" not in made(seed=seed).paragraphs[-1].text.casefold()


def test_no_stories_no_concerns_and_no_ask_still_make_a_letter() -> None:
    bare = made(Answers(Sender(clean("A")), (Story("faith", clean("  \n ")),)))
    assert [p.kind for p in bare.paragraphs] == [Kind.OPENING, Kind.THANKS]
    assert bare.sender == ("A",)


def test_a_lead_in_begins_the_story_where_the_writer_keeps_it() -> None:
    lead_in = campaign().prompt("faith").lead_in
    kept = made(replace(ANSWERS, stories=(Story("faith", clean("We cook."), lead_in=True),)))
    assert kept.paragraphs[1].text == f"{lead_in} We cook."
    assert kept.paragraphs[1].template == lead_in
    dropped = made(replace(ANSWERS, stories=(Story("faith", clean("We cook.")),)))
    assert (dropped.paragraphs[1].text, dropped.paragraphs[1].template) == ("We cook.", "")


def test_a_prompt_without_a_lead_in_or_unknown_adds_nothing() -> None:
    for prompt in ("two-minutes", "no-such-prompt", ""):
        story = made(replace(ANSWERS, stories=(Story(prompt, clean("We cook."), lead_in=True),)))
        assert story.paragraphs[1].text == "We cook."


SLOTTED = st.text(st.sampled_from("{}abc.-[]% "), max_size=30) | st.sampled_from(
    ["{constituency}", "{leave-30.months}", "{mp_name}", "{}", "{{council}}", "%s", "{0}"]
)


@given(words=SLOTTED.filter(str.strip), name=SLOTTED, address=SLOTTED)
def test_what_people_type_is_never_filled_as_a_slot(words: str, name: str, address: str) -> None:
    sender = Sender(clean(name), lines(address))
    letter = made(Answers(sender, (Story("two-minutes", clean(words)),), ("twenty-years",)))
    assert letter.paragraphs[1].text == words.strip()
    assert (letter.name, letter.sender) == (clean(name), sender.block)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("My neighbour waits", "My neighbour waits. "),
        ("my neighbour waits.", "my neighbour waits. "),
        ("Why should she wait?", "Why should she wait? "),
        ("It is wrong!", "It is wrong! "),
        ("She waits…", "She waits… "),
        ("They told her “wait”", "They told her “wait” "),
        ("She is seven (and waits)", "She is seven (and waits). "),
        ("ہم پڑوسی ہیں۔", "ہم پڑوسی ہیں۔ "),
    ],
)
def test_why_a_concern_matters_is_the_first_sentence_of_its_paragraph(why: str, said: str) -> None:
    letter = made(replace(ANSWERS, whys={"families-apart": clean(why)}))
    plain = made()
    assert letter.paragraphs[4].text == said + plain.paragraphs[4].text
    assert letter.paragraphs[4].template == plain.paragraphs[4].text
    assert not letter.paragraphs[4].edited
    assert letter.paragraphs[:4] + letter.paragraphs[5:] == (
        plain.paragraphs[:4] + plain.paragraphs[5:]
    )


def test_said_another_way_a_concern_keeps_why_it_matters() -> None:
    letter = made(replace(ANSWERS, whys={"twenty-years": clean("My neighbour waits")}))
    composer = Composer(campaign(), to("Manchester Rusholme"), TODAY)
    before = letter.paragraphs[3]
    for mine in (before, replace(before, text=clean("In my words."))):
        after = composer.another_way(mine)
        assert after.text == f"My neighbour waits. {after.template}"
        assert after.template != before.template
        assert not after.edited


@given(seed=st.integers(0, 10_000))
def test_no_slot_is_left_in_what_the_campaign_says(seed: int) -> None:
    for paragraph in made(seed=seed, name="Ynys Môn").paragraphs:
        assert not slots_of(paragraph.text)
        assert "{" not in paragraph.text


def test_from_a_vacant_seat_the_letter_goes_to_the_home_secretary_and_says_so() -> None:
    empty = replace(seat("Stockport"), member=None)
    home = addressee(empty, parliament())
    assert home
    assert (home.role, home.constituency.name) == (Role.VACANT, "Stockport")
    for seed in range(20):
        letter = Composer(campaign(), home, TODAY).assemble(ANSWERS, Random(seed))
        opening = letter.paragraphs[0]
        assert letter.recipient[0] == home.member.envelope_name
        assert "Stockport" in opening.text
        assert "you, my MP" not in opening.text
        assert "you are" not in opening.text


def test_with_neither_a_member_nor_a_home_secretary_there_is_nobody_to_write_to() -> None:
    empty = replace(seat("Stockport"), member=None)
    assert addressee(empty, Parliament([empty])) is None


@pytest.mark.parametrize(
    ("councils", "spoken"),
    [
        (("Leeds",), "Leeds"),
        (("Bristol, City of",), "the City of Bristol"),
        (("Herefordshire, County of",), "the County of Herefordshire"),
        (("City of Edinburgh",), "the City of Edinburgh"),
        (("Isle of Anglesey",), "the Isle of Anglesey"),
        (("Bournemouth, Christchurch and Poole",), "Bournemouth, Christchurch and Poole"),
        (("Manchester", "Tameside"), None),
        ((), None),
    ],
)
def test_a_council_is_named_as_people_say_it_and_only_where_there_is_one(
    councils: tuple[str, ...], spoken: str | None
) -> None:
    place = Constituency("E14000001", "Anywhere", "", Country.ENGLAND, councils)
    member = seat("Bath").member
    assert member
    assert Addressee(member, Role.BACKBENCHER, place).slots.get("council") == spoken


def test_no_letter_speaks_of_the_council_area_where_there_are_several() -> None:
    for seed in range(50):
        assert "comes from " not in made(seed=seed, name="Gorton and Denton").paragraphs[0].text
    assert any(
        "My letter comes from Manchester," in made(seed=s).paragraphs[0].text for s in range(100)
    )


def test_another_way_to_say_it_goes_round_without_leaving_the_paragraph() -> None:
    composer = Composer(campaign(), to("Bath"), TODAY)
    start = composer.assemble(ANSWERS, Random(1)).paragraphs[3]
    seen, paragraph = {start.text}, start
    for _ in range(3):
        paragraph = composer.another_way(paragraph)
        assert (paragraph.kind, paragraph.id) == (start.kind, start.id)
        assert not paragraph.edited
        seen.add(paragraph.text)
    assert len(seen) == 4


def test_the_writers_own_paragraphs_have_no_other_way_to_say_them() -> None:
    composer = Composer(campaign(), to("Bath"), TODAY)
    for own in (
        Paragraph(Kind.STORY, clean("Mine."), "faith"),
        Paragraph(Kind.OWN, clean("Mine.")),
    ):
        assert composer.another_way(own) == own
