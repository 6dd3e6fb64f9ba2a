"""``letterwriter refresh postcodes``: a newer table from the ONS Postcode Directory."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click

from letterwriter.commands.shared_options import date_option, today_or
from letterwriter.files.instance import draft, install, instance_folder
from letterwriter.files.messages import message
from letterwriter.files.writing import reason_for
from letterwriter.parliament import current_members
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.seat_checks import check_tables
from letterwriter.postcodes import current_postcodes, sector_file
from letterwriter.postcodes.current_postcodes import (
    POSTCODES_FOLDER,
    CurrentPostcodes,
    load_postcodes,
    save_postcodes,
)
from letterwriter.postcodes.directory.files import directory_parts
from letterwriter.postcodes.directory.importing import PostcodeSheet, postcode_sheets
from letterwriter.postcodes.directory.messages import doubt_words, month, reading_lines
from letterwriter.postcodes.directory.report import Reading, read_directory, reading_doubts
from letterwriter.postcodes.edition import PostcodeEdition, day_of, last_day
from letterwriter.postcodes.sectors import table_changes

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_REFUSED, _UNWRITABLE = 4, 5  # exit statuses
_FAULTS_TOLD: Final = 5  # a file of one town lacks hundreds of constituencies
_FILE: Final = click.Path(exists=True, path_type=Path)
_OUT: Final = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Run:
    """What the options ask for, and the table now."""

    file: Path
    folder: Path
    parliament: Parliament
    now: CurrentPostcodes
    today: date
    ended: bool
    northern_ireland: bool
    accept: bool


@click.command()
@click.argument("file", type=_FILE)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d", "%Y-%m"]), help="Its month, if its name has none."
)
@click.option("--terminated", is_flag=True, help="Also keep postcodes that are no longer in use.")
@click.option(
    "--with-northern-ireland",
    is_flag=True,
    help="Also keep Northern Ireland's. They are not under the Open Government Licence, so only "
    "where a licence of your own allows it; see docs/data.md.",
)
@click.option("--accept", is_flag=True, help="Take it even with many bad rows or many gone.")
@click.option("--yes", is_flag=True, help="Do not ask before the new table is put in place.")
@click.option("--out", type=_OUT, help="Write only this file, and put nothing in place.")
@date_option
def postcodes(  # noqa: PLR0913  # click hands every option over as an argument
    *,
    file: Path,
    as_of: datetime | None,
    terminated: bool,
    with_northern_ireland: bool,
    accept: bool,
    yes: bool,
    out: Path | None,
    day: datetime | None,
) -> None:
    """Take postcodes from FILE: the ONS Postcode Directory, or a list.

    FILE is the zip as ONS gives it out, the folder in it, or a CSV file with a
    column of postcodes and one of constituencies' codes. The new table is
    written beside the old one, read back, and put in place at one stroke.
    Where anything is wrong the old table stays.

    Exits with 0 when the table is in place, with 1 if FILE cannot be read or
    if you decline, with 2 for a wrong option, with 4 if what it holds is not
    to be believed, and with 5 if the table cannot be written.
    """
    instance = instance_folder()
    parliament = current_members.current_members(instance).parliament
    run = _Run(
        file=file.resolve(),
        folder=instance / POSTCODES_FOLDER,
        parliament=parliament,
        now=current_postcodes.current_postcodes(instance, parliament),
        today=today_or(day),
        ended=terminated,
        northern_ireland=with_northern_ireland,
        accept=accept,
    )
    reading, edition = _read(
        run, last_day(as_of.year, as_of.month) if as_of else None, install=out is None
    )
    _report_and_check(run, reading, edition)
    try:
        if out:
            _write(reading, out)
        else:
            _install(run, reading, edition, ask=not yes and _at_a_terminal())
    except OSError as error:
        where = str(out or run.folder)
        _stop(
            run,
            [message("postcodes", "unwritable", folder=where, why=reason_for(error))],
            _UNWRITABLE,
        )


def _read(run: _Run, as_of: date | None, *, install: bool) -> tuple[Reading, PostcodeEdition]:
    with directory_parts(run.file) as files:
        found = postcode_sheets(run.file.name, files)
        names = (run.file.name, *(sheet.part.name for sheet in found[:1]))
        as_of = as_of or next(filter(None, map(day_of, names)), None)
        if as_of is None:
            raise click.UsageError(message("postcodes", "no-date", source=run.file.name))
        edition = PostcodeEdition(as_of, run.file.name)
        if install:
            _not_older(run, edition)
        with _progress(found) as bar:
            rows = chain.from_iterable(sheet.rows(bar.update) for sheet in found)
            reading = read_directory(
                rows, run.parliament, ended=run.ended, northern_ireland=run.northern_ireland
            )
    return reading, edition


def _progress(found: Sequence[PostcodeSheet]) -> "ProgressBar[int]":
    length = sum(sheet.part.size for sheet in found)
    return click.progressbar(length=length, label=message("postcodes", "reading"), file=sys.stderr)


def _not_older(run: _Run, edition: PostcodeEdition) -> None:
    """Raise UsageError for an edition that would not be used, or cannot be."""
    slots = {"month": month(edition.as_of), "now": month(run.now.edition.as_of)}
    if edition.as_of > last_day(run.today.year, run.today.month):
        raise click.UsageError(message("postcodes", "future", **slots))
    if edition.as_of < run.now.edition.as_of:
        if run.now.folder:
            raise click.UsageError(
                message("postcodes", "older", **slots, folder=str(run.now.folder))
            )
        raise click.UsageError(message("postcodes", "older-than-ours", **slots))


def _report_and_check(run: _Run, reading: Reading, edition: PostcodeEdition) -> None:
    """Tell what was read, and end the program where it is not to be believed."""
    found = table_changes(run.now.table.rows(), reading.live)
    click.echo("\n".join(reading_lines(reading, edition, run.now, found, run.parliament)))
    doubted = list(reading_doubts(reading, found, len(run.now.table)))
    faults = list(check_tables(run.parliament, reading.codes))
    wrong = [doubt for doubt in doubted if not (doubt.acceptable and run.accept)]
    against = [doubt_words(doubt, reading, found) for doubt in wrong]
    if faults and not wrong:
        against = [*map(str, faults[:_FAULTS_TOLD]), message("postcodes", "incomplete")]
    if against:
        _stop(run, against, _REFUSED)


def _write(reading: Reading, out: Path) -> None:
    sector_file.write_sectors(reading.live, out)
    click.echo(message("postcodes", "done-file", file=str(out)))
    if reading.ended:
        beside = out.with_name(f"{out.stem}-ended{out.suffix}")
        sector_file.write_sectors(reading.ended, beside)
        click.echo(message("postcodes", "done-file", file=str(beside)))


def _install(run: _Run, reading: Reading, edition: PostcodeEdition, *, ask: bool) -> None:
    with draft(run.folder) as folder:
        save_postcodes(reading, edition, folder)
        load_postcodes(folder, run.parliament)  # as the site will
        if ask:
            click.confirm(message("postcodes", "confirm"), abort=True)
        last_good = [run.now.folder] if run.now.folder else []
        table = install(folder, edition.as_of, keep=last_good)
    click.echo(message("postcodes", "done", month=month(edition.as_of), folder=str(table)))


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _stop(run: _Run, why: Sequence[str], status: int) -> NoReturn:
    stays = message("postcodes", "stays", now=month(run.now.edition.as_of))
    click.echo("\n".join([*why, stays]), err=True)
    raise SystemExit(status)
