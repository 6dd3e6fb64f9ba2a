from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.review_dates import (
    SOON,
    State,
    due_soon,
    facts_by_date,
    overdue,
    past,
    soonest_review,
    state_on,
)

CAMPAIGN = load_campaign(Path(__file__).parents[2] / "example_campaign")
FACT = CAMPAIGN.facts["last-bus"]
REVIEW, NEXT_DAY = date(2027, 5, 1), date(2027, 5, 2)  # of that fact


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-SOON - 1, State.IN_DATE),
        (-SOON, State.DUE_SOON),
        (0, State.DUE_SOON),
        (1, State.PAST),
    ],
)
def test_the_review_date_is_the_last_good_day(days: int, state: State) -> None:
    assert state_on(REVIEW, REVIEW + timedelta(days)) is state


def test_facts_are_listed_by_their_review_date_with_what_rests_on_them() -> None:
    sooner = replace(FACT, id="first-bus", review_by=date(2027, 1, 1))
    debate = replace(CAMPAIGN.asks[1], fact_ids=("last-bus",))
    both = replace(CAMPAIGN, facts={**CAMPAIGN.facts, "first-bus": sooner}, asks=(debate,))
    first, last = facts_by_date(both, REVIEW)
    assert (first.fact.id, first.state, first.used_by) == ("first-bus", State.PAST, ())
    assert (last.fact.id, last.state) == ("last-bus", State.DUE_SOON)
    assert last.used_by == ("concern last-bus", "ask debate", "page changes")
    assert list(last.meanwhile) == [
        "concern last-bus uses its words without figures",
        "ask debate is not offered",
        "the page of what is changing and the leaflet leave it out",
    ]


def test_a_concern_without_evergreen_words_is_left_out_meanwhile() -> None:
    bare = replace(CAMPAIGN.concerns[0], evergreen=None)
    (aged,) = facts_by_date(replace(CAMPAIGN, concerns=(bare,), changes=()), NEXT_DAY)
    assert list(aged.meanwhile) == ["concern last-bus is not offered"]


def test_what_is_past_is_named_with_its_kind() -> None:
    assert past(CAMPAIGN, REVIEW) == ()
    assert past(CAMPAIGN, NEXT_DAY) == ("fact last-bus", "concern last-bus")


def test_what_is_past_is_told_once_with_what_to_look_up_and_what_stands_in_meanwhile() -> None:
    for tell, today in ((due_soon, REVIEW), (overdue, NEXT_DAY)):
        by_fact, by_concern = (f for f in tell(CAMPAIGN, today) if "last-bus" in str(f))
        assert (by_fact.file, by_fact.key) == ("facts.toml", "last-bus")
        assert f"source: {FACT.source}, {FACT.look_up}; " in by_fact.what
        assert ": concern last-bus uses its words without figures; the page of what" in by_fact.what
        assert by_fact.what.count("2027-05-01") == 1
        assert by_concern.file == "concerns/last-bus.toml"
        assert "facts: last-bus" in by_concern.what
    assert list(overdue(CAMPAIGN, REVIEW)) == []


def test_a_fact_is_looked_up_at_its_own_page_where_no_other_is_named() -> None:
    plain = replace(FACT, look_up="")
    told = [str(f) for f in overdue(replace(CAMPAIGN, facts={"last-bus": plain}), NEXT_DAY)]
    assert any(f"{FACT.source}, {FACT.url}; meanwhile" in line for line in told)


def test_a_fact_that_nothing_rests_on_is_told_to_leave_nothing_out() -> None:
    alone = replace(CAMPAIGN, concerns=(), asks=(), changes=())
    (fault,) = overdue(alone, NEXT_DAY)
    assert fault.what.endswith("meanwhile: none)")


def test_the_frame_is_reviewed_too() -> None:
    day = CAMPAIGN.frame.review_by
    for tell, today, when in ((due_soon, day, "is due"), (overdue, day + timedelta(1), "was due")):
        (fault,) = (f for f in tell(CAMPAIGN, today) if f.file == "frame.toml")
        assert fault.key == "review_by"
        assert fault.what.startswith(f"{when} for review by {day}")
    assert not [f for f in overdue(CAMPAIGN, day) if f.file == "frame.toml"]


def test_the_soonest_review_is_that_of_the_first_part_to_be_read_again() -> None:
    assert soonest_review(CAMPAIGN) == REVIEW
    early = date(2027, 1, 31)
    concern, ask = CAMPAIGN.concerns[1], CAMPAIGN.asks[0]
    for sooner in (
        replace(CAMPAIGN, frame=replace(CAMPAIGN.frame, review_by=early)),
        replace(CAMPAIGN, facts={"last-bus": replace(FACT, review_by=early)}),
        replace(CAMPAIGN, concerns=(replace(concern, review_by=early),)),
        replace(CAMPAIGN, asks=(replace(ask, review_by=early),)),
    ):
        assert soonest_review(sooner) == early
