"""``letterwriter refresh members``: MPs and their offices from Parliament's own service."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from letterwriter.commands.asking_parliament import REFUSED, Run, fetched, stop
from letterwriter.domain.letter import written_date
from letterwriter.domain.member_changes import changes, lost_offices
from letterwriter.sources import shipped, tables
from letterwriter.sources.instance import draft, install, instance_folder
from letterwriter.sources.members_api import ADDRESS
from letterwriter.sources.members_file import save_parliament
from letterwriter.sources.refresh_words import doubts, sentence, told
from letterwriter.sources.service import Manners

_OUT_OF_DATE, _UNWRITABLE = 1, 5  # exit statuses, besides those of asking_parliament
_FOLDER: Final = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--out", type=_FOLDER, help="Another instance folder to write to.")
@click.option("--accept", is_flag=True, help="Take it even with very many changes.")
@click.option("--yes", is_flag=True, help="Do not ask before the new table is put in place.")
@click.option("--fresh", is_flag=True, help="Forget what an earlier, interrupted run fetched.")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if it is out of date.")
@click.option("--days", type=click.IntRange(0), default=30, show_default=True, help="For --check.")
@click.option("--compare", is_flag=True, help="With --check: ask Parliament whether it differs.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Today, if not given.")
@click.option("--service", envvar="LETTERWRITER_MEMBERS_API", default=ADDRESS, show_default=True)
@click.pass_obj
def members(  # noqa: PLR0913  # click hands every option over as an argument
    manners: Manners | None,
    *,
    out: Path | None,
    accept: bool,
    yes: bool,
    fresh: bool,
    check: bool,
    days: int,
    compare: bool,
    day: datetime | None,
    service: str,
) -> None:
    """Bring MPs and offices up to date from UK Parliament's Members API.

    The new table is written beside the old one, checked whole, shown as a list
    of changes, and put in place at one stroke. Where anything is wrong the old
    table stays.

    Exits with 0 when the table is up to date, with 1 if --check finds that it
    is not or if you decline, with 2 for a wrong option, with 3 if the service
    cannot be used, with 4 if its answer is not to be believed, and with 5 if
    the table cannot be written.
    """
    if not service.startswith(("https://", "http://")):
        raise click.UsageError(f"the service is {service!r}; write it as {ADDRESS}")
    instance = out or instance_folder()
    today = day.date() if day else datetime.now().astimezone().date()
    now = tables.members(instance)
    run = Run(instance / tables.MEMBERS, now, today, service, manners or Manners())
    try:
        if fresh:
            run.kept.forget()
        if check:
            _check(run, days, compare=compare)
        else:
            _refresh(run, accept=accept, ask=not yes and _at_a_terminal())
    except OSError as error:
        why = error.strerror or str(error)
        stop(run, [sentence("unwritable", folder=str(run.room), why=why)], _UNWRITABLE)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _refresh(run: Run, *, accept: bool, ask: bool) -> None:
    """Fetch, write, read back as the site will, look, and put in place."""
    since = tables.newest_day(run.now.parliament)
    if since > run.today:  # a table of today would be older than the one in use, and so be idle
        stop(run, [sentence("clock", today=written_date(run.today))], REFUSED)
    made = fetched(run)
    with draft(run.room) as folder:
        save_parliament(made, folder)
        new = tables.load_members(folder, shipped.parliament()).parliament
        found = changes(run.now.parliament, new)
        click.echo("\n".join(told(found, since)))
        wrong = list(doubts(found, lost_offices(run.now.parliament, new)))
        if wrong and not accept:
            stop(run, wrong, REFUSED)
        if ask:
            click.confirm(sentence("confirm"), abort=True)
        last_good = [run.now.folder] if run.now.folder else []
        day = tables.newest_day(new)
        table = install(folder, day, keep=last_good)
    run.kept.forget()
    click.echo(sentence("done", day=written_date(day), folder=str(table)))


def _check(run: Run, days: int, *, compare: bool) -> None:
    oldest = tables.oldest_day(run.now.parliament)
    age = (run.today - oldest).days
    slots = {"day": written_date(oldest), "days": str(age), "most": str(days)}
    click.echo(sentence("old" if age > days else "fresh", **slots))
    differs = False
    if compare:
        found = changes(run.now.parliament, fetched(run))
        run.kept.forget()
        differs = bool(found)
        click.echo(sentence("differs" if differs else "same"))
        if found:
            click.echo("\n".join(told(found, tables.newest_day(run.now.parliament))))
    if age > days or differs:
        raise SystemExit(_OUT_OF_DATE)
