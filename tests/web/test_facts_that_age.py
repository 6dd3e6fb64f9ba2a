"""Facts past their review date: what the pages still offer, what they say, and what is logged."""

import logging
from dataclasses import replace
from datetime import date, timedelta

import pytest

from letterwriter.web import create_app
from letterwriter.web.app_data import AppData
from letterwriter.web.settings import Settings
from tests.unit.letters.golden import campaign
from tests.web.test_world import visiting
from tests.web.visitor import Typed, Visitor
from tests.web.walking import LONG, SHORT, STORY, asking, offered, walk

LAST_DAY = date(2027, 1, 8)  # of the figures on claims: the first to be looked up again
NEXT_DAY = date(2027, 1, 9)
ALL_PAST = date(2031, 1, 1)
SCREENS = {LONG: "worries", SHORT: "worry"}
WAITING = "waiting for a check of their facts"


def on(today: date) -> Visitor:
    return visiting(lambda world: world, today=today)


def worries(visitor: Visitor, road: str = LONG, story: str = STORY) -> Visitor:
    """Come to the screen of concerns, with something written before."""
    prompt = "story-befriend" if road == LONG else "story-at-home"
    return walk(asking(visitor, road=road), SCREENS[road], {prompt: story})


def test_a_figure_is_printed_up_to_its_last_day_and_words_without_it_stand_in_after() -> None:
    fact = campaign().facts["leave-30"]
    paragraphs = []
    for day in (fact.review_by, fact.review_by + timedelta(days=1)):
        visitor = worries(on(day))
        assert "thirty-months" in offered(visitor)
        answers: dict[str, Typed] = {"concerns": ["thirty-months"], "name": "Amina Yusuf"}
        paragraphs.append(
            " ".join(walk(visitor, "letter", {**answers, "ask": "own-view"}).paragraphs)
        )
    before, after = paragraphs
    assert fact.figures["months"] in before
    assert fact.figures["months"] not in after


def without_lasting_words(world: AppData, left: tuple[str, ...] = ()) -> AppData:
    """Only the concerns that are left have words: all others rest on facts that are past."""
    concerns = tuple(
        c
        if c.id in left
        else replace(
            c, review_by=date(2026, 1, 1), evergreen=None, fact_ids=c.fact_ids or ("leave-30",)
        )
        for c in world.campaign.concerns
    )
    return replace(world, campaign=replace(world.campaign, concerns=concerns))


def with_concerns_left(left: tuple[str, ...]) -> Visitor:
    """A visitor of a site on which only these concerns still have words."""
    return visiting(lambda world: without_lasting_words(world, left), today=LAST_DAY)


def with_all_past() -> Visitor:
    """A visitor of a site whose facts are all past and have no other words."""
    return visiting(without_lasting_words, today=ALL_PAST)


@pytest.mark.parametrize("road", [LONG, SHORT])
@pytest.mark.parametrize(
    ("left", "said"),
    [
        (("delay", "support"), "there is less to choose from today"),
        (("delay",), "there is less to choose from today"),
        (("delay", "support", "charge"), ""),
    ],
)
def test_where_too_few_remain_the_page_says_so_rather_than_offer_old_ones(
    road: str, left: tuple[str, ...], said: str
) -> None:
    visitor = worries(with_concerns_left(left), road)
    assert sorted(offered(visitor)) == sorted(left)
    assert (WAITING in visitor.text) == bool(said)
    assert said in visitor.text


def test_a_campaign_with_few_concerns_by_choice_says_nothing_of_it() -> None:
    def few(world: AppData) -> AppData:
        return replace(
            world, campaign=replace(world.campaign, concerns=world.campaign.concerns[:1])
        )

    visitor = worries(visiting(few))
    assert len(offered(visitor)) == 1
    assert WAITING not in visitor.text


@pytest.mark.parametrize("road", [LONG, SHORT])
def test_with_all_facts_past_a_letter_of_own_words_is_still_made_and_the_pages_say_why(
    road: str,
) -> None:
    visitor = worries(with_all_past(), road, "Will you visit our drop-in?")
    assert WAITING in visitor.text
    assert offered(visitor) == []
    walk(visitor, "letter", {"name": "Amina Yusuf", "ask": "own-view"})
    assert visitor.paragraphs[1] == "Will you visit our drop-in?"
    assert len(visitor.paragraphs) == 4  # opening, story, an ask that rests on no fact, thanks
    assert visitor.values("letter-date") == ["1 January 2031"]


@pytest.mark.parametrize("road", [LONG, SHORT])
def test_with_nothing_to_offer_and_nothing_written_the_error_says_where_to_write(
    road: str,
) -> None:
    visitor = worries(with_all_past(), road, "").go("next")
    assert visitor.answer.status_code == 422
    assert "Go back and answer the question" in visitor.text
    assert "Choose at least one" not in visitor.text


def test_a_site_that_starts_with_something_past_logs_one_line_that_names_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    create_app(Settings(today=NEXT_DAY))
    (record,) = [r for r in caplog.records if "review date" in r.getMessage()]
    assert record.levelno == logging.WARNING
    assert record.getMessage().startswith(
        "1 fact or wording is past its review date: fact claims-falling. New letters do without"
    )
    assert record.getMessage().endswith("run letterwriter check")


def test_a_site_that_starts_with_all_past_still_logs_one_line_that_can_be_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    create_app(Settings(today=ALL_PAST))
    (record,) = [r for r in caplog.records if "review date" in r.getMessage()]
    assert " and more. New letters" in record.getMessage()
    assert len(record.getMessage()) < 600


def test_a_site_that_starts_with_all_in_date_logs_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    create_app(Settings(today=LAST_DAY))
    assert caplog.records == []


@pytest.mark.parametrize(("today", "days"), [(LAST_DAY, 0), (NEXT_DAY, -1)])
def test_health_tells_a_monitor_how_many_days_are_left(today: date, days: int) -> None:
    client = create_app(Settings(today=today)).test_client()
    assert client.get("/healthz").get_json()["days_to_review"] == days
