"""``letterwriter poster``: a poster for the window."""

from pathlib import Path

import click

from letterwriter.campaigns.overlay import operators_campaign
from letterwriter.commands.on_paper.pack import bleed_option, known_site, out_option, site_option
from letterwriter.commands.shared_options import campaign_option
from letterwriter.files.instance import instance_folder
from letterwriter.files.writing import write_file
from letterwriter.packs.pack import Poster
from letterwriter.packs.posters import DESIGNS, SIZES, make_poster


@click.command()
@click.option("--design", type=click.IntRange(1, len(DESIGNS)), default=1, show_default=True)
@click.option("--size", type=click.Choice(SIZES), default="a4", show_default=True)
@bleed_option
@site_option
@campaign_option
@out_option
def poster(*, design: int, size: str, site: str, campaign: str, bleed: bool, out: Path) -> None:
    """Make a poster with the campaign's words and the site's address. Print it at actual size."""
    chosen = operators_campaign(campaign, instance_folder())
    what = Poster(chosen.poster_text, known_site(site), chosen.promoter.imprint)
    write_file(out, [make_poster(what, design, size, bleed=bleed)])
