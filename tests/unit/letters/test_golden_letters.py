"""Whole letters that anyone can read in review. To write them anew: make golden."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from letterwriter.documents.text import as_text
from letterwriter.letters.advice import advise
from letterwriter.letters.detectors import Topic, findings
from letterwriter.letters.letter import Kind
from letterwriter.letters.offered import asks_for
from letterwriter.letters.subject import subject_of
from letterwriter.parliament.members import Role
from tests.unit.letters.golden import GOLDEN, TODAY, Case, campaign, cases, untold

LATER = [case for case in cases() if case.today > TODAY]

each_case = pytest.mark.parametrize("case", cases(), ids=lambda case: case.file)
each_later_case = pytest.mark.parametrize("case", LATER, ids=lambda case: case.file)


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
    assert len(cases()) >= 70


def test_each_letter_has_a_line_that_says_how_it_read_and_no_other_has() -> None:
    lines = (GOLDEN / "READING.md").read_text("utf-8").splitlines()
    told = [line.removeprefix("- ").partition(".txt: ") for line in lines if line.startswith("- ")]
    assert [file for file, _, _ in told] == [case.file for case in cases()]
    assert all(said.strip() for _, _, said in told)


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
    fit = asks_for(campaign(), case.addressee, case.today, case.answers.concern_ids)
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


def test_letters_are_dated_before_the_rules_came_in_and_years_after() -> None:
    days = Counter(case.today for case in cases())
    for day in (date(2026, 2, 20), date(2027, 4, 1), date(2027, 12, 1), date(2028, 6, 1)):
        assert days[day] >= 2


@each_later_case
def test_a_letter_of_a_later_year_has_a_subject_a_concern_and_an_ask(case: Case) -> None:
    letter = case.letter
    assert subject_of(letter, campaign(), case.addressee)
    assert {p.kind for p in letter.paragraphs if p.text} >= {Kind.CONCERN, Kind.ASK}


@each_later_case
def test_a_letter_of_a_later_year_prints_no_figure_of_a_fact_that_is_past(case: Case) -> None:
    for paragraph in case.letter.paragraphs:
        assert past_figures(paragraph.template, case.today) == []


def test_a_figure_of_a_fact_that_is_past_would_be_found() -> None:
    stays = "It was five years, and it is 30 months since 2 March 2026."
    assert past_figures(stays, date(2027, 4, 1)) == []
    assert past_figures(stays, date(2027, 12, 1)) == ["2 March 2026", "30 months", "five years"]


def past_figures(text: str, today: date) -> list[str]:
    """The figures in a text that no fact knows but those that are past, in alphabetical order."""
    facts = campaign().facts.values()
    known = {words for f in facts if f.in_date(today) for words in f.figures.values()}
    every = known.union(*(f.figures.values() for f in facts))
    longest_first = "|".join(map(re.escape, sorted(every, key=len, reverse=True)))
    return sorted(set(re.findall(rf"(?<!\w)(?:{longest_first})(?!\w)", text)) - known)
