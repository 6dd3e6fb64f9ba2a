"""Letters that follow another, as anyone can read them in review: see `make golden`."""

import pytest

from letterwriter.documents.text import as_text
from letterwriter.letters.letter import Kind
from letterwriter.letters.subject import subject_of
from letterwriter.parliament.addressee import addressee
from letterwriter.text.passage import fill
from letterwriter.text.word_split import words_of
from tests.unit.letters.golden import campaign, parliament
from tests.unit.letters.second import SECOND, SecondCase, second_cases

each = pytest.mark.parametrize("case", second_cases(), ids=lambda case: case.file)
FEWEST, MOST = 60, 120  # words of the campaign's: a short letter


@each
def test_the_letter_is_the_one_that_was_read_and_agreed(
    case: SecondCase, pytestconfig: pytest.Config
) -> None:
    made = as_text(case.letter)
    if pytestconfig.getoption("--write-golden"):
        case.path.write_text(made, "utf-8", newline="\n")
    assert made == case.path.read_bytes().decode(), "if this is meant: make golden, and read it"


def test_every_case_has_a_letter_and_every_letter_a_case() -> None:
    assert {path.stem for path in SECOND.glob("*.txt")} == {case.file for case in second_cases()}
    assert {case.first.case for case in second_cases()} == {case.id for case in campaign().again}


@each
def test_it_is_short_and_quotes_the_first_letters_day_and_question(case: SecondCase) -> None:
    body = [p.text for p in case.letter.paragraphs if p.kind is not Kind.STORY]
    assert FEWEST <= len(words_of(" ".join(body))) <= MOST
    assert "25 November 2026" in body[0]
    asked = case.first.slots.get("first-ask")
    assert (f"“{asked}”" in body[0]) if asked else "“" not in body[0]


@each
def test_its_subject_says_that_it_follows_another(case: SecondCase) -> None:
    to = addressee(case.seat, parliament())
    assert to
    own = {fill(subject, to.slots) for subject in campaign().again_subjects}
    assert subject_of(case.letter, campaign(), to) in own


def test_each_sentence_has_four_wordings_for_every_role() -> None:
    for case in campaign().again:
        for passage in (case.opening, case.asked, case.request):
            for _, words in passage.all:
                assert all(len(set(sentence)) >= 4 for sentence in words.sentences)
