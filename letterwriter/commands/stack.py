"""``letterwriter stack``: letters from a list of people, as one PDF in order of MP."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random

import click

from letterwriter.domain.passage import fill
from letterwriter.domain.stack import Sorter, Stack
from letterwriter.outputs import lists
from letterwriter.outputs.stack import as_stack
from letterwriter.sources import shipped, tables
from letterwriter.sources.lists import MOST_BYTES, People, read_list
from letterwriter.sources.stack_words import explanation, reason
from letterwriter.sources.unreadable import Unreadable
from letterwriter.sources.words import words

_FILE = click.Path(dir_okay=False, path_type=Path)
_SOME_BAD, _NONE_GOOD = 1, 2  # exit statuses

Bad = list[tuple[int, str]]  # lines and reasons


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=_FILE, help="The PDF to write.")
@click.option("--bad", "mend", type=_FILE, help="A CSV file to write the rows to mend into.")
@click.option("--campaign", default=shipped.DEFAULT_CAMPAIGN, show_default=True)
@click.option("--seed", type=int, help="The same seed and date give the same letters.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Today, if not given.")
def stack(
    *,
    file: Path,
    out: Path,
    mend: Path | None,
    campaign: str,
    seed: int | None,
    day: datetime | None,
) -> None:
    """Make letters from FILE, a CSV or Excel list with name, address and postcode.

    Exits with 1 if some rows need mending (the others are printed all the
    same), and with 2 if no row makes a letter.
    """
    today = day.date() if day else datetime.now().astimezone().date()
    parliament = tables.parliament()
    table = tables.postcodes(parliament)
    sorter = Sorter(parliament, table, shipped.campaign(campaign), today)
    people = _read(file)
    made = sorter.sort(people.rows)
    bad = [(row, reason(trouble, parliament)) for row, trouble in made.bad]
    click.echo("\n".join(_preview(people, made, [(row.line, why) for row, why in bad])))
    if bad and mend:
        titles = words("stack")["mend-line"], words("stack")["mend-reason"]
        mend.write_bytes(lists.to_mend(people.headings, bad, titles))
        click.echo(fill(words("stack")["terminal-mend"], {"file": str(mend)}))
    if not made.count:
        click.echo(words("stack")["terminal-nothing"], err=True)
        raise SystemExit(_NONE_GOOD)
    random = Random(seed)  # noqa: S311  # which wording is picked is no secret; a seed must repeat it
    label = words("stack")["terminal-progress"]
    with click.progressbar(length=made.count + len(made.piles), label=label) as bar:
        pdf = as_stack(
            made, lambda pile: sorter.letters(pile, random), words("stack"), today, made=bar.update
        )
    out.write_bytes(pdf)
    done = {"count": f"{made.count:,}", "file": str(out)}
    click.echo(fill(words("stack")["terminal-done"], done))
    raise SystemExit(_SOME_BAD if bad else 0)


def _read(file: Path) -> People:
    try:
        with file.open("rb") as content:
            return read_list(content.read(MOST_BYTES + 1))
    except Unreadable as unreadable:
        click.echo(explanation(unreadable), err=True)
        raise SystemExit(_NONE_GOOD) from None


def _preview(people: People, made: Stack, bad: Bad) -> Iterator[str]:
    say = words("stack")
    slots = {
        "rows": f"{len(people.rows):,}",
        "count": f"{made.count:,}",
        "piles": str(len(made.piles)),
    }
    yield fill(say["terminal-read"], slots)
    for pile in made.piles:
        slots = {"mp": pile.to.member.name, "constituency": pile.to.constituency.name}
        yield fill(say["terminal-pile"], slots | {"count": str(len(pile.orders))})
    if made.guessed:
        lines = ", ".join(str(order.row.line) for order in made.guessed)
        yield fill(say["terminal-guess"], {"lines": lines})
    if bad:
        yield fill(say["terminal-bad-count"], {"bad": str(len(bad))})
    for line, why in bad:
        yield fill(say["terminal-bad"], {"line": str(line), "reason": why})
