from datetime import date, timedelta

import pytest

from letterwriter.campaigns import loading
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

CAMPAIGN = loading.bundled_campaign(loading.DEFAULT_CAMPAIGN)
REVIEW = date(2026, 11, 25)  # of the figures on claims, whose successors come out the day after


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
    facts = facts_by_date(CAMPAIGN, REVIEW)
    assert len(facts) == len(CAMPAIGN.facts)
    assert [aged.fact.review_by for aged in facts] == sorted(
        fact.review_by for fact in CAMPAIGN.facts.values()
    )
    first = facts[0]
    assert (first.fact.id, first.state) == ("claims-falling", State.DUE_SOON)
    assert first.used_by == ("concern shorter-queue",)
    by_id = {aged.fact.id: aged for aged in facts}
    assert "restore-support" in by_id["bill"].ask_ids


def test_the_day_after_its_figures_are_past_the_shorter_queue_is_no_longer_offered() -> None:
    def offered(today: date) -> set[str]:
        return {concern.id for concern in CAMPAIGN.concerns_on(today)}

    assert offered(REVIEW) - offered(REVIEW + timedelta(1)) == {"shorter-queue"}
    assert past(CAMPAIGN, REVIEW) == ()
    assert past(CAMPAIGN, date(2026, 11, 26)) == ("fact claims-falling", "concern shorter-queue")


def test_what_is_past_is_told_once_with_what_to_look_up_and_where() -> None:
    fact = CAMPAIGN.facts["claims-falling"]
    for tell, today in ((due_soon, REVIEW), (overdue, REVIEW + timedelta(1))):
        by_fact, by_concern = tell(CAMPAIGN, today)
        assert (by_fact.file, by_fact.key) == ("facts.toml", "claims-falling")
        for part in (fact.source, fact.url, "2026-11-25", "concern shorter-queue"):
            assert part in by_fact.what
        assert by_concern.file == "concerns/shorter-queue.toml"
        assert "claims-falling" in by_concern.what
    assert list(overdue(CAMPAIGN, REVIEW)) == []


def test_the_soonest_review_is_that_of_the_first_fact_or_wording_to_go() -> None:
    assert soonest_review(CAMPAIGN) == REVIEW
