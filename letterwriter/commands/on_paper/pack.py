"""``letterwriter pack``: everything on paper for a stall, as one PDF."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import click

from letterwriter.campaigns.overlay import operators_campaign
from letterwriter.commands.shared_options import (
    campaign_option,
    date_option,
    parliament_on,
    setting,
    tally_option,
    today_or,
    write_tally,
)
from letterwriter.documents.pdf_files.pdf_merge import joined_pdf
from letterwriter.documents.qr import LONGEST_SITE
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.files.writing import write_file
from letterwriter.packs.areas import Places, constituencies, councils, districts, sectors_to_sort
from letterwriter.packs.messages import too_many_words, too_much_words, unknown_words
from letterwriter.packs.pack import LabelSheet, Part, TooMuch
from letterwriter.packs.pack_pdf import Job, jobs
from letterwriter.packs.posters import DESIGNS
from letterwriter.packs.request import Nobody, PackRequest, PackSource, pack_parts
from letterwriter.packs.sorting_sheet import shares
from letterwriter.packs.variations import TooFewWordings
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.sector_table import Sector
from letterwriter.text.web_address import site_address, without_secret

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

site_option = click.option(
    "--site", default=setting("SITE", ""), help="The site's address, for posters."
)
bleed_option = click.option(
    "--bleed", is_flag=True, help="For a print shop: 3 mm over the edge, and marks where to cut."
)
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
@tally_option
@date_option
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
    tally_file: Path | None,
    day: datetime | None,
    site: str,
    campaign: str,
    out: Path,
) -> None:
    """Make letters to sign at a table, with all that goes round them, for some constituencies."""
    today = today_or(day)
    parliament = parliament_on(today)
    codes, sectors = _places(parliament, constituency, council, district)
    request = PackRequest(
        copies=dict.fromkeys(codes, copies),
        sectors=tuple(sectors),
        parts=frozenset(Part) - {Part(part) for part in without},
        labels=LabelSheet(labels),
        concern_ids=concern,
        ask_id=ask,
        design=design,
    )
    source = PackSource(
        operators_campaign(campaign, instance_folder()), parliament, known_site(site)
    )
    _refuse_unknown(source, request, today)
    try:
        if any(source.recipient(code).office_unknown for code in codes):
            click.echo(message("volunteers", "office-unknown-many"), err=True)
        write_file(out, [_pack_pdf(request, source, today, seed)])
    except Nobody as nobody:
        raise click.ClickException(nobody.why) from None
    write_tally(tally_file, today, request.copies if Part.LETTERS in request.parts else {})


def known_site(site: str) -> str:
    """The address for posters, with a word where there is none."""
    if len(site.encode()) > LONGEST_SITE:
        raise click.UsageError(f"--site can be at most {LONGEST_SITE} bytes long")
    if not site:
        click.echo(message("volunteers", "no-site"), err=True)
        return ""
    try:
        return site_address(site)
    except ValueError as error:
        raise click.UsageError(f"--site is {without_secret(site)!r}: {error}") from None


def only_known(places: Places) -> Places:
    """The places, all of them known. Raises UsageError telling which are not, or are too many."""
    wrong = [*map(unknown_words, places.unknown), *map(too_many_words, places.too_many)]
    if wrong:
        raise click.UsageError("\n".join(wrong))
    return places


def _places(
    parliament: Parliament,
    names: Iterable[str],
    council: Iterable[str],
    district: Iterable[str],
) -> tuple[list[str], list[Sector]]:
    """The codes to write letters for, and the sectors for the sorting sheet."""
    index = current_postcodes.current_table(parliament).index
    named = constituencies(names, parliament) + councils(council, parliament)
    places = only_known(named + districts(district, index))
    around = index.in_districts(places.outwards)
    for share in shares(around):
        name = parliament[share.code].constituency.name
        click.echo(f"{name}: {share.postcodes:,} postcodes around here", err=True)
    codes = dict.fromkeys((*places.codes, *(share.code for share in shares(around))))
    if not codes:
        raise click.UsageError(message("volunteers", "no-places"))
    return list(codes), list(sectors_to_sort(places, index))


def _refuse_unknown(source: PackSource, request: PackRequest, today: date) -> None:
    offered = [concern.id for concern in source.campaign.concerns_on(today)]
    asks = [ask.id for ask in source.campaign.asks]
    for what, named, known in (
        ("concern", request.concern_ids, offered),
        ("ask", [request.ask_id] if request.ask_id else [], asks),
    ):
        for id_ in named:
            if id_ not in known:
                raise click.UsageError(f"there is no {what} {id_!r}: {', '.join(known)}")


def _pack_pdf(request: PackRequest, source: PackSource, today: date, seed: int | None) -> bytes:
    random = Random(seed)  # noqa: S311  # which wording is picked is no secret; a seed must repeat it
    try:
        parts = jobs(pack_parts(request, source, today, random))
    except TooMuch as error:
        raise click.UsageError(too_much_words(error)) from None
    except TooFewWordings:
        raise click.ClickException(message("volunteers", "too-few-wordings")) from None
    with click.progressbar(length=len(parts), label="Setting pages", file=sys.stderr) as bar:
        return joined_pdf(_with_progress(parts, bar), message("volunteers", "pack-title"))


def _with_progress(parts: Iterable[Job], bar: "ProgressBar[int]") -> Iterator[bytes]:
    for part in parts:
        yield part()
        bar.update(1)
