"""Options that several commands have."""

from datetime import date, datetime

import click

from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN

campaign_option = click.option("--campaign", default=DEFAULT_CAMPAIGN, show_default=True)
date_option = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    envvar="LETTERWRITER_TODAY",
    help="The day to go by, such as 2027-04-01; LETTERWRITER_TODAY or today, if not given.",
)


def today_or(day: datetime | None) -> date:
    """The day that was given, else today."""
    return day.date() if day else datetime.now().astimezone().date()
