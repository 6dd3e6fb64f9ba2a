"""The site while nobody is an MP, and the device that knows of it before: nothing names one."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from letterwriter.parliament.dissolution import Dissolution
from letterwriter.parliament.members import Parliament, Role
from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from tests.web.visitor import Visitor
from tests.web.walking import sending

KNOWN = Dissolution(date(2026, 11, 24), date(2026, 12, 30))
SAID = "Parliament was dissolved on 24 November 2026."
ELECTED = "There was a general election on 30 December 2026"
BEFORE, WITHIN, AFTER = date(2026, 11, 23), date(2026, 11, 26), date(2026, 12, 31)
TO_A_FORMER = ("Afzal Khan", "Your MP is", "Write to the Home Secretary", "by-election")
RUSHOLME = "E14001353"
NewVisitor = Callable[[date], Visitor]


@pytest.fixture(scope="module")
def visiting() -> NewVisitor:
    app = create_app(Settings(today=BEFORE, dissolution=KNOWN, pdfs_a_minute=1_000))

    def on(day: date) -> Visitor:
        here = app.extensions["letterwriter"]
        settings = replace(here.settings, today=day)
        app.extensions["letterwriter"] = replace(here, settings=settings)
        return Visitor(app.test_client())

    return on


def bundle(visitor: Visitor, name: str) -> Any:
    first = visitor.open("/sw.js").answer.text.partition("\n")[0]
    edition = json.loads(first.removeprefix("const KEPT = ").removesuffix(";"))["edition"]
    return json.loads(visitor.open(f"/at/{edition}/{name}").answer.data)


@pytest.mark.parametrize(("day", "said"), [(WITHIN, SAID), (AFTER, ELECTED)])
def test_the_way_to_a_letter_ends_where_it_says_why(
    visiting: NewVisitor, day: date, said: str
) -> None:
    visitor = visiting(day).open("/")
    assert said in visitor.text
    visitor.fill(postcode="M14 5TP").press("Find my constituency")
    assert visitor.screen == "found"
    assert said in visitor.text
    assert visitor.title != "Your MP - Letterwriter"
    seen = visible(visitor)
    assert [b["value"] for b in visitor.page.select("main button[name=go]")] == ["back"]
    for claim in TO_A_FORMER:
        assert claim not in seen


def visible(visitor: Visitor) -> str:
    """The page's words, once what is hidden was taken out of it."""
    for part in visitor.page.select("[hidden], .hidden"):
        part.decompose()
    return visitor.page.main.get_text(" ") if visitor.page.main else ""


def test_a_list_of_constituencies_names_nobody(visiting: NewVisitor) -> None:
    visitor = visiting(AFTER)
    visitor.open("/").fill(postcode="M14").press("Find my constituency")
    assert "Manchester Withington" in visitor.text
    assert "no MP at present" not in visible(visitor), "there is one, whom we do not know"


def test_a_letter_that_was_open_over_night_is_not_made_into_paper(visiting: NewVisitor) -> None:
    visitor = sending(visiting(BEFORE), "Print it")
    page = visitor.page
    visitor = visiting(WITHIN)
    visitor.page = page
    visitor.press("Save as PDF")
    assert (visitor.answer.status_code, visitor.answer.mimetype) == (422, "text/html")
    assert SAID in visitor.text


def test_volunteers_are_told_and_get_no_paper_to_an_mp(visiting: NewVisitor) -> None:
    visitor = visiting(WITHIN)
    for path in ("/volunteers", "/volunteers/postcards", "/volunteers/stack"):
        assert SAID in visitor.open(path).text
    people = (BytesIO(b"Name,Address,Postcode\nA B,1 High St,M14 5TP\n"), "people.csv")
    for path, fields in (
        ("/volunteers", {"constituencies": "Manchester Rusholme"}),
        ("/volunteers/pack.pdf", {"constituencies": "Manchester Rusholme", "parts": "letters"}),
        ("/volunteers/postcards.pdf", {"constituencies": "Manchester Rusholme"}),
        ("/volunteers/stack", {"list": people}),
        ("/volunteers/stack/letters.pdf", {"people": "Name,Address,Postcode"}),
    ):
        answer = visitor._client.post(path, data=fields, content_type="multipart/form-data")
        assert (answer.status_code, answer.mimetype) == (422, "text/html"), path
        assert SAID in answer.text


def test_a_monitor_is_told(visiting: NewVisitor) -> None:
    for day, stage in ((BEFORE, "sitting"), (WITHIN, "dissolved"), (AFTER, "elected")):
        told = json.loads(visiting(day).open("/healthz").answer.data)
        assert told["parliament"] == stage
        assert (told["dissolved"], told["election"]) == ("2026-11-24", "2026-12-30")
        assert (ELECTED in told.get("wrong", {}).get("members", "")) is (stage == "elected")


def test_a_device_is_given_the_days_ahead_and_no_members_once_there_are_none(
    visiting: NewVisitor,
) -> None:
    ahead = visiting(BEFORE)
    days = {"day": "2026-11-24", "election": "2026-12-30"}
    assert bundle(ahead, "start.json")["dissolution"] == days
    assert any(seat["member"] for seat in bundle(ahead, "seats.json")["seats"])
    assert SAID not in ahead.open("/").text
    within = visiting(WITHIN)
    start = bundle(within, "start.json")
    assert (start["dissolution"], start["home_secretary"]) == (days, None)
    assert not any(seat["member"] for seat in bundle(within, "seats.json")["seats"])
    assert SAID in within.open("/").text


def test_from_a_vacant_seat_without_a_home_secretary_no_button_goes_on() -> None:
    app = create_app(Settings(today=BEFORE))
    here = app.extensions["letterwriter"]
    emptied = (
        replace(seat, member=None)
        if seat.constituency.code == RUSHOLME or seat.role is Role.HOME_SECRETARY
        else seat
        for seat in here.parliament
    )
    app.extensions["letterwriter"] = replace(here, parliament=Parliament(emptied))
    visitor = Visitor(app.test_client())
    visitor.open("/").fill(postcode="M14 5TP").press("Find my MP")
    assert "There is no MP for Manchester Rusholme until its by-election" in visitor.text
    fields = [("constituency", RUSHOLME), ("at", "found"), ("go", "quick")]
    visitor.post("/write", fields)
    assert visitor.screen == "found"
    assert "nobody to write to today" in visitor.text
