"""``letterwriter postcards``: four postcards on a sheet, to cut."""

from pathlib import Path

import click

from letterwriter.campaigns.overlay import operators_campaign
from letterwriter.commands.pack import only_known, out_option
from letterwriter.commands.shared_options import campaign_option
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.files.writing import write_file
from letterwriter.packs.areas import constituencies
from letterwriter.packs.postcards import LONGEST, MessageTooLong, make_postcards
from letterwriter.packs.request import Nobody, PackSource
from letterwriter.parliament import current_members
from letterwriter.text.cleaning import clean


@click.command()
@click.option("--constituency", required=True, multiple=True, help="Its code or name; repeatable.")
@click.option(
    "--message", "text", default="", help="160 characters or so; without it, lines to write on."
)
@campaign_option
@out_option
def postcards(*, constituency: tuple[str, ...], text: str, campaign: str, out: Path) -> None:
    """Make postcards to MPs, four on a sheet: print them on both sides, and cut."""
    source = PackSource(
        operators_campaign(campaign, instance_folder()),
        current_members.current_parliament(),
        site="",
    )
    codes = only_known(constituencies(constituency, source.parliament)).codes
    try:
        to = [source.recipient(code) for code in codes]
        write_file(out, [make_postcards(to, clean(text), source.poster.imprint)])
    except Nobody as nobody:
        raise click.ClickException(message("volunteers", "nobody", name=nobody.place)) from None
    except MessageTooLong as error:
        limits = {"length": str(error.length), "limit": str(LONGEST)}
        raise click.UsageError(message("volunteers", "long-message", **limits)) from None
