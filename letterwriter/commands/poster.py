"""``letterwriter poster``: a poster for the window."""

from pathlib import Path

import click

from letterwriter.commands.pack import campaign_option, known_site, out_option, site_option
from letterwriter.domain.pack import Poster
from letterwriter.outputs.posters import DESIGNS, SIZES
from letterwriter.outputs.posters import poster as printed
from letterwriter.sources import shipped


@click.command()
@click.option("--design", type=click.IntRange(1, len(DESIGNS)), default=1, show_default=True)
@click.option("--size", type=click.Choice(SIZES), default="a4", show_default=True)
@site_option
@campaign_option
@out_option
def poster(*, design: int, size: str, site: str, campaign: str, out: Path) -> None:
    """Make a poster with the campaign's words and the site's address."""
    told = shipped.campaign(campaign)
    what = Poster(told.poster_text, known_site(site), told.promoter.imprint)
    out.write_bytes(printed(what, design, size))
