"""What a phone brings along from a stall becomes the same letter, with only its own words sent."""

from random import Random
from zlib import crc32

import pytest
from flask import Flask
from flask.testing import FlaskClient

from letterwriter.letters.letter import Kind, Letter
from letterwriter.text.cleaning import clean
from tests.unit.letters.golden import TODAY, Case, campaign, cases
from tests.web.visitor import Visitor
from tests.web.walking import LONG, walk

Fields = list[tuple[str, str]]
# Seats as the shipped table has them, and words as on the day of the site.
GOLDEN = [case for case in cases() if not case.seat and case.today == TODAY]
TEACHER = next(case for case in GOLDEN if case.file == "teacher-to-labour")


def sent(case: Case, *, mark: str = "") -> Fields:
    """What the phone's script posts: see letterFields in static/js/transfer/letters.js."""
    letter, sender = case.letter, case.answers.sender
    filled = [p.text for p in letter.paragraphs if p.kind is not Kind.STORY and not p.why]
    filled += [clean("\n".join(letter.recipient)), letter.salutation]
    fields = [
        ("constituency", case.addressee.constituency.code),
        ("name", sender.name),
        ("address", "\n".join(sender.address)),
        ("postcode", sender.postcode),
        *(("concerns", id_) for id_ in case.answers.concern_ids),
        ("ask", case.answers.ask_id),
        ("letter-campaign", campaign().id),
        ("letter-mark", mark or str(crc32("\n".join(filled).encode()) & 0xFFFF)),
        ("letter-made", "\n".join(letter.sender)),
        ("letter-sender", "\n".join(letter.sender)),
        ("letter-date", letter.date),
        ("letter-close", letter.close),
        ("letter-signed", letter.name),
    ]
    return fields + paragraphs(letter)


def paragraphs(letter: Letter) -> Fields:
    """Where each paragraph's words are; the words themselves only for the writer's own."""
    fields = []
    for i, paragraph in enumerate(letter.paragraphs):
        start = f"letter-paragraphs-{i}"
        fields += [
            (f"{start}-kind", paragraph.kind.value),
            (f"{start}-id", paragraph.id),
            (f"{start}-choice", ".".join(map(str, paragraph.choice))),
        ]
        if paragraph.kind is Kind.STORY or paragraph.why:
            fields.append((f"{start}-text", paragraph.text))
    return fields


def replaced(fields: Fields, name: str, value: str) -> Fields:
    """The same fields, one of them with another value."""
    assert name in dict(fields)
    return [(each, value if each == name else old) for each, old in fields]


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app.test_client())


def take(visitor: Visitor, fields: Fields) -> Visitor:
    """Go on as the phone's script does."""
    return visitor.post("/take", fields)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.file)
def test_a_letter_comes_along_word_for_word(visitor: Visitor, case: Case) -> None:
    take(visitor, sent(case))
    assert "Your letter came along. You can let the tablet be cleared now." in visitor.text
    assert visitor.paragraphs == [p.text for p in case.letter.paragraphs]
    assert visitor.values("letter-recipient") == ["\n".join(case.letter.recipient)]
    assert visitor.values("letter-salutation") == [case.letter.salutation]
    visitor.press("Send or print").press("Print it").press("Save as plain text")
    assert visitor.answer.data == case.path.read_bytes()


def test_the_answers_come_along_too(visitor: Visitor) -> None:
    take(visitor, sent(TEACHER))
    (story,) = TEACHER.answers.stories
    assert visitor.values(f"story-{story.prompt_id}") == [story.text]
    assert sorted(visitor.values("concerns")) == sorted(TEACHER.answers.concern_ids)
    assert visitor.values("ask") == [TEACHER.answers.ask_id]
    assert visitor.values("name") == [TEACHER.answers.sender.name]
    assert visitor.values("postcode") == [TEACHER.answers.sender.postcode]


def test_words_of_ours_that_changed_meanwhile_are_said_to_have_changed(visitor: Visitor) -> None:
    take(visitor, sent(TEACHER, mark="1"))
    assert "A few words of ours have been brought up to date" in visitor.text


def test_a_changed_salutation_stays_changed(visitor: Visitor) -> None:
    take(visitor, [*sent(TEACHER), ("letter-salutation", "Dear Lucy")])
    assert visitor.values("letter-salutation") == ["Dear Lucy"]


def test_an_emptied_paragraph_stays_empty(visitor: Visitor) -> None:
    take(visitor, [*sent(TEACHER), ("letter-paragraphs-0-text", "")])
    assert visitor.paragraphs[0] == ""


def test_a_concern_that_nobody_knows_is_left_out_and_said(visitor: Visitor) -> None:
    written = TEACHER.letter.paragraphs
    index = next(i for i, p in enumerate(written) if p.kind is Kind.CONCERN)
    take(visitor, replaced(sent(TEACHER), f"letter-paragraphs-{index}-id", "gone-by-now"))
    assert "but for paragraphs that we no longer offer" in visitor.text
    assert visitor.paragraphs == [p.text for i, p in enumerate(written) if i != index]


def test_of_another_campaign_only_the_writers_own_words_are_taken(visitor: Visitor) -> None:
    take(visitor, replaced(sent(TEACHER), "letter-campaign", "an-older-campaign"))
    assert "but for paragraphs that we no longer offer" in visitor.text
    assert visitor.paragraphs == [p.text for p in TEACHER.letter.paragraphs if p.kind is Kind.STORY]


def test_an_unknown_constituency_is_chosen_anew_and_nothing_is_lost(visitor: Visitor) -> None:
    take(visitor, replaced(sent(TEACHER), "constituency", "E99999999"))
    assert "does not have the constituency it was written for" in visitor.text
    visitor.fill(constituency="Bristol Central").press("Find it").press(LONG)
    walk(visitor, "letter", {})
    (story,) = TEACHER.answers.stories
    assert story.text in visitor.paragraphs
    assert "Dear Carla Denyer" in visitor.values("letter-salutation")


def test_choices_are_ticked_further_on(visitor: Visitor) -> None:
    chosen = [("concerns", "thirty-months"), ("concerns", "delay"), ("ask", "write-for-me")]
    take(visitor, chosen)
    assert "Your choices came along. Begin with your postcode" in visitor.text
    visitor.fill(postcode="M14 5TP").press("Find my MP").press(LONG)
    walk(visitor, "worries", {"prompts": []})
    assert sorted(visitor.values("concerns")) == ["delay", "thirty-months"]
    assert visitor.values("ask") == ["write-for-me"]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ([("concerns", "delay"), ("ask", "gone")], "but for one or more that we no longer offer"),
        ([("concerns", "gone")], "What you chose is no longer offered here"),
        ([("name", "Amina")], "What you chose is no longer offered here"),
    ],
)
def test_choices_that_nobody_knows_are_left_out_and_said(
    visitor: Visitor, chosen: Fields, said: str
) -> None:
    take(visitor, chosen)
    assert said in visitor.text
    assert not {"gone", "Amina"} & {str(field.get("value")) for field in visitor.page("input")}


def test_without_javascript_the_page_says_what_to_do(client: FlaskClient) -> None:
    visitor = Visitor(client).open("/take")
    assert "Turn it on and scan the code again" in visitor.text
    assert "Start a letter here" in visitor.text


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_posted_there_is_a_page(visitor: Visitor, seed: int) -> None:
    random = Random(seed)
    fields = [
        (name, random.choice((value, "", "1.2.99", "🙂", "-1")))
        for name, value in sent(TEACHER)
        if random.random() < 0.9
    ]
    take(visitor, fields)
    assert visitor.answer.status_code == 200
