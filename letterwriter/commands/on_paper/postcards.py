"""``letterwriter postcards``: four postcards on a sheet, to cut."""

from datetime import datetime
from pathlib import Path

import click

from letterwriter.campaigns.overlay import operators_campaign
from letterwriter.commands.on_paper.pack import bleed_option, only_known, out_option
from letterwriter.commands.shared_options import (
    campaign_option,
    date_option,
    parliament_on,
    today_or,
)
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.files.writing import write_file
from letterwriter.packs.areas import constituencies
from letterwriter.packs.postcards import LONGEST, MessageTooLong, make_postcards
from letterwriter.packs.request import Nobody, PackSource
from letterwriter.text.cleaning import clean


@click.command()
@click.option("--constituency", required=True, multiple=True, help="Its code or name; repeatable.")
@click.option(
    "--message", "text", default="", help="160 characters or so; without it, lines to write on."
)
@bleed_option
@date_option
@campaign_option
@out_option
def postcards(  # click hands every option over as an argument
    *,
    constituency: tuple[str, ...],
    text: str,
    day: datetime | None,
    campaign: str,
    bleed: bool,
    out: Path,
) -> None:
    """Make postcards to MPs, four on a sheet: print them on both sides, and cut."""
    source = PackSource(
        operators_campaign(campaign, instance_folder()),
        parliament_on(today_or(day)),
        site="",
    )
    codes = only_known(constituencies(constituency, source.parliament)).codes
    try:
        to = [source.recipient(code) for code in codes]
        cards = make_postcards(to, clean(text), source.poster.imprint, bleed=bleed)
        write_file(out, [cards])
    except Nobody as nobody:
        raise click.ClickException(nobody.why) from None
    except MessageTooLong as error:
        limits = {"length": str(error.length), "limit": str(LONGEST)}
        raise click.UsageError(message("volunteers", "long-message", **limits)) from None
