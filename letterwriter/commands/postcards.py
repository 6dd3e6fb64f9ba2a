"""``letterwriter postcards``: four postcards on a sheet, to cut."""

from pathlib import Path

import click

from letterwriter.commands.pack import campaign_option, chosen, out_option
from letterwriter.domain.packing import Nobody, Stock
from letterwriter.domain.places import constituencies
from letterwriter.outputs.postcards import LONGEST, MessageTooLong
from letterwriter.outputs.postcards import postcards as printed
from letterwriter.sources import shipped, tables
from letterwriter.sources.volunteers import sentence


@click.command()
@click.option("--constituency", required=True, multiple=True, help="Its code or name; repeatable.")
@click.option("--message", default="", help="160 characters or so; without it, lines to write on.")
@campaign_option
@out_option
def postcards(*, constituency: tuple[str, ...], message: str, campaign: str, out: Path) -> None:
    """Make postcards to MPs, four on a sheet: print them on both sides, and cut."""
    stock = Stock(
        shipped.campaign(campaign),
        tables.parliament(),
        site="",
    )
    codes = chosen(constituencies(constituency, stock.parliament)).codes
    try:
        to = [stock.recipient(code) for code in codes]
        out.write_bytes(printed(to, message, stock.poster.imprint))
    except Nobody as nobody:
        raise click.ClickException(sentence("nobody", name=nobody.place)) from None
    except MessageTooLong as error:
        limits = {"length": str(error.length), "limit": str(LONGEST)}
        raise click.UsageError(sentence("long-message", **limits)) from None
