"""Options that several commands have."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from secrets import token_hex

import click

from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN
from letterwriter.files.writing import write_file
from letterwriter.tallies.tally import as_line, printed_ahead

campaign_option = click.option("--campaign", default=DEFAULT_CAMPAIGN, show_default=True)
date_option = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    envvar="LETTERWRITER_TODAY",
    help="The day to go by, such as 2027-04-01; LETTERWRITER_TODAY or today, if not given.",
)

tally_option = click.option(
    "--tally",
    "tally_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to write how many letters were printed, for `letterwriter tally`.",
)


def write_tally(path: Path | None, day: date, copies: Mapping[str, int]) -> None:
    """Write how many letters were printed, by constituency's code, as a tally of its own.

    It is marked as printed ahead: what is neither signed nor posted yet is no letter made.
    Without a path it does nothing.
    """
    if path:
        write_file(path, [f"{as_line(printed_ahead(token_hex(8), day, copies))}\n".encode()])


def today_or(day: datetime | None) -> date:
    """The day that was given, else today."""
    return day.date() if day else datetime.now().astimezone().date()
