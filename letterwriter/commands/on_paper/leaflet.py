"""``letterwriter leaflet``: what is changing, on one side of A4."""

from datetime import datetime
from pathlib import Path

import click

from letterwriter.campaigns import loading
from letterwriter.campaigns.changes import changes_on
from letterwriter.commands.on_paper.pack import known_site, out_option, site_option
from letterwriter.commands.shared_options import campaign_option, date_option, today_or
from letterwriter.files.writing import write_file
from letterwriter.packs.leaflet import make_leaflet


@click.command()
@date_option
@site_option
@campaign_option
@out_option
def leaflet(*, day: datetime | None, site: str, campaign: str, out: Path) -> None:
    """Make a leaflet for the stall: what the page "What is changing?" says, on one side."""
    chosen = loading.bundled_campaign(campaign)
    parts = changes_on(chosen, today_or(day))
    write_file(out, [make_leaflet(parts, known_site(site), chosen.promoter.imprint)])
