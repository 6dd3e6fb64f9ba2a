"""Options that several commands have."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from secrets import token_hex

import click

from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN
from letterwriter.files.settings_file import variable_of, with_settings_file
from letterwriter.files.writing import write_file
from letterwriter.parliament import current_members
from letterwriter.parliament.dissolution import DISSOLVED, ELECTION, Dissolution, given_dissolution
from letterwriter.parliament.house_messages import absence
from letterwriter.parliament.members import Parliament
from letterwriter.tallies.tally import as_line, printed_ahead


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


def parliament_on(today: date) -> Parliament:
    """The table of members in use, as it stands on that day; raises UsageError and FaultyFiles."""
    return current_members.current_parliament(today, dissolution_setting())


def dissolution_setting() -> Dissolution | None:
    """The dissolution that the environment tells of, if it does; raises UsageError."""
    try:
        return given_dissolution(with_settings_file())
    except ValueError:
        what = f"{DISSOLVED} and {ELECTION} are dates such as 2029-05-30, the election's the later"
        raise click.UsageError(what) from None


def refuse_without_members(parliament: Parliament, status: int = 1) -> None:
    """End a command that needs MPs while nobody is one, with the reason and this exit status."""
    if told := absence(parliament):
        click.echo(f"Error: {told.whole}", err=True)
        raise SystemExit(status)
