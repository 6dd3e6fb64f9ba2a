"""Options that several commands have."""

from collections.abc import Callable
from datetime import date, datetime

import click

from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN
from letterwriter.files.settings_file import variable_of, with_settings_file


def setting(name: str, usual: str) -> Callable[[], str]:
    """For an option's default: what the environment or the settings file has, else the usual."""
    return lambda: with_settings_file().get(variable_of(name), "").strip() or usual


campaign_option = click.option(
    "--campaign", default=setting("CAMPAIGN", DEFAULT_CAMPAIGN), show_default=DEFAULT_CAMPAIGN
)
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
