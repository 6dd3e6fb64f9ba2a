"""Whole letters that anyone can read in review. To write them anew: make golden."""

import pytest

from letterwriter.domain.advice import advise
from letterwriter.domain.letter import Kind
from letterwriter.domain.parliament import Role
from letterwriter.domain.safety import findings
from letterwriter.domain.topic import Topic
from letterwriter.outputs.text import as_text
from tests.unit.golden import GOLDEN, TODAY, Case, campaign, cases

each_case = pytest.mark.parametrize("case", cases(), ids=lambda case: case.file)


@each_case
def test_the_letter_is_the_one_that_was_read_and_agreed(
    case: Case, pytestconfig: pytest.Config
) -> None:
    made = as_text(case.letter)
    if pytestconfig.getoption("--write-golden"):
        case.path.write_text(made, "utf-8", newline="\n")
    assert made == case.path.read_bytes().decode(), "if this is meant: make golden, and read it"


def test_there_is_a_letter_for_every_case_and_none_besides() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {case.file for case in cases()}
    assert len(cases()) >= 25


def test_the_letters_go_to_members_of_every_role_and_use_every_prompt_and_concern() -> None:
    assert {case.addressee.role for case in cases()} == set(Role)
    told = {story.prompt_id for case in cases() for story in case.answers.stories}
    assert told == {prompt.id for prompt in campaign().prompts}
    worried = {id_ for case in cases() for id_ in case.answers.concern_ids}
    assert worried == {concern.id for concern in campaign().concerns}


@each_case
def test_the_ask_fits_what_the_member_can_do(case: Case) -> None:
    fit = campaign().asks_on(TODAY, case.addressee.role)
    assert case.answers.ask_id in {ask.id for ask in fit}
    (ask,) = (p for p in case.letter.paragraphs if p.kind is Kind.ASK)
    assert ask.text.endswith("?")


@each_case
def test_a_letter_says_what_its_writer_chose_and_nothing_besides(case: Case) -> None:
    said = [(p.kind, p.id) for p in case.letter.paragraphs[1:-1]]
    assert said == [
        *((Kind.STORY, story.prompt_id) for story in case.answers.stories),
        *((Kind.CONCERN, id_) for id_ in case.answers.concern_ids),
        (Kind.ASK, case.answers.ask_id),
    ]


@each_case
def test_the_letter_needs_no_warning_but_of_its_length_or_of_few_own_words(case: Case) -> None:
    allowed = {Topic.NO_STORY, Topic.FEW_OWN_WORDS, Topic.TOO_LONG}
    assert {item.topic for item in advise(case.letter)} <= allowed


@each_case
def test_the_campaigns_own_words_would_pass_if_a_writer_typed_them(case: Case) -> None:
    for paragraph in case.letter.paragraphs:
        assert findings(paragraph.template) == []


@pytest.mark.parametrize(
    ("file", "greeting"),
    [
        ("knight-without-an-email", "Dear Sir Julian,"),
        ("no-story-to-a-dame", "Dear Dame Meg,"),
        ("doctor-as-an-mp", "Dear Dr Arthur,"),
        ("unsure-to-the-conservatives", "Dear Mrs Badenoch,"),
        ("vicar-to-a-deputy-speaker", "Dear Ms Ghani,"),
        ("name-in-arabic", "Dear Mr Hussain,"),
        ("neighbour-to-the-speaker", "Dear Mr Speaker,"),
        ("teacher-to-labour", "Dear Lucy Powell,"),
        ("sinn-fein-without-an-email", "Dear Órfhlaith Begley,"),
    ],
)
def test_the_member_is_greeted_as_they_are_known(file: str, greeting: str) -> None:
    assert f"\n\n{greeting}\n\n" in (GOLDEN / f"{file}.txt").read_text("utf-8")
