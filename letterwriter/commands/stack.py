"""``letterwriter stack``: letters from a list of people, as one PDF in order of MP."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random

import click

from letterwriter.campaigns.overlay import operators_campaign
from letterwriter.campaigns.paper import Layout
from letterwriter.commands.shared_options import (
    campaign_option,
    date_option,
    parliament_on,
    refuse_without_members,
    tally_option,
    today_or,
    write_tally,
)
from letterwriter.commands.stack_report import columns_report, stack_report
from letterwriter.documents.budgets import LIST
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.files.writing import write_file
from letterwriter.mailmerge.batch_pdf import as_stack
from letterwriter.mailmerge.columns.choices import (
    NoChoice,
    folded_label,
    names_of_meanings,
    parse_choice,
)
from letterwriter.mailmerge.columns.words import Meaning
from letterwriter.mailmerge.jobs import Checked, Tables, Told, held_back_csv, sorted_out
from letterwriter.mailmerge.lists import MOST_BYTES, read_list
from letterwriter.mailmerge.messages import explanation, row_place
from letterwriter.mailmerge.people import Choices, People
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.postcodes import current_postcodes
from letterwriter.processes.budget import Spent
from letterwriter.processes.pool import Pool

_FILE = click.Path(dir_okay=False, path_type=Path)
_SOME_BAD, _NONE_GOOD = 1, 2  # exit statuses
_ALL = "all"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Where files go, and what the letters are made with."""

    out: Path | None
    bad: Path | None
    tally: Path | None
    seed: int | None


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=_FILE, help="The PDF to write.")
@click.option("--preview", is_flag=True, help="Say what the list makes, and print nothing.")
@click.option("--bad", type=_FILE, help="A CSV file to write the rows to fix into.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar='"HEADING=WHAT"',
    help='What a column holds: "Where to write=address", or "Notes=not used". Repeatable.',
)
@click.option(
    "--print-line",
    "lines",
    multiple=True,
    metavar="LINE",
    help='A doubtful row that is right as it is, by its line; or "all". Repeatable.',
)
@click.option(
    "--layout",
    "--envelope",
    type=click.Choice([layout.value for layout in Layout]),
    help="Which envelope; the campaign's own, if not given.",
)
@campaign_option
@tally_option
@click.option("--seed", type=int, help="The same seed and date give the same letters.")
@date_option
def stack(  # noqa: PLR0913  # click hands every option over as an argument
    *,
    file: Path,
    out: Path | None,
    preview: bool,
    bad: Path | None,
    tally_file: Path | None,
    columns: tuple[str, ...],
    lines: tuple[str, ...],
    layout: str | None,
    campaign: str,
    seed: int | None,
    day: datetime | None,
) -> None:
    """Make letters from FILE, a CSV or spreadsheet list with names, addresses and postcodes.

    Tells first what was read, how the letters begin, and each row that is left
    out. Exits with 1 if some rows are left out (the others are printed all the
    same), and with 2 if no row makes a letter.
    """
    if not (out or preview):
        raise click.UsageError(message("stack", "terminal-no-out"))
    tables = _tables(campaign, day)
    choices = dict(map(_choice, columns))
    people = _read(file, choices)
    told = Told(choices, layout=Layout(layout or tables.campaign.layout))
    found = _told_of_lines(sorted_out(people, tables, told), tables, told, lines)
    click.echo("\n".join(stack_report(found)), err=not preview)
    if preview:
        click.echo(message("stack", "terminal-previewed"))
        return
    _make(found, tables, told, _Wanted(out, bad, tally_file, seed))


def _tables(campaign: str, day: datetime | None) -> Tables:
    today = today_or(day)
    parliament = parliament_on(today)
    refuse_without_members(parliament, _NONE_GOOD)
    table = current_postcodes.current_table(parliament)
    return Tables(parliament, table, operators_campaign(campaign, instance_folder()), today)


def _choice(text: str) -> tuple[str, Meaning]:
    """What a column holds, as it was given. Raises UsageError."""
    try:
        return parse_choice(text)
    except NoChoice as unknown:
        key = "terminal-no-such-meaning" if unknown.meaning else "terminal-column-form"
    said = message(
        "stack", key, meaning=text.rpartition("=")[2], meanings=", ".join(names_of_meanings())
    )
    raise click.UsageError(said)


def _know(choices: Choices, people: People) -> None:
    """See that the list has the columns that were named. Raises UsageError."""
    labels = {folded_label(column.label): column.label for column, _ in people.columns}
    for label in choices:
        if label not in labels:
            named = ", ".join(labels.values())
            said = message("stack", "terminal-no-such-column", heading=label, headings=named)
            raise click.UsageError(said)


def _told_of_lines(found: Checked, tables: Tables, told: Told, lines: Iterable[str]) -> Checked:
    """The same with those doubtful rows among the letters that were named. Raises UsageError."""
    if _ALL in lines:
        return sorted_out(found.people, tables, replace(told, all_right=True))
    right: set[int] = set()
    for line in lines:
        rows = [row for row, _ in found.doubtful if line in (row_place(row), str(row.line))]
        if not rows:
            raise click.UsageError(message("stack", "terminal-no-such-line", line=line))
        right.update(row.number for row in rows)
    return sorted_out(found.people, tables, replace(told, right=frozenset(right)))


def _make(found: Checked, tables: Tables, told: Told, wanted: _Wanted) -> None:
    """Write the files, and end with the status that tells how it went."""
    made, mail_merge = found.stack, tables.mail_merge
    if found.held_back and wanted.bad:
        write_file(wanted.bad, [held_back_csv(found)])
        click.echo(message("stack", "terminal-mend", file=str(wanted.bad)))
    if not made.count or not wanted.out:
        click.echo(message("stack", "terminal-nothing"), err=True)
        raise SystemExit(_NONE_GOOD)
    random = Random(wanted.seed)  # noqa: S311  # which wording is picked is no secret; a seed must repeat it
    label = message("stack", "terminal-progress")
    with click.progressbar(length=made.count + len(made.by_member), label=label) as bar:
        pdf = as_stack(
            made,
            lambda batch: mail_merge.letters(batch, random),
            tables.today,
            layout=told.layout,
            made=bar.update,
        )
    write_file(wanted.out, [pdf])
    copies = {each.to.constituency.code: len(each.requests) for each in made.by_member}
    write_tally(wanted.tally, tables.today, copies)
    done = {"count": f"{made.count:,}", "file": str(wanted.out)}
    click.echo(message("stack", "terminal-done", **done))
    raise SystemExit(_SOME_BAD if found.held_back else 0)


def _read(file: Path, choices: Choices) -> People:
    """The list, read in another process, as no file may end this one without a word."""
    with file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    try:
        people = Pool(at_once=1, reused=False).run(partial(read_list, content, choices), LIST)
    except Unreadable as unreadable:
        why = [explanation(unreadable)]
    except Spent:
        why = [explanation(Unreadable(Defect.TOO_MUCH))]
    else:
        _know(choices, people)
        if not people.lacking:
            return people
        missing = ", ".join(meaning.called for meaning in people.lacking)
        lacking = Unreadable(Defect.MISSING_HEADINGS, missing=missing)
        why = [explanation(lacking), *columns_report(people)]
    click.echo("\n".join(why), err=True)
    raise SystemExit(_NONE_GOOD)
