"""``letterwriter export``: a table in a form for other programs."""

from collections.abc import Iterator
from pathlib import Path

import click

from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.files.writing import write_file
from letterwriter.parliament import current_members
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.directory.messages import month
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.postcodes.sectors import pairs

_OUT = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


@click.group()
def export() -> None:
    """Write a table in a form for other programs."""


@export.command()
@click.option("--out", type=_OUT, help="The file; without it, the screen or the next program.")
def postcodes(*, out: Path | None) -> None:
    """Write the postcodes in use as CSV, a line for each: postcode,constituency.

    ``letterwriter refresh postcodes`` reads it back to the same table.
    """
    instance = instance_folder()
    members = current_members.current_members(instance)
    now = current_postcodes.current_postcodes(instance, members.parliament)
    if out and str(out) != "-":
        write_file(out, _lines(now.table))
    else:
        with click.open_file("-", "wb") as file:
            file.writelines(_lines(now.table))
    count = f"{len(now.table):,}"
    click.echo(
        message("postcodes", "exported", count=count, month=month(now.edition.as_of)), err=True
    )
    if now.table.with_northern_ireland:
        click.echo(message("postcodes", "exported-northern-ireland"), err=True)


def _lines(table: PostcodeTable) -> Iterator[bytes]:
    yield b"postcode,constituency\n"
    for sector, code, units in table.rows():
        yield "".join(f"{sector}{end},{code}\n" for end in pairs(units)).encode()
