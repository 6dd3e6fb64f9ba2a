"""The tables and campaigns that come with the program."""

from datetime import date
from typing import Final

from letterwriter.domain.campaign import Campaign
from letterwriter.domain.parliament import Parliament
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.sources.campaigns import load_campaign
from letterwriter.sources.members import load_parliament
from letterwriter.sources.postcodes import PostcodeTable

DEFAULT_CAMPAIGN: Final = "restoring-order-and-control"
POSTCODES_AS_OF: Final = date(2025, 2, 28)  # the ONS Postcode Directory's; see data/SOURCES.md


def parliament() -> Parliament:
    """Constituencies, members and offices; raises FaultyFiles."""
    return load_parliament(DATA / "mps.csv", DATA / "offices.csv")


def postcodes() -> PostcodeTable:
    """The table of postcodes; raises FaultyFiles."""
    return PostcodeTable.load(DATA / "postcodes_constituencies.csv")


def campaign(id_: str) -> Campaign:
    """The campaign in the folder of this name; raises FaultyFiles, also where there is none."""
    return load_campaign(CAMPAIGNS / id_)
