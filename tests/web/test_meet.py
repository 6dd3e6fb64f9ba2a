"""After the letter: how the MP's office is reached, and the card for a meeting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letterwriter.parliament.contacts import Contact, OfficeKind
from letterwriter.parliament.members import Parliament, Seat
from letterwriter.web import create_app
from letterwriter.web.app_data import AppData
from letterwriter.web.settings import Settings
from tests.web.visitor import Visitor
from tests.web.walking import STORY, sending, short_lettered

RUSHOLME = "E14001353"
DAY = date(2026, 11, 20)
OFFICES = (
    Contact(
        OfficeKind.PARLIAMENTARY,
        ("House of Commons", "London"),
        "SW1A 0AA",
        "020 7946 0000",
        "afzal.khan.mp@parliament.uk",
        DAY,
    ),
    Contact(OfficeKind.CONSTITUENCY, ("1 Example Street",), "", "", "", date(2026, 11, 22)),
)


Visiting = Callable[..., Visitor]


@pytest.fixture(scope="module")
def visiting() -> Visiting:
    """A site at which the MP for Manchester Rusholme is changed, or is none."""
    app = create_app(Settings(today=date(2026, 11, 22)))
    here: AppData = app.extensions["letterwriter"]

    def with_member(**changes: Any) -> Visitor:
        seats = [_changed(seat, changes) for seat in here.parliament]
        app.extensions["letterwriter"] = replace(here, parliament=Parliament(seats))
        return Visitor(app.test_client())

    return with_member


def _changed(seat: Seat, changes: dict[str, Any]) -> Seat:
    if seat.constituency.code != RUSHOLME or seat.member is None:
        return seat
    return replace(seat, member=replace(seat.member, **changes) if changes else None)


def done(visitor: Visitor) -> Visitor:
    return sending(visitor, "Print it").press("What happens next")


def test_offices_are_shown_as_published_with_their_day_and_the_card_is_the_page_s_print(
    visiting: Visiting,
) -> None:
    visitor = done(visiting(contacts=OFFICES)).press("Meet your MP")
    assert visitor.screen == "meet"
    for said in (
        "Office at Parliament House of Commons London SW1A 0AA Phone: 020 7946 0000 Email: afzal",
        "Office in the constituency 1 Example Street As Parliament published it on 20 November",
        "Say that you live in Manchester Rusholme, and give your full address",
    ):
        assert said in visitor.text
    links = [str(link["href"]) for link in visitor.page.select(".meet-offices a[href]")]
    assert links == ["tel:02079460000", "mailto:afzal.khan.mp@parliament.uk"]
    [sheet] = visitor.page.select("main > .sheet")
    assert STORY in sheet.text
    assert "What I ask" in sheet.text
    assert "1 High Street" not in sheet.text
    assert visitor.page.select_one("main > form.no-print")
    assert visitor.press("Back").screen == "done"
    assert "What to bring" not in visitor.text, "the letter's own sheet has nothing of the card"


def test_without_published_offices_it_is_said_how_to_ask(visiting: Visiting) -> None:
    visitor = done(visiting(contacts=())).press("Meet your MP")
    assert "We have no phone number or address of Afzal Khan’s office here." in visitor.text
    assert "Or write an email to afzal.khan.mp@parliament.uk." in visitor.text
    assert "As Parliament published it" not in visitor.text
    [page] = visitor.page.select("a[data-parliament]")
    assert page["href"] == "https://members.parliament.uk/member/4671/contact"


@pytest.mark.parametrize("email", ["", "office@example.org"])
def test_an_email_is_told_once(visiting: Visiting, email: str) -> None:
    office = replace(OFFICES[1], email=email)
    visitor = done(visiting(contacts=(office,), email="")).press("Meet your MP")
    assert visitor.text.count("example.org") == bool(email)
    assert "Or write an email" not in visitor.text


def test_nobody_is_met_for_a_vacant_seat(visiting: Visiting) -> None:
    visitor = (
        short_lettered(visiting()).press("Send or print").press("Print it").press("What happens")
    )
    assert "Shabana Mahmood" in visitor.text
    assert "Meet your MP" not in visitor.text
    sent = {
        str(field["name"]): str(field.get("value", ""))
        for field in visitor.page.select("#screen input")
    }
    visitor.post("/write", [*(sent | {"go": "meet"}).items()])
    assert visitor.screen == "found"
    assert "has no MP" in visitor.text
