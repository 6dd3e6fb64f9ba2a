"""``letterwriter export``: a table in a form for other programs."""

from collections.abc import Iterator
from pathlib import Path

import click

from letterwriter.domain.sectors import pairs
from letterwriter.sources import postcode_tables, tables
from letterwriter.sources.instance import instance_folder
from letterwriter.sources.postcode_words import month, sentence
from letterwriter.sources.postcodes import PostcodeTable

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
    now = postcode_tables.postcodes(instance_folder(), tables.parliament())
    with click.open_file(str(out or "-"), "wb", atomic=out is not None) as file:
        file.writelines(_lines(now.table))
    count = f"{len(now.table):,}"
    click.echo(sentence("exported", count=count, month=month(now.edition.as_of)), err=True)
    if now.table.with_northern_ireland:
        click.echo(sentence("exported-northern-ireland"), err=True)


def _lines(table: PostcodeTable) -> Iterator[bytes]:
    yield b"postcode,constituency\n"
    for sector, code, units in table.rows():
        yield "".join(f"{sector}{end},{code}\n" for end in pairs(units)).encode()
