"""What every page needs to know: loaded when the site starts, replaced when a table is newer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from flask import current_app, g, request

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.overlay import operators_campaigns
from letterwriter.files.faults import FaultyFiles
from letterwriter.parliament import current_members
from letterwriter.parliament.house import house_on
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.edition import PostcodeEdition
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.web.settings import BadSetting, Settings


@dataclass(frozen=True, slots=True)
class AppData:
    """The tables and the campaign."""

    parliament: Parliament
    postcodes: PostcodeTable
    edition: PostcodeEdition  # of when the postcodes are
    campaign: Campaign
    settings: Settings
    by_host: Mapping[str, Campaign]  # campaigns that have an address of their own
    passed_over: frozenset[str] = frozenset()  # "members", where a newer table cannot be used

    @property
    def today(self) -> date:
        """The date that letters carry and facts are judged by."""
        return self.settings.today or datetime.now().astimezone().date()

    @property
    def site(self) -> str:
        """The site's own address; empty where none is set, or a campaign has other addresses."""
        return self.settings.site if self.campaign.id == self.settings.campaign else ""


@dataclass(frozen=True, slots=True)
class Served:
    """The campaigns of a site: the usual one, and those with an address of their own."""

    campaign: Campaign
    by_host: Mapping[str, Campaign]


def load_served(settings: Settings) -> Served:
    """Read the campaigns with what is laid over them.

    Raises FaultyFiles, and BadSetting where the one that is named is none.
    """
    campaigns = operators_campaigns(settings.instance)
    usual = [campaign for campaign in campaigns if campaign.id == settings.campaign]
    if not usual:
        known = ", ".join(campaign.id for campaign in campaigns)
        raise BadSetting(f"LETTERWRITER_CAMPAIGN is {settings.campaign!r}; it can be {known}")
    by_host = {host: campaign for campaign in campaigns for host in campaign.hosts}
    return Served(usual[0], by_host)


def load_app_data(settings: Settings) -> AppData:
    """Read the tables and the campaign that the settings name; raises BadSetting."""
    try:
        served = load_served(settings)
    except FaultyFiles as faulty:
        raise BadSetting(str(faulty)) from None
    members = current_members.current_members(settings.instance, settings.dissolution)
    found = current_postcodes.current_postcodes(settings.instance, members.parliament)
    passed_over = {
        current_members.MEMBERS_FOLDER: members.passed_over,
        current_postcodes.POSTCODES_FOLDER: found.passed_over,
    }
    return AppData(
        parliament=members.parliament,
        postcodes=found.table,
        edition=found.edition,
        campaign=served.campaign,
        settings=settings,
        by_host=served.by_host,
        passed_over=frozenset(kind for kind, passed_over in passed_over.items() if passed_over),
    )


def app_data() -> AppData:
    """The data of the running site, with the campaign of the address that was opened.

    The same one all through a request, also if a newer table arrives meanwhile. Its Parliament
    is today's: without members while it is dissolved.
    """
    if "app_data" not in g:
        here = cast(AppData, current_app.extensions["letterwriter"])
        campaign = here.by_host.get(request.host.partition(":")[0])
        g.app_data = replace(
            here,
            campaign=campaign or here.campaign,
            parliament=house_on(here.parliament, here.today),
        )
    return cast(AppData, g.app_data)
