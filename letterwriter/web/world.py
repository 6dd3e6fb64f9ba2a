"""What every page needs to know, loaded once when the site starts and never changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from flask import current_app

from letterwriter.domain.campaign import Campaign
from letterwriter.domain.parliament import Parliament
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.sources.campaigns import load_campaign
from letterwriter.sources.members import load_parliament
from letterwriter.sources.postcodes import PostcodeTable
from letterwriter.web.settings import Settings


@dataclass(frozen=True, slots=True)
class World:
    """The tables and the campaign."""

    parliament: Parliament
    postcodes: PostcodeTable
    campaign: Campaign
    settings: Settings

    @property
    def today(self) -> date:
        """The date that letters carry and facts are judged by."""
        return self.settings.today or datetime.now().astimezone().date()


def load_world(settings: Settings) -> World:
    """Read the tables and the campaign that the settings name."""
    return World(
        parliament=load_parliament(DATA / "mps.csv", DATA / "offices.csv"),
        postcodes=PostcodeTable.load(DATA / "postcodes_constituencies.csv"),
        campaign=load_campaign(CAMPAIGNS / settings.campaign),
        settings=settings,
    )


def world() -> World:
    """The world of the running site."""
    return cast(World, current_app.extensions["letterwriter"])
