"""How pages change with the world: a vacant seat, facts past their date, a campaign's address."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from letterwriter.campaigns.promoter import Colours, Promoter
from letterwriter.parliament.members import Parliament
from letterwriter.text.cleaning import clean
from letterwriter.web import create_app
from letterwriter.web.app_data import AppData
from letterwriter.web.settings import BadSetting, Settings
from tests.web.visitor import Visitor
from tests.web.walking import LONG, sending, walk

TODAY = date(2026, 11, 22)
Change = Callable[[AppData], AppData]


def visiting(change: Change, today: date = TODAY) -> Visitor:
    """A visitor of a site whose world was changed."""
    app = create_app(Settings(today=today))
    app.extensions["letterwriter"] = change(app.extensions["letterwriter"])
    return Visitor(app.test_client())


def with_vacancy(code: str) -> Change:
    def vacate(world: AppData) -> AppData:
        seats = [
            replace(seat, member=None) if seat.constituency.code == code else seat
            for seat in world.parliament
        ]
        return replace(world, parliament=Parliament(seats))

    return vacate


def test_from_a_vacant_seat_one_can_write_to_the_home_secretary() -> None:
    visitor = visiting(with_vacancy("E14001353"))
    visitor.open("/").fill(postcode="M14 5TP").press("Find my MP")
    assert "has no MP" in visitor.text
    visitor.press(LONG).press("I have read this")
    walk(visitor, "ask", {"concerns": ["thirty-months"]})
    asks = [str(box["value"]) for box in visitor.page.select("input[name=ask]")]
    walk(visitor, "letter", {"name": "Amina Yusuf", "ask": asks[0]})
    assert visitor.values("letter-salutation") == ["Dear Shabana Mahmood"]
    assert "The Rt Hon Shabana Mahmood KC MP" in visitor.values("letter-recipient")[0]
    assert "Manchester Rusholme" in visitor.paragraphs[0]
    assert "your constituent" not in " ".join(visitor.paragraphs)
    for claim in ("as my MP", "you are my MP"):  # "I would have written to my MP" is true
        assert claim not in " ".join(visitor.paragraphs)


def test_a_campaign_can_have_an_address_an_imprint_and_colours_of_its_own() -> None:
    def with_host(world: AppData) -> AppData:
        other = replace(
            world.campaign,
            summary=clean("Another campaign."),
            promoter=Promoter(
                clean("Our group"), clean("Jo Bloggs"), clean("1 High Street, Leeds LS1 1AA")
            ),
            colours=Colours("#225533", "#bbeecc"),
        )
        return replace(world, by_host={"localhost": other})

    visitor = visiting(with_host).open("/")
    assert "Another campaign." in visitor.text
    assert "Promoted by Jo Bloggs, 1 High Street, Leeds LS1 1AA." in visitor.page.text
    assert visitor.page.find("link", href=re.compile("/at/.*/css/campaign.css$"))
    assert "#225533" in visitor.open("/campaign.css").answer.text
    sending(visitor, "Print it").press("Save as plain text")
    assert "Jo Bloggs" not in visitor.answer.text, "an imprint is never in a person's letter"


def test_a_campaign_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(BadSetting, match="it can be restoring-order-and-control"):
        create_app(Settings(campaign="restoring-order"))
