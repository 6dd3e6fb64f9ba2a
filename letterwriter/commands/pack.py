"""``letterwriter pack``: everything on paper for a stall, as one PDF."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import click

from letterwriter.domain.dealer import TooFewWordings
from letterwriter.domain.pack import LabelSheet, Part, TooMuch
from letterwriter.domain.packing import Nobody, Order, Stock
from letterwriter.domain.packing import pack as packed
from letterwriter.domain.parliament import Parliament
from letterwriter.domain.places import Places, constituencies, councils, districts
from letterwriter.domain.sorting import Sector, in_districts, shares, touching
from letterwriter.outputs.binding import bound
from letterwriter.outputs.pack import Job, jobs
from letterwriter.outputs.posters import DESIGNS
from letterwriter.outputs.qr import LONGEST_SITE
from letterwriter.sources import shipped, tables
from letterwriter.sources.volunteers import sentence, too_much_words, unknown_words

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

site_option = click.option(
    "--site", envvar="LETTERWRITER_SITE", default="", help="The site's address, for posters."
)
campaign_option = click.option("--campaign", default=shipped.DEFAULT_CAMPAIGN, show_default=True)
out_option = click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The PDF."
)


@click.command()
@click.option("--constituency", multiple=True, help="Its code or name; repeatable.")
@click.option("--council", multiple=True, help="All constituencies of a council; repeatable.")
@click.option("--district", multiple=True, help='Around the stall, "M14"; repeatable.')
@click.option("--copies", type=click.IntRange(1), default=20, show_default=True, help="For each.")
@click.option("--without", multiple=True, type=click.Choice([part.value for part in Part]))
@click.option("--concern", multiple=True, help="A concern's id; the suggested ones if none named.")
@click.option("--ask", default="", help="An ask's id, for the MPs whom it fits.")
@click.option("--labels", type=click.Choice([s.value for s in LabelSheet]), default="l7163")
@click.option("--design", type=click.IntRange(1, len(DESIGNS)), default=1, help="The poster's.")
@click.option("--seed", type=int, help="The same seed and date give the same letters.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Today, if not given.")
@site_option
@campaign_option
@out_option
def pack(  # noqa: PLR0913  # click hands every option over as an argument
    *,
    constituency: tuple[str, ...],
    council: tuple[str, ...],
    district: tuple[str, ...],
    copies: int,
    without: tuple[str, ...],
    concern: tuple[str, ...],
    ask: str,
    labels: str,
    design: int,
    seed: int | None,
    day: datetime | None,
    site: str,
    campaign: str,
    out: Path,
) -> None:
    """Make letters to sign at a table, with all that goes round them, for some constituencies."""
    parliament = tables.parliament()
    codes, sectors = _places(parliament, constituency, council, district)
    order = Order(
        copies=dict.fromkeys(codes, copies),
        sectors=tuple(sectors),
        parts=frozenset(Part) - {Part(part) for part in without},
        labels=LabelSheet(labels),
        concern_ids=concern,
        ask_id=ask,
        design=design,
    )
    stock = Stock(shipped.campaign(campaign), parliament, known_site(site))
    _known(stock, order, day.date() if day else None)
    out.write_bytes(_made(order, stock, day.date() if day else _today(), seed))


def known_site(site: str) -> str:
    """The address for posters, with a word where there is none."""
    if len(site.encode()) > LONGEST_SITE:
        raise click.UsageError(f"--site can be at most {LONGEST_SITE} bytes long")
    if not site:
        click.echo(sentence("no-site"), err=True)
    return site


def chosen(places: Places) -> Places:
    """The places, all of them known. Raises UsageError telling which are not."""
    if places.unknown:
        raise click.UsageError("\n".join(map(unknown_words, places.unknown)))
    return places


def _today() -> date:
    return datetime.now().astimezone().date()


def _places(
    parliament: Parliament,
    names: Iterable[str],
    council: Iterable[str],
    district: Iterable[str],
) -> tuple[list[str], list[Sector]]:
    """The codes to write letters for, and the sectors for the sorting sheet."""
    table = tables.postcodes(parliament)
    everywhere = list(table.sectors())
    outwards = {sector.partition(" ")[0] for sector, _ in everywhere}
    named = constituencies(names, parliament) + councils(council, parliament)
    places = chosen(named + districts(district, outwards))
    around = in_districts(everywhere, places.outwards)
    for share in shares(around):
        name = parliament[share.code].constituency.name
        click.echo(f"{name}: {share.postcodes:,} postcodes around here", err=True)
    codes = dict.fromkeys((*places.codes, *(share.code for share in shares(around))))
    if not codes:
        raise click.UsageError(sentence("no-places"))
    return list(codes), around or touching(everywhere, codes)


def _known(stock: Stock, order: Order, day: date | None) -> None:
    offered = [concern.id for concern in stock.campaign.concerns_on(day or _today())]
    asks = [ask.id for ask in stock.campaign.asks]
    for what, named, known in (
        ("concern", order.concern_ids, offered),
        ("ask", [order.ask_id] if order.ask_id else [], asks),
    ):
        for id_ in named:
            if id_ not in known:
                raise click.UsageError(f"there is no {what} {id_!r}: {', '.join(known)}")


def _made(order: Order, stock: Stock, today: date, seed: int | None) -> bytes:
    random = Random(seed)  # noqa: S311  # which wording is picked is no secret; a seed must repeat it
    try:
        parts = jobs(packed(order, stock, today, random))
    except TooMuch as error:
        raise click.UsageError(too_much_words(error)) from None
    except TooFewWordings:
        raise click.ClickException(sentence("too-few-wordings")) from None
    except Nobody as nobody:
        raise click.ClickException(sentence("nobody", name=nobody.place)) from None
    with click.progressbar(length=len(parts), label="Setting pages", file=sys.stderr) as bar:
        return bound(_counted(parts, bar), sentence("pack-title"))


def _counted(parts: Iterable[Job], bar: "ProgressBar[int]") -> Iterator[bytes]:
    for part in parts:
        yield part()
        bar.update(1)
