"""What every page needs to know: loaded when the site starts, replaced when a table is newer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from flask import current_app, g, request

from letterwriter.domain.campaign import Campaign
from letterwriter.domain.edition import Edition
from letterwriter.domain.parliament import Parliament
from letterwriter.paths import CAMPAIGNS
from letterwriter.sources import postcode_tables, tables
from letterwriter.sources.campaigns import load_campaign
from letterwriter.sources.postcodes import PostcodeTable
from letterwriter.web.settings import BadSetting, Settings


@dataclass(frozen=True, slots=True)
class World:
    """The tables and the campaign."""

    parliament: Parliament
    postcodes: PostcodeTable
    edition: Edition  # of when the postcodes are
    campaign: Campaign
    settings: Settings
    by_host: Mapping[str, Campaign]  # campaigns that have an address of their own

    @property
    def today(self) -> date:
        """The date that letters carry and facts are judged by."""
        return self.settings.today or datetime.now().astimezone().date()


def load_world(settings: Settings) -> World:
    """Read the tables and the campaign that the settings name."""
    campaigns = [load_campaign(path.parent) for path in sorted(CAMPAIGNS.glob("*/campaign.toml"))]
    usual = [campaign for campaign in campaigns if campaign.id == settings.campaign]
    if not usual:
        known = ", ".join(campaign.id for campaign in campaigns)
        raise BadSetting(f"LETTERWRITER_CAMPAIGN is {settings.campaign!r}; it can be {known}")
    parliament = tables.members(settings.instance).parliament
    found = postcode_tables.postcodes(settings.instance, parliament)
    return World(
        parliament=parliament,
        postcodes=found.table,
        edition=found.edition,
        campaign=usual[0],
        settings=settings,
        by_host={host: campaign for campaign in campaigns for host in campaign.hosts},
    )


def world() -> World:
    """The world of the running site, with the campaign of the address that was opened.

    The same one all through a request, also if a newer table arrives meanwhile.
    """
    if "world" not in g:
        here = cast(World, current_app.extensions["letterwriter"])
        campaign = here.by_host.get(request.host.partition(":")[0])
        g.world = replace(here, campaign=campaign) if campaign else here
    return cast(World, g.world)
