"""``letterwriter testsheet``: a page to try window envelopes with."""

from pathlib import Path

import click

from letterwriter.files.writing import write_file
from letterwriter.packs.testsheet import envelope_sheet


@click.command()
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The PDF to write.",
)
def testsheet(*, out: Path) -> None:
    """Write a page that shows whether your window envelopes fit."""
    write_file(out, [envelope_sheet()])
