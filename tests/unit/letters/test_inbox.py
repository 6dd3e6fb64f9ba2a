"""Ten letters of one campaign side by side: whether a sentence stands twice."""

from dataclasses import replace
from random import Random

import pytest

from letterwriter.letters.inbox import AIMS, Aims, Inbox, Measured, Setting, campaign_runs
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.letters.simulation import load_stories
from letterwriter.parliament.members import Role
from letterwriter.paths import DATA
from letterwriter.text.cleaning import clean
from tests.unit.letters.golden import TODAY, campaign

STORIES = load_stories(DATA / "simulated_stories.txt")
LETTER = Letter((), clean("1 May 2027"), (), clean("Dear Jo"), (), clean("Yours"), clean("A"))


def letter(*texts: str, kind: Kind = Kind.CONCERN) -> Letter:
    made = (
        Paragraph(
            kind, clean(text), f"id-{text[:9]}", (0,), clean("" if kind is Kind.STORY else text)
        )
        for text in texts
    )
    return replace(LETTER, paragraphs=tuple(made))


def measured(*letters: Letter) -> Measured:
    found = Measured()
    found.add(letters)
    return found


EIGHT = "one two three four five six seven eight"


def test_a_run_of_eight_words_in_both_is_what_two_letters_share() -> None:
    assert measured(letter(f"{EIGHT} nine"), letter(f"zero {EIGHT}")).sharing == 1
    seven = EIGHT.removesuffix(" eight")
    assert measured(letter(f"{seven} nine"), letter(f"{seven} ten")).sharing == 0
    assert measured(letter(f"{EIGHT}."), letter(EIGHT.upper())).sharing == 1


def test_a_run_goes_over_no_end_of_a_paragraph_and_counts_no_story() -> None:
    assert campaign_runs(letter("one two three four", "five six seven eight")) == frozenset()
    assert campaign_runs(letter(EIGHT, kind=Kind.STORY)) == frozenset()


def test_what_the_writer_adds_to_a_concern_is_not_the_campaigns() -> None:
    (paragraph,) = letter("We all saw it.").paragraphs
    told = replace(paragraph, text=clean(f"{EIGHT} We all saw it."))
    assert campaign_runs(replace(LETTER, paragraphs=(told,))) == frozenset()


def test_three_common_sentences_and_the_copies_of_a_run_are_counted() -> None:
    parts = tuple(f"{n} {EIGHT}" for n in ("red", "blue", "green"))
    found = measured(letter(*parts), letter(*parts), letter(parts[0]))
    assert (found.pairs, found.three_sentences, found.middle_copies) == (3, 1, 3)


def test_what_is_past_an_aim_is_told_with_both_numbers() -> None:
    found = measured(*(letter(EIGHT) for _ in range(4)))
    told = list(found.missed(Aims(sharing=0.5, copies=3, p99=0.4)))
    assert "pairs with a common run 100%, at most 50%" in told
    assert "one run in 4 letters, at most 3" in told
    assert "shingles at the 99th percentile 1.00, at most 0.40" in told
    assert list(found.missed(Aims(sharing=1.0))) == []


@pytest.mark.parametrize("setting", Setting)
@pytest.mark.parametrize("role", Role)
def test_our_letters_keep_to_the_aims(role: Role, setting: Setting) -> None:
    inbox = Inbox(campaign(), role, TODAY, Random(f"{role} {setting}"))
    found = Measured()
    for _ in range(25):
        found.add(inbox.letters(setting, 10, STORIES))
    assert list(found.missed(AIMS[setting])) == []


def test_letters_as_offered_have_other_concerns_and_those_of_the_same_choices_the_same() -> None:
    inbox = Inbox(campaign(), Role.BACKBENCHER, TODAY, Random(1))

    def concerns(setting: Setting) -> set[tuple[str, ...]]:
        letters = inbox.letters(setting, 10, ())
        return {tuple(p.id for p in x.paragraphs if p.kind is Kind.CONCERN) for x in letters}

    assert len(concerns(Setting.OFFERED)) > 5
    assert len(concerns(Setting.SAME)) == 1
    assert [len(ids) for ids in concerns(Setting.SHORT)] == [1]
