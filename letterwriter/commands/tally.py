"""``letterwriter tally``: tallies of letters made, added up, as on the organiser's page."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from letterwriter.campaigns.overlay import operators_campaign
from letterwriter.commands.on_paper.pack import known_site, site_option
from letterwriter.commands.shared_options import (
    campaign_option,
    date_option,
    parliament_on,
    today_or,
)
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.files.whole_files import read_whole
from letterwriter.files.writing import write_file
from letterwriter.packs.pack import Poster
from letterwriter.packs.posters import make_poster
from letterwriter.parliament.members import Parliament
from letterwriter.tallies.hexes import hexes
from letterwriter.tallies.hexmap import hex_map
from letterwriter.tallies.reading import LARGEST_FILE, ReadTallies, read_tallies
from letterwriter.tallies.sheets import Promoted, member_sheets, poster_words
from letterwriter.tallies.sums import (
    Sums,
    by_constituency,
    csv_table,
    in_all,
    missing_parts,
    once_each,
    sums_of,
)

_OUT = click.Path(dir_okay=False, path_type=Path)
_SOME_WRONG, _NOTHING = 1, 2  # exit statuses


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--csv", type=_OUT, help="A table by day, constituency and stall.")
@click.option("--map", "svg", type=_OUT, help="The map of constituencies, an SVG.")
@click.option("--sheets", type=_OUT, help="A PDF with a sheet for each MP.")
@click.option("--poster", type=_OUT, help="A PDF for the stall: so many letters to so many MPs.")
@site_option
@date_option
@campaign_option
def tally(  # noqa: PLR0913  # click hands every option over as an argument
    *,
    files: tuple[Path, ...],
    csv: Path | None,
    svg: Path | None,
    sheets: Path | None,
    poster: Path | None,
    site: str,
    day: datetime | None,
    campaign: str,
) -> None:
    """Add up the tallies in FILE..., each of them once however often it is there.

    Exits with 1 if some of it is no tally (the rest counts all the same),
    and with 2 if none of it is.
    """
    parliament = parliament_on(today_or(day))
    chosen = operators_campaign(campaign, instance_folder())
    reading, wrong = _read(files, parliament)
    sums = sums_of(reading.tallies)
    for line in (*wrong, *_told(reading, sums, parliament)):
        click.echo(line)
    if (sheets or poster) and not in_all(sums).made.letters:
        raise click.UsageError(message("tallies", "nothing-made"))
    names = {seat.constituency.code: seat.constituency.name for seat in parliament}
    if csv:
        write_file(csv, [b"\xef\xbb\xbf", csv_table(sums, names.__getitem__).encode()])
    if svg:
        letters = {code: each.made.letters for code, each in by_constituency(sums).items()}
        write_file(svg, [hex_map(letters, names, hexes())])
    if sheets:
        by = Promoted(chosen.promoter.group, chosen.promoter.contact)
        write_file(sheets, [member_sheets(sums, parliament, by)])
    if poster:
        what = Poster(poster_words(sums), known_site(site), chosen.promoter.imprint)
        write_file(poster, [make_poster(what)])
    raise SystemExit(_NOTHING if not reading.tallies else _SOME_WRONG if wrong else 0)


def _read(files: Iterable[Path], parliament: Parliament) -> tuple[ReadTallies, list[str]]:
    """All tallies of these files, and what is wrong with the rest of them."""
    whole, wrong = ReadTallies(), []
    for file in files:
        try:
            found = read_tallies(read_whole(file, LARGEST_FILE).decode("utf-8-sig"), parliament)
        except UnicodeDecodeError:
            wrong.append(message("tallies", "not-text", file=file.name))
            continue
        whole.tallies += found.tallies
        for line, why in found.wrong:
            slots = {"file": file.name, "line": str(line), "why": message("tallies", why)}
            wrong.append(message("tallies", "in-line", **slots))
    return whole, wrong


def _told(reading: ReadTallies, sums: Sums, parliament: Parliament) -> Iterable[str]:
    if not reading.tallies:
        yield message("tallies", "nothing")
        return
    places = {code: each for code, each in by_constituency(sums).items() if each.made.letters}
    total = in_all(sums)
    slots = {"letters": f"{total.made.letters:,}", "places": str(len(places))}
    yield message("tallies", "added", **slots, tallies=str(len(once_each(reading.tallies))))
    if total.ahead:
        yield message("tallies", "ahead", letters=f"{total.ahead:,}")
    for code, each in sorted(places.items(), key=lambda pair: -pair[1].made.letters):
        name = parliament[code].constituency.name
        yield message("tallies", "row", place=name, letters=f"{each.made.letters:,}")
    for id_, (of, missing) in missing_parts(reading.tallies).items():
        numbers = ", ".join(map(str, missing))
        yield message("tallies", "codes-missing", id=id_, of=str(of), missing=numbers)
