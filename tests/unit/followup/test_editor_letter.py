"""A letter to the editor: short, without the MP's block, and not for everybody."""

from dataclasses import replace

import pytest

from letterwriter.followup.editor_letter import editor_letter, may_be_public
from letterwriter.letters.letter import Kind
from letterwriter.text.cleaning import clean
from tests.unit.letters.golden import Case, campaign, cases
from tests.unit.letters.second import second_cases

TOWN = clean("Manchester")
OURS = [case for case in cases() if may_be_public(case.letter, campaign())]


@pytest.mark.parametrize("case", OURS, ids=lambda case: case.file)
def test_it_has_the_writers_words_name_and_town_and_the_address_for_the_editor_alone(
    case: Case,
) -> None:
    letter = case.letter
    made = editor_letter(letter, campaign(), case.addressee, TOWN)
    printed, _, private = made.text.partition("not for publication:")
    assert printed.startswith("Dear Editor,\n")
    for paragraph in letter.standing:
        if paragraph.kind is Kind.STORY:
            assert all(words in printed for words in paragraph.printed)
        if paragraph.kind in (Kind.ASK, Kind.THANKS):
            assert paragraph.text not in made.text
    assert f"{letter.name}\nManchester" in printed
    assert "House of Commons" not in made.text
    for line in letter.sender[1:]:
        assert line in private


def test_one_story_and_a_concern_come_to_what_papers_print() -> None:
    counts = [
        editor_letter(case.letter, campaign(), case.addressee, TOWN).words
        for case in OURS
        if len(case.answers.stories) == 1
    ]
    assert counts
    assert max(counts) <= 200


def test_whoever_is_in_the_asylum_system_is_offered_none() -> None:
    told = [c for c in cases() if "in-the-system" in {s.prompt_id for s in c.answers.stories}]
    assert told
    assert not any(may_be_public(case.letter, campaign()) for case in told)


def test_none_is_offered_of_a_second_letter_or_by_a_campaign_without_words() -> None:
    assert not any(may_be_public(case.letter, campaign()) for case in second_cases())
    assert not may_be_public(OURS[0].letter, replace(campaign(), editor=None))
