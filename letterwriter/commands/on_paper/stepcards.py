"""``letterwriter stepcards``: what to do next, on cards to cut and to fill in."""

from pathlib import Path

import click

from letterwriter.commands.on_paper.pack import known_site, out_option, site_option
from letterwriter.files.writing import write_file
from letterwriter.followup.step_cards import make_step_cards


@click.command()
@site_option
@out_option
def stepcards(*, site: str, out: Path) -> None:
    """Make cards for the next step, four on a sheet, to give to people whose letter is posted."""
    write_file(out, [make_step_cards(known_site(site))])
