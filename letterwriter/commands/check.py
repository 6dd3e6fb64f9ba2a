"""``letterwriter check``: what is wrong in the campaign and data files, and how to fix it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import click

from letterwriter.actions.calendar_file import read_calendar
from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.lint.house_style import load_house_style
from letterwriter.campaigns.lint.rules import check_campaign
from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.overlay import EVENTS_FILE, campaign_folders, overlay_folder
from letterwriter.campaigns.review_dates import SOON, due_soon
from letterwriter.commands.for_check.campaign_pages import show_campaign
from letterwriter.commands.for_check.distinctness_report import report_likeness
from letterwriter.commands.for_check.inbox_report import report_inbox
from letterwriter.commands.shared_options import date_option, parliament_on, today_or
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.letters.simulation import load_stories
from letterwriter.parliament import current_members
from letterwriter.parliament.dissolution import Stage
from letterwriter.parliament.house_messages import absence, coming
from letterwriter.parliament.seat_checks import check_tables
from letterwriter.paths import DATA
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.date_messages import wrong_dates
from letterwriter.postcodes.edition import PostcodeEdition

STORIES = DATA / "simulated_stories.txt"


@click.command()
@click.argument(
    "campaigns", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@date_option
@click.option("--show", is_flag=True, help="A concern a page, with what can be said against it.")
@click.option("--distinctness", is_flag=True, help="Measure how alike people's letters would be.")
@click.option("--inbox", is_flag=True, help="Lay ten letters to one member side by side.")
@click.option("--letters", default=10, type=click.IntRange(2, 25), help="How many side by side.")
@click.option(
    "--settings", is_flag=True, help="Try LETTERWRITER_ settings; what proxies must send."
)
@click.option("--public", is_flag=True, help="Exit with 1 if a public site lacks anything.")
@click.option("--writers", default=1000, type=click.IntRange(2), help="How many to simulate.")
@click.option("--seed", default=1, help="Another seed simulates other writers.")
def check(  # noqa: PLR0913  # click hands every option over as an argument
    *,
    campaigns: tuple[Path, ...],
    day: datetime | None,
    show: bool,
    distinctness: bool,
    inbox: bool,
    letters: int,
    settings: bool,
    public: bool,
    writers: int,
    seed: int,
) -> None:
    """Check campaign folders (all of ours if none is named) and the data files.

    Lists what is past its review date or within 30 days of it, with what to
    look up and where, and what stands in its place meanwhile. Exits with 1
    where something is to be fixed; what is only due soon is reported on stderr.
    What a site that everybody may visit still lacks (who runs it, an imprint,
    HTTPS ...) is named on stderr; with --public it is to be fixed too.
    With --settings it tries the settings in the environment instead, as the
    site does when it starts.
    """
    if settings:
        from letterwriter.commands.for_check.settings_report import report_settings  # noqa: PLC0415  # with the web

        report_settings(os.environ)
        return
    today = today_or(day)
    folders = campaigns or tuple(campaign_folders(instance_folder()).values())
    if show:
        for folder in folders:
            show_campaign(_loaded(folder), today)
        return
    _tell_soon(folders, today)
    faults = [
        *_in_data(today),
        *_of_house(today),
        *(f for folder in folders for f in _in_campaign(folder, today)),
    ]
    if public or not campaigns:
        faults += _in_site(today, public=public)
    loaded = [_loaded(folder) for folder in folders] if distinctness or inbox else []
    for campaign in loaded:
        stories = load_stories(STORIES)
        faults += report_likeness(campaign, today, stories, writers, seed) if distinctness else ()
        faults += report_inbox(campaign, today, stories, letters, seed) if inbox else ()
    _conclude(folders, faults)


def _in_site(today: date, *, public: bool) -> list[str]:
    from letterwriter.commands.for_check.public_site import report_public  # noqa: PLC0415  # with the web

    return report_public(os.environ, today, public=public)


def _conclude(folders: Iterable[Path], faults: list[str]) -> None:
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo(f"{len(faults)} to fix.", err=True)
        raise SystemExit(1)
    click.echo(f"Nothing to fix in {', '.join(folder.name for folder in folders)} and the data.")


def _in_campaign(folder: Path, today: date) -> Iterator[str]:
    try:
        faults = check_campaign(load_campaign(folder), today, load_house_style(folder))
    except FaultyFiles as faulty:
        faults = list(faulty.faults)
    for place in dict.fromkeys((overlay_folder(instance_folder(), folder.name), folder)):
        faults += _in_calendar(place)
    yield from (f"{folder.name}/{fault}" for fault in faults)


def _in_calendar(folder: Path) -> tuple[Fault, ...]:
    """What is wrong with the group's local actions, where it has any."""
    if not (path := folder / EVENTS_FILE).exists():
        return ()
    try:
        read_calendar(path)
    except FaultyFiles as faulty:
        return faulty.faults
    return ()


def _tell_soon(folders: Iterable[Path], today: date) -> None:
    """Say what is to be looked up soon; a folder that cannot be read is among the faults."""
    for folder in folders:
        with suppress(FaultyFiles):
            for due in due_soon(load_campaign(folder), today):
                click.echo(f"within {SOON} days: {folder.name}/{due}", err=True)


def _in_data(today: date) -> Iterator[str]:
    faults: list[Fault] = []
    try:
        parliament = current_members.bundled_parliament()
        table = current_postcodes.bundled_table()
        faults += check_tables(parliament, table.codes)
        for warning in wrong_dates(
            parliament, PostcodeEdition(current_postcodes.POSTCODES_AS_OF), today
        ):
            click.echo(warning, err=True)
    except FaultyFiles as faulty:
        faults += faulty.faults
    yield from (f"data/{fault}" for fault in faults)


def _of_house(today: date) -> Iterator[str]:
    """A table that is older than an election; a dissolution, begun or to come, is only reported."""
    try:
        parliament = parliament_on(today)
    except FaultyFiles:
        return  # told already
    told = absence(parliament).said or coming(parliament)
    if parliament.stage is Stage.ELECTED:
        yield f"{told} {message('parliament', 'refresh')}"
    elif told:
        click.echo(told, err=True)


def _loaded(folder: Path) -> Campaign:
    try:
        return load_campaign(folder)
    except FaultyFiles as faulty:
        for fault in faulty.faults:
            click.echo(f"{folder.name}/{fault}", err=True)
        raise SystemExit(1) from None
