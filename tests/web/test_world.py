"""How pages change with the world: a vacant seat, facts past their date, a campaign's address."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from letterwriter.domain.parliament import Parliament
from letterwriter.domain.promoter import Colours, Promoter
from letterwriter.web import create_app
from letterwriter.web.settings import BadSetting, Settings
from letterwriter.web.world import World
from tests.web.visitor import Visitor

TODAY = date(2026, 11, 22)
Change = Callable[[World], World]


def visiting(change: Change, today: date = TODAY) -> Visitor:
    """A visitor of a site whose world was changed."""
    app = create_app(Settings(today=today))
    app.extensions["letterwriter"] = change(app.extensions["letterwriter"])
    return Visitor(app.test_client())


def with_vacancy(code: str) -> Change:
    def vacate(world: World) -> World:
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
    visitor.press("Write to the Home Secretary")
    visitor.fill(concerns=["thirty-months"], name="Amina Yusuf")
    asks = [str(box["value"]) for box in visitor.page.select("input[name=ask]")]
    visitor.fill(concerns=["thirty-months"], name="Amina Yusuf", ask=asks[0])
    visitor.press("Make my letter")
    assert visitor.values("letter-salutation") == ["Dear Shabana Mahmood"]
    assert "The Rt Hon Shabana Mahmood KC MP" in visitor.values("letter-recipient")[0]
    assert "Manchester Rusholme" in visitor.paragraphs[0]
    assert "your constituent" not in " ".join(visitor.paragraphs)
    for claim in ("as my MP", "you are my MP"):  # "I would have written to my MP" is true
        assert claim not in " ".join(visitor.paragraphs)


def test_a_campaign_can_have_an_address_an_imprint_and_colours_of_its_own() -> None:
    def with_host(world: World) -> World:
        other = replace(
            world.campaign,
            summary="Another campaign.",
            promoter=Promoter("Our group", "Jo Bloggs", "1 High Street, Leeds LS1 1AA"),
            colours=Colours("#225533", "#bbeecc"),
        )
        return replace(world, by_host={"localhost": other})

    visitor = visiting(with_host).open("/")
    assert "Another campaign." in visitor.text
    assert "Promoted by Jo Bloggs, 1 High Street, Leeds LS1 1AA." in visitor.page.text
    assert visitor.page.find("link", href="/campaign.css")
    assert "#225533" in visitor.open("/campaign.css").answer.text
    visitor.open("/").fill(postcode="M14 5TP").press("Find my MP").press("I have two minutes")
    visitor.fill(concerns="families-apart", name="Amina Yusuf").press("Make my letter")
    visitor.press("Go on").press("Save as plain text")
    assert "Jo Bloggs" not in visitor.answer.text, "an imprint is never in a person's letter"


def test_a_campaign_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(BadSetting, match="it can be restoring-order-and-control"):
        create_app(Settings(campaign="restoring-order"))
