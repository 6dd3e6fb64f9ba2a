"""What is changing: the page, the screen beside the questions, and "What is this?"."""

from datetime import date

import pytest

from letterwriter.campaigns.changes import split_sentences
from tests.unit.letters.golden import campaign
from tests.web.test_facts_that_age import on, worries
from tests.web.visitor import Visitor

TODAY = date(2026, 11, 22)
FACTS = [campaign().facts[id_] for part in campaign().changes for id_ in part.fact_ids]


@pytest.mark.parametrize("today", [TODAY, date(2027, 2, 20), date(2028, 12, 31)])
def test_each_fact_stands_once_with_its_date_and_source_and_no_note_does(today: date) -> None:
    page = on(today).open("/changes")
    for fact in FACTS:
        assert page.text.count(fact.says) == fact.in_date(today)
        assert (fact.source in page.text) <= any(
            each.in_date(today) for each in FACTS if each.source == fact.source
        )
    shown = page.answer.text
    for fact in campaign().facts.values():
        assert not [each for each in split_sentences(fact.note) if each and each in shown], fact.id
    assert ("is being checked again" in page.text) == (today > TODAY)
    links = {str(link["href"]) for link in page.page.select(".source a")}
    assert links == {fact.url for fact in FACTS if fact.in_date(today)}


def test_the_first_page_leads_there_and_the_page_back(visitor: Visitor) -> None:
    (link,) = visitor.open("/").page.select("a[data-open=changes]")
    assert visitor.open(str(link["href"])).text.startswith("What is changing?")
    assert visitor.page.select("main a.primary[href='/']")


def test_looking_aside_from_a_question_loses_nothing(visitor: Visitor) -> None:
    worries(visitor).fill(concerns=["support"]).go("changes")
    assert visitor.text.startswith("What is changing?")
    visitor.go("back")
    assert visitor.screen == "worries"
    ticked = visitor.page.select("input[name=concerns][checked]")
    assert [box["value"] for box in ticked] == ["support"]


def test_every_concern_says_what_it_is_and_how_it_stands() -> None:
    for today in (TODAY, date(2028, 12, 31)):
        page = worries(on(today))
        boxes = page.page.select(".choice input")
        whats = page.page.select(".choice .what")
        told = {
            str(box["value"]): what.get_text(" ") for box, what in zip(boxes, whats, strict=True)
        }
        offered = campaign().concerns_on(today)
        assert told.keys() == {concern.id for concern in offered}
        for concern in offered:
            assert concern.about in told[concern.id]
            assert concern.stands in told[concern.id]


def test_volunteers_get_the_leaflet_of_the_day(visitor: Visitor) -> None:
    link = visitor.open("/volunteers").page.select_one("a[href$='leaflet.pdf']")
    assert link is not None
    answer = visitor.open(str(link["href"])).answer
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
