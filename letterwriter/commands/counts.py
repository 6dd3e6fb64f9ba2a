"""``letterwriter counts``: the numbers of a site that counts letters, for whoever runs it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterwriter.counts.address import counts_address
from letterwriter.counts.interchange import as_lines, merged_numbers, read_numbers
from letterwriter.files.messages import message
from letterwriter.text.web_address import without_secret

if TYPE_CHECKING:  # what merges files needs no database
    from letterwriter.counts.database import CountsDatabase

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def counts() -> None:
    """Export, import, prune and merge counts of letters.

    They are in the database that LETTERWRITER_COUNTS names. The site may go on meanwhile.
    What is exported is exact: publish what /counts.csv has, which is rounded.
    """


@counts.command()
def export() -> None:
    """Print all numbers as CSV."""
    with _database() as database:
        for line in as_lines(database.numbers()):
            click.echo(line, nl=False)


@counts.command(name="import")
@click.argument("file", type=_FILE)
def import_(file: Path) -> None:
    """Let the numbers in FILE take the place of those that are there.

    Doing it twice is the same as doing it once. Rows that FILE does not have stay.
    """
    numbers = read_numbers(file)
    with _database() as database:
        database.put(numbers)
    click.echo(message("counts", "terminal-imported", rows=f"{len(numbers):,}"), err=True)


@counts.command()
@click.option("--before", type=click.DateTime(["%Y-%m-%d"]), required=True, help="2026-11-22, say.")
def prune(before: datetime) -> None:
    """Take away what was counted before a day, for ever."""
    with _database() as database:
        rows = database.prune(before.date())
    click.echo(message("counts", "terminal-pruned", rows=f"{rows:,}"), err=True)


@counts.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
def merge(files: tuple[Path, ...]) -> None:
    """Print the sums of FILES, each another site's export, as CSV.

    The same file twice counts once.
    """
    for line in as_lines(merged_numbers(files).items()):
        click.echo(line, nl=False)


@contextmanager
def _database() -> "Iterator[CountsDatabase]":
    """The one in the environment; its faults are told in words."""
    address = _address()
    from letterwriter.counts.database import CountsDatabase  # noqa: PLC0415  # only once it is needed
    from letterwriter.counts.database_faults import OF_DATABASES, passing_fault  # noqa: PLC0415

    database = CountsDatabase(address)
    try:
        database.prepare()
        yield database
    except OF_DATABASES as error:
        why = message("counts", "terminal-failed", why=passing_fault(error))
        raise click.ClickException(why) from None
    finally:
        database.close()


def _address() -> str:
    given = os.environ.get("LETTERWRITER_COUNTS", "").strip()
    if not given:
        raise click.UsageError(message("counts", "terminal-none"))
    try:
        return counts_address(given)
    except ValueError as error:
        shown = without_secret(given)
        raise click.UsageError(f"LETTERWRITER_COUNTS is {shown!r}: {error}") from None
