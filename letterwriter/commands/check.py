"""``letterwriter check``: what is wrong in the campaign and data files, and how to mend it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from letterwriter.domain.checks import check as check_campaign
from letterwriter.domain.fault import Fault, FaultyFiles
from letterwriter.domain.table_checks import check_tables
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.sources.campaigns import load_campaign
from letterwriter.sources.members import load_parliament
from letterwriter.sources.postcodes import PostcodeTable


@click.command()
@click.argument(
    "campaigns", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Today, if not given.")
def check(campaigns: tuple[Path, ...], day: datetime | None) -> None:
    """Check campaign folders (all of ours if none is named) and the data files."""
    today = day.date() if day else datetime.now().astimezone().date()
    folders = campaigns or tuple(sorted(path for path in CAMPAIGNS.iterdir() if path.is_dir()))
    faults = [*_in_data(), *(line for folder in folders for line in _in_campaign(folder, today))]
    for fault in faults:
        click.echo(fault)
    if faults:
        raise SystemExit(f"{len(faults)} to mend.")
    click.echo(f"Nothing to mend in {', '.join(folder.name for folder in folders)} and the data.")


def _in_campaign(folder: Path, today: date) -> Iterator[str]:
    try:
        faults = check_campaign(load_campaign(folder), today)
    except FaultyFiles as faulty:
        faults = list(faulty.faults)
    yield from (f"{folder.name}/{fault}" for fault in faults)


def _in_data() -> Iterator[str]:
    faults: list[Fault] = []
    try:
        parliament = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
        table = PostcodeTable.load(DATA / "postcodes_constituencies.csv")
        faults += check_tables(parliament, {code for _, code in table})
    except FaultyFiles as faulty:
        faults += faulty.faults
    yield from (f"data/{fault}" for fault in faults)
