"""The subject of a letter's email."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from letterwriter.campaigns.loading import load_campaign
from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Kind, Letter
from letterwriter.letters.subject import subject_of
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Constituency, Country, Member, Role
from letterwriter.text.cleaning import clean

TODAY = date(2026, 11, 22)
CAMPAIGN = load_campaign(Path(__file__).parents[2] / "example_campaign")
TO = Addressee(
    Member("", "Alex Morgan", "Alex Morgan MP", "", ""),
    Role.BACKBENCHER,
    Constituency("", "Newtown East", "", Country.ENGLAND, ()),
)
COMPOSER = Composer(CAMPAIGN, TO, TODAY)
BUS, SAY = (concern.topic for concern in CAMPAIGN.concerns)


def letter(*concerns: str, seed: int = 1) -> Letter:
    stories = (Story("two-minutes", clean("I walked home.")),)
    answers = Answers(Sender(clean("Jo Bloggs")), stories, concerns, "write-for-me")
    return COMPOSER.assemble(answers, Random(seed))


def subjects(*concerns: str) -> list[str]:
    return [subject_of(letter(*concerns, seed=seed), CAMPAIGN, TO) for seed in range(100)]


def test_every_subject_comes_up_with_its_slots_filled() -> None:
    filled = {
        subject.replace("{topic}", BUS).replace("{constituency}", "Newtown East")
        for subject in CAMPAIGN.subjects
    }
    assert set(subjects("last-bus")) == filled


def test_a_letter_without_concerns_has_no_topic_to_name() -> None:
    plain = {subject for subject in CAMPAIGN.subjects if "{topic}" not in subject}
    assert set(subjects()) == {text.replace("{constituency}", "Newtown East") for text in plain}


def test_the_topic_is_that_of_the_first_concern() -> None:
    told = " ".join(subjects("no-say", "last-bus"))
    assert SAY in told
    assert BUS not in told


def test_a_concern_that_the_writer_removed_gives_no_topic() -> None:
    for seed in range(20):
        made = letter("no-say", "last-bus", seed=seed)
        first = next(p for p in made.paragraphs if p.id == "no-say")
        left = tuple(replace(p, removed=p is first) for p in made.paragraphs)
        assert SAY not in subject_of(made.with_paragraphs(left), CAMPAIGN, TO)


def test_it_stays_put_while_the_writer_changes_the_letter() -> None:
    for seed in range(20):
        made = letter("last-bus", seed=seed)
        changed = tuple(
            COMPOSER.another_way(p) if p.kind in (Kind.CONCERN, Kind.ASK) else p
            for p in made.paragraphs
        )
        edited = tuple(
            replace(p, text=clean("My own words.")) if p.kind is Kind.STORY else p for p in changed
        )
        kept = subject_of(made, CAMPAIGN, TO)
        assert subject_of(made, CAMPAIGN, TO) == kept
        assert subject_of(made.with_paragraphs(edited), CAMPAIGN, TO) == kept
