"""``letterwriter stack``: letters from a list of people, as one PDF in order of MP."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random

import click

from letterwriter.campaigns import loading
from letterwriter.commands.shared_options import (
    campaign_option,
    date_option,
    tally_option,
    today_or,
    write_tally,
)
from letterwriter.documents.budgets import LIST
from letterwriter.files.messages import message
from letterwriter.files.writing import write_file
from letterwriter.mailmerge import list_files
from letterwriter.mailmerge.batch import Batch, MailMerge
from letterwriter.mailmerge.batch_pdf import as_stack
from letterwriter.mailmerge.messages import explanation, reason
from letterwriter.mailmerge.people import MOST_BYTES, People, read_list
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.parliament import current_members
from letterwriter.postcodes import current_postcodes
from letterwriter.processes.budget import Spent
from letterwriter.processes.pool import Pool

_FILE = click.Path(dir_okay=False, path_type=Path)
_SOME_BAD, _NONE_GOOD = 1, 2  # exit statuses

Bad = list[tuple[int, str]]  # lines and reasons


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=_FILE, help="The PDF to write.")
@click.option("--bad", type=_FILE, help="A CSV file to write the rows to fix into.")
@campaign_option
@tally_option
@click.option("--seed", type=int, help="The same seed and date give the same letters.")
@date_option
def stack(  # noqa: PLR0913  # click hands every option over as an argument
    *,
    file: Path,
    out: Path,
    bad: Path | None,
    tally_file: Path | None,
    campaign: str,
    seed: int | None,
    day: datetime | None,
) -> None:
    """Make letters from FILE, a CSV or spreadsheet list with name, address and postcode.

    Exits with 1 if some rows need fixing (the others are printed all the
    same), and with 2 if no row makes a letter.
    """
    today = today_or(day)
    parliament = current_members.current_parliament()
    table = current_postcodes.current_table(parliament)
    mail_merge = MailMerge(parliament, table, loading.bundled_campaign(campaign), today)
    people = _read(file)
    made = mail_merge.sort(people.rows)
    faulty = [(row, reason(trouble, parliament)) for row, trouble in made.bad]
    click.echo("\n".join(_preview(people, made, [(row.line, why) for row, why in faulty])))
    if faulty and bad:
        titles = message("stack", "mend-line"), message("stack", "mend-reason")
        write_file(bad, [list_files.rows_to_fix(people.headings, faulty, titles)])
        click.echo(message("stack", "terminal-mend", file=str(bad)))
    if not made.count:
        click.echo(message("stack", "terminal-nothing"), err=True)
        raise SystemExit(_NONE_GOOD)
    random = Random(seed)  # noqa: S311  # which wording is picked is no secret; a seed must repeat it
    label = message("stack", "terminal-progress")
    with click.progressbar(length=made.count + len(made.by_member), label=label) as bar:
        pdf = as_stack(
            made,
            lambda batch: mail_merge.letters(batch, random),
            today,
            made=bar.update,
        )
    write_file(out, [pdf])
    copies = {each.to.constituency.code: len(each.requests) for each in made.by_member}
    write_tally(tally_file, today, copies)
    click.echo(message("stack", "terminal-done", count=f"{made.count:,}", file=str(out)))
    raise SystemExit(_SOME_BAD if faulty else 0)


def _read(file: Path) -> People:
    """The list, read in another process, as no file may end this one without a word."""
    with file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    try:
        return Pool(at_once=1, reused=False).run(partial(read_list, content), LIST)
    except Unreadable as unreadable:
        why = explanation(unreadable)
    except Spent:
        why = explanation(Unreadable(Defect.TOO_MUCH))
    click.echo(why, err=True)
    raise SystemExit(_NONE_GOOD)


def _preview(people: People, made: Batch, bad: Bad) -> Iterator[str]:
    yield message(
        "stack",
        "terminal-read",
        rows=f"{len(people.rows):,}",
        count=f"{made.count:,}",
        piles=str(len(made.by_member)),
    )
    if people.hidden:
        yield message("stack", "terminal-hidden", hidden=f"{people.hidden:,}")
    for batch in made.by_member:
        slots = {"mp": batch.to.member.name, "constituency": batch.to.constituency.name}
        yield message("stack", "terminal-pile", **slots, count=str(len(batch.requests)))
    if made.guessed:
        lines = ", ".join(str(request.row.line) for request in made.guessed)
        yield message("stack", "terminal-guess", lines=lines)
    for request in made.elsewhere:
        slots = {"line": str(request.row.line), "reason": request.elsewhere}
        yield message("stack", "terminal-elsewhere", **slots)
    if made.office_unknown:
        yield message("volunteers", "office-unknown-many")
    if bad:
        yield message("stack", "terminal-bad-count", bad=str(len(bad)))
    for line, why in bad:
        yield message("stack", "terminal-bad", line=str(line), reason=why)
