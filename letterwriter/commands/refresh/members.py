"""``letterwriter refresh members``: MPs and their offices from Parliament's own service."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Final

import click

from letterwriter.commands.refresh.dissolved_table import (
    dissolution_lines,
    expects_new_house,
    given_by,
    tell_house,
    with_known,
)
from letterwriter.commands.refresh.parliament_request import fetch_parliament
from letterwriter.commands.refresh.parliament_run import REFUSED, Run, stop
from letterwriter.commands.shared_options import date_option, setting, today_or
from letterwriter.files.instance import draft, install, instance_folder
from letterwriter.files.messages import message
from letterwriter.files.writing import reason_for
from letterwriter.parliament import current_members
from letterwriter.parliament.api.changes import lost_offices, member_changes
from letterwriter.parliament.api.download import MEMBERS_API
from letterwriter.parliament.api.messages import change_lines, member_doubts
from letterwriter.parliament.api.retries import RetryPolicy
from letterwriter.parliament.dissolution_file import save_dissolution
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import save_parliament
from letterwriter.parliament.seat_checks import SEATS
from letterwriter.postcodes.date_messages import wrong_dates
from letterwriter.text.dates import age_in_days, written_date
from letterwriter.text.web_address import members_address, without_secret

_OUT_OF_DATE, _UNWRITABLE = 1, 5  # exit statuses, besides those of parliament_request
_DAY: Final = click.DateTime(["%Y-%m-%d"])
_FOLDER: Final = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--out", type=_FOLDER, help="Another instance folder to write to.")
@click.option("--accept", is_flag=True, help="Take it even with very many changes.")
@click.option("--yes", is_flag=True, help="Do not ask before the new table is put in place.")
@click.option("--fresh", is_flag=True, help="Forget what an earlier, interrupted run fetched.")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if it is out of date.")
@click.option("--days", type=click.IntRange(0), default=30, show_default=True, help="For --check.")
@click.option("--compare", is_flag=True, help="With --check: ask Parliament whether it differs.")
@click.option("--dissolved", type=_DAY, help="Parliament is dissolved from this day on.")
@click.option("--election", type=_DAY, help="With --dissolved: the day of the election, if known.")
@date_option
@click.option("--service", default=setting("MEMBERS_API", MEMBERS_API), show_default=MEMBERS_API)
@click.pass_obj
def members(  # noqa: PLR0913  # click hands every option over as an argument
    policy: RetryPolicy | None,
    *,
    out: Path | None,
    accept: bool,
    yes: bool,
    fresh: bool,
    check: bool,
    days: int,
    compare: bool,
    dissolved: datetime | None,
    election: datetime | None,
    day: datetime | None,
    service: str,
) -> None:
    """Bring MPs and offices up to date from UK Parliament's Members API.

    The new table is written beside the old one, checked whole, shown as a list
    of changes, and put in place at one stroke. Where anything is wrong the old
    table stays.

    Where the service lists no members at all, it is asked whether Parliament is
    dissolved. If it does not prove that, look it up, and say so with --dissolved;
    that can be done ahead, too.

    Exits with 0 when the table is up to date, with 1 if --check finds that it
    is not or if you decline, with 2 for a wrong option, with 3 if the service
    cannot be used, with 4 if its answer is not to be believed, and with 5 if
    the table cannot be written.
    """
    try:
        members_address(service)
    except ValueError as error:
        raise click.UsageError(f"the service is {without_secret(service)!r}: {error}") from None
    instance = out or instance_folder()
    today = today_or(day)
    now = current_members.current_members(instance)
    folder = instance / current_members.MEMBERS_FOLDER
    given = given_by(dissolved, election)
    run = Run(folder, now, today, service, policy or RetryPolicy(), given)
    try:
        if fresh:
            run.kept.forget()
        if check:
            _check(run, days, compare=compare)
        else:
            _refresh(run, accept=accept, ask=not yes and _at_a_terminal())
    except OSError as error:
        run.kept.forget()  # so that nothing is left on a disk that is full
        stop(
            run,
            [message("refresh", "unwritable", folder=str(run.folder), why=reason_for(error))],
            _UNWRITABLE,
        )


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _refresh(run: Run, *, accept: bool, ask: bool) -> None:
    """Fetch, write, read back as the site will, look, and put in place."""
    since = current_members.newest_day(run.now.parliament)
    if since > run.today:  # a table of today would be older than the one in use, and so be idle
        stop(run, [message("refresh", "clock", today=written_date(run.today))], REFUSED)
    made = with_known(run, fetch_parliament(run))
    with draft(run.folder) as folder:
        save_parliament(made, folder)
        save_dissolution(made.dissolution, folder)
        new = current_members.load_members(folder, current_members.bundled_parliament()).parliament
        wrong = _compared(run, new, since)
        if wrong and not accept:
            stop(run, wrong, REFUSED)
        if ask:
            click.confirm(message("refresh", "confirm"), abort=True)
        last_good = [run.now.folder] if run.now.folder else []
        day = current_members.newest_day(new)
        table = install(folder, day, keep=last_good)
    run.kept.forget()
    click.echo(message("refresh", "done", day=written_date(day), folder=str(table)))


def _compared(run: Run, new: Parliament, since: date) -> list[str]:
    """Say what changes, and give the reasons to doubt it."""
    click.echo("".join(f"{line}\n" for line in dissolution_lines(run, new)), nl=False)
    if not new.has_members:
        return []  # the service was asked what it means by that
    found = member_changes(run.now.parliament, new)
    click.echo("\n".join(change_lines(found, since)))
    lost = lost_offices(run.now.parliament, new)
    return list(member_doubts([] if expects_new_house(run, new) else found, lost))


def _check(run: Run, days: int, *, compare: bool) -> None:
    oldest = current_members.oldest_day(run.now.parliament)
    known_for = age_in_days(oldest, run.today)
    to_come = list(wrong_dates(run.now.parliament, None, run.today))
    if known_for is not None and not to_come:
        slots = {"day": written_date(oldest), "days": str(known_for), "most": str(days)}
        click.echo(message("refresh", "old" if known_for > days else "fresh", **slots))
    for told_wrong in to_come:
        click.echo(told_wrong)
    outdated = tell_house(run)
    differs = outdated
    if compare:
        found = member_changes(run.now.parliament, fetch_parliament(run))
        run.kept.forget()
        differs = outdated or bool(found)
        click.echo(message("refresh", "differs" if differs else "same"))
        if found and len(found) < SEATS:
            click.echo(
                "\n".join(change_lines(found, current_members.newest_day(run.now.parliament)))
            )
    if to_come or known_for is None or known_for > days or differs:
        raise SystemExit(_OUT_OF_DATE)
