"""What is changing: told from facts that are true and in date, and easily read on any day."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from letterwriter.campaigns.changes import WORDS_A_MINUTE, changes_on, sentences_of
from letterwriter.campaigns.lint.readability import HARDEST, grade
from letterwriter.text.word_split import words_of
from tests.unit.campaigns.test_lint import EXAMPLE, faults_in
from tests.unit.letters.golden import campaign

DAY = timedelta(days=1)
LAST = date(2028, 12, 31)


def days_of_change() -> list[date]:
    """Each day through 2028 on which what is told becomes another, and a day in between."""
    facts = [campaign().facts[id_] for part in campaign().changes for id_ in part.fact_ids]
    days = {day for fact in facts for day in (fact.true_from, fact.review_by + DAY)}
    return sorted({date(2025, 11, 17), date(2026, 11, 22), LAST} | {d for d in days if d <= LAST})


def test_on_every_day_it_is_read_in_two_minutes_at_grade_8() -> None:
    for day in days_of_change():
        parts = changes_on(campaign(), day)
        told = list(sentences_of(parts))
        assert parts, day
        assert sum(len(words_of(each)) for each in told) <= 2 * WORDS_A_MINUTE, day
        assert grade(told) <= HARDEST, day


def test_nothing_is_told_before_it_is_true_or_after_its_review_date() -> None:
    for day in days_of_change():
        for part in changes_on(campaign(), day):
            assert all(fact.in_date(day) for fact in part.facts)
            ids = next(each.fact_ids for each in campaign().changes if each.title == part.title)
            past = [id_ for id_ in ids if campaign().facts[id_].review_by < day]
            assert part.waits == bool(past), "whoever reads knows that something is left out"
    (first,) = changes_on(campaign(), date(2025, 11, 16))
    assert [fact.id for fact in first.facts] == ["family-reunion"], "true before the paper"


def test_the_governments_case_is_told_as_long_as_what_it_wants_to_change() -> None:
    for day in days_of_change():
        told = [part.facts for part in changes_on(campaign(), day)]
        assert told[-1] or not any(told), day


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    """Put one mistake into a copy of the example, and tell what is found."""

    def break_and_check(file: str, right: str, wrong: str) -> list[str]:
        folder = shutil.copytree(EXAMPLE, tmp_path / "campaign")
        path = folder / file
        words = path.read_text("utf-8")
        assert right in words
        path.write_text(words.replace(right, wrong, 1), "utf-8")
        return faults_in(folder)

    return break_and_check


@pytest.mark.parametrize(
    ("file", "right", "wrong", "found"),
    [
        ("campaign.toml", 'facts = ["last-bus"]', 'facts = ["bus"]', "one or more facts of facts"),
        ("campaign.toml", 'facts = ["last-bus"]', 'facts = ["last-bus", "last-bus"]', "twice"),
        ("facts.toml", 'says = "', 'says = "Notwithstanding considerable opposition, ', "grade"),
        ("campaign.toml", "How things stand", "How " + "very " * 480, "read in 2 minutes"),
        ("concerns/last-bus.toml", "stands = ", "# stands = ", "how this stands, in one sentence"),
        ("concerns/last-bus.toml", "about = ", "# about = ", "should be text"),
        ("concerns/last-bus.toml", 'about = "', f'about = "{"A bus is late. " * 8}', "to 30"),
        ("concerns/last-bus.toml", 'about = "', 'about = "120 villages wait. ', "into facts.toml"),
        ("concerns/no-say.toml", 'about = "', 'stands = "{last-bus.asked}."\nabout = "', "add it"),
    ],
)
def test_what_is_told_before_the_letter_is_checked_as_letters_are(
    broken: Callable[[str, str, str], list[str]], file: str, right: str, wrong: str, found: str
) -> None:
    told = broken(file, right, wrong)
    assert [line for line in told if line.startswith(file) and found in line], told


def test_how_a_concern_stands_goes_with_its_facts_and_what_it_is_stays() -> None:
    fact = campaign().facts["leave-30"]
    for day, stands in ((fact.review_by, True), (fact.review_by + DAY, False)):
        (told,) = (each for each in campaign().concerns_on(day) if each.id == "thirty-months")
        assert told.about
        assert (fact.figures["months"] in told.stands) == stands == bool(told.stands)
