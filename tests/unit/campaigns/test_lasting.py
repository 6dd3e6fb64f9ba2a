"""What stands in letters when a fact is out of date, or not yet true."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from letterwriter.campaigns.campaign import Campaign, Concern
from letterwriter.campaigns.lint.lasting import check_lasting
from letterwriter.campaigns.loading import load_campaign
from letterwriter.letters.answers import Answers, Sender
from letterwriter.letters.composer import Composer
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Constituency, Country, Member, Role
from letterwriter.text.cleaning import clean

EXAMPLE = load_campaign(Path(__file__).parents[2] / "example_campaign")
RESTING, FREE = EXAMPLE.concerns  # on a fact, and on none
FACT = EXAMPLE.facts["last-bus"]
REVIEW, NEXT_DAY = FACT.review_by, FACT.review_by + timedelta(1)
TO = Addressee(
    Member("", "Alex Morgan", "Alex Morgan MP", "", ""),
    Role.BACKBENCHER,
    Constituency("", "Newtown East", "", Country.ENGLAND, ()),
)


def with_concern(concern: Concern) -> Campaign:
    return replace(EXAMPLE, concerns=(concern,))


def resting_asks(*roles: Role) -> Campaign:
    """The example with asks that rest on its fact where they fit one of these roles."""
    asks = (
        replace(ask, fact_ids=("last-bus",)) if ask.roles & set(roles) else ask
        for ask in EXAMPLE.asks
    )
    return replace(EXAMPLE, asks=tuple(asks))


def body(today: date) -> str:
    answers = Answers(Sender(clean("Jo Bloggs")), (), ("last-bus",))
    return " ".join(Composer(EXAMPLE, TO, today).assemble(answers, Random(1)).body)


def test_up_to_its_review_date_a_concern_prints_its_figures_and_none_after() -> None:
    assert EXAMPLE.words_on(RESTING, REVIEW) is RESTING.passage
    assert EXAMPLE.words_on(RESTING, NEXT_DAY) is RESTING.evergreen
    assert FACT.figures["villages"] in body(REVIEW)
    assert FACT.figures["villages"] not in body(NEXT_DAY)


def test_a_concern_past_its_own_date_prints_no_figures_either() -> None:
    old = replace(RESTING, review_by=REVIEW - timedelta(1))
    assert EXAMPLE.words_on(old, REVIEW) is RESTING.evergreen


def test_before_a_fact_is_true_what_rests_on_it_is_not_offered() -> None:
    before = FACT.true_from - timedelta(1)
    assert [concern.id for concern in EXAMPLE.concerns_on(before)] == [FREE.id]
    offered = [concern.id for concern in EXAMPLE.concerns_on(FACT.true_from)]
    assert offered == [concern.id for concern in EXAMPLE.concerns]
    asked = resting_asks(Role.SPEAKER).asks_on(before, Role.SPEAKER)
    assert asked == ()


def test_a_fact_that_tells_no_first_day_was_always_true() -> None:
    assert replace(FACT, true_from=date.min).in_date(date(2000, 1, 1))


def test_what_rests_on_no_fact_does_not_lapse() -> None:
    late = date(2090, 1, 1)
    assert FREE.review_by < late
    assert EXAMPLE.words_on(FREE, late) is FREE.passage
    assert len(EXAMPLE.asks_on(late, Role.BACKBENCHER)) == 3
    assert not EXAMPLE.few_on(late)


def test_an_ask_that_rests_on_a_fact_is_left_out_when_that_lapses() -> None:
    campaign = resting_asks(Role.ABSTENTIONIST)
    assert campaign.asks_on(REVIEW, Role.ABSTENTIONIST)
    assert campaign.asks_on(NEXT_DAY, Role.ABSTENTIONIST) == ()


def test_a_concern_that_only_has_words_with_figures_is_not_offered_when_they_lapse() -> None:
    bare = replace(RESTING, evergreen=None)
    assert [concern.id for concern in with_concern(bare).concerns_on(REVIEW)] == [bare.id]
    assert with_concern(bare).concerns_on(NEXT_DAY) == ()


def test_the_example_lasts() -> None:
    assert list(check_lasting(EXAMPLE)) == []


def test_a_concern_on_facts_needs_words_without_figures() -> None:
    (fault,) = check_lasting(with_concern(replace(RESTING, evergreen=None)))
    assert str(fault).startswith("concerns/last-bus.toml: evergreen: is missing")
    assert list(check_lasting(with_concern(replace(FREE, evergreen=None)))) == []


def test_a_label_that_outlives_its_figure_may_not_print_it() -> None:
    label = clean("{last-bus.villages} villages without a bus")
    (fault,) = check_lasting(with_concern(replace(RESTING, label=label)))
    assert str(fault).startswith("concerns/last-bus.toml: label: prints a figure")


@pytest.mark.parametrize("role", Role)
def test_a_role_whose_every_ask_rests_on_facts_is_told(role: Role) -> None:
    what = f'asks.toml: roles: every ask that fits "{role}" rests on facts'
    assert any(what in str(fault) for fault in check_lasting(resting_asks(role)))


def test_an_ask_that_leans_on_a_concern_is_not_enough_for_a_role() -> None:
    leaning = tuple(ask for ask in EXAMPLE.asks if not ask.whole)
    told = {str(fault) for fault in check_lasting(replace(EXAMPLE, asks=leaning))}
    assert any('every ask that fits "abstentionist"' in line for line in told)
    assert 'asks.toml: roles: no ask fits "whip"; add one' in told
