"""Whole letters that anyone can read in review. To write them anew: make golden."""

from dataclasses import replace

import pytest

from letterwriter.documents.text import as_text
from letterwriter.letters.advice import advise
from letterwriter.letters.detectors import findings
from letterwriter.letters.letter import Kind
from letterwriter.letters.topic import Topic
from letterwriter.parliament.members import Role
from tests.unit.letters.golden import GOLDEN, TODAY, Case, campaign, cases, untold

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


def test_the_letters_go_to_members_of_every_role() -> None:
    assert {case.addressee.role for case in cases()} == set(Role)


def test_every_prompt_and_concern_is_in_a_letter_that_was_read() -> None:
    lines = untold(campaign(), cases())
    assert not lines, "\n".join(lines)


def test_a_new_prompt_or_concern_without_a_letter_is_named_with_what_to_add_and_where() -> None:
    ours = campaign()
    prompts = (*ours.prompts, replace(ours.prompts[0], id="new-prompt"))
    concerns = (*ours.concerns, replace(ours.concerns[0], id="new-concern"))
    prompt, concern = untold(replace(ours, prompts=prompts, concerns=concerns), cases())
    where = "add a [[letter]] to tests/golden/cases.toml with"
    then = "run `make golden`, and read the new file."
    choice = 'stories = [["new-prompt", "..."]]'
    assert prompt == f'No letter answers the prompt "new-prompt": {where} {choice}, {then}'
    choice = 'concerns = ["new-concern"]'
    assert concern == f'No letter has the concern "new-concern": {where} {choice}, {then}'


def test_a_prompt_or_concern_that_is_gone_is_named_with_the_letters_that_have_it() -> None:
    ours = campaign()
    told = untold(replace(ours, prompts=ours.prompts[1:]), cases())
    (line,) = told
    assert line.startswith(f'No campaign has "{ours.prompts[0].id}" any more')
    assert "two-minutes" in line


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
