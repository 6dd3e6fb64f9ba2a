"""What a table of members that was fetched means where a dissolution is known."""

from collections.abc import Iterator
from datetime import datetime

import click

from letterwriter.commands.refresh.parliament_run import Run
from letterwriter.commands.shared_options import dissolution_setting
from letterwriter.parliament.api.changes import MOST_CHANGES
from letterwriter.parliament.dissolution import Dissolution, Stage, later_of
from letterwriter.parliament.house import house_on, with_dissolution
from letterwriter.parliament.house_messages import absence, coming
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.seat_checks import SEATS


def given_by(dissolved: datetime | None, election: datetime | None) -> Dissolution | None:
    """The dissolution that the options tell of; raises UsageError."""
    if dissolved is None:
        if election:
            raise click.UsageError("--election goes with --dissolved")
        return None
    try:
        return Dissolution(dissolved.date(), election.date() if election else None)
    except ValueError:
        raise click.UsageError("--election is a day after --dissolved") from None


def with_known(run: Run, made: Parliament) -> Parliament:
    """A table that was fetched, with the dissolution that it is to note down, if any."""
    last = later_of(run.given, run.now.parliament.dissolution)
    return with_dissolution(made, last)


def _known(run: Run) -> Dissolution | None:
    """The one that the options, the table in use or the settings know of."""
    return later_of(run.given, run.now.parliament.dissolution, dissolution_setting())


def expects_new_house(run: Run, new: Parliament) -> bool:
    """Whether an election explains all changes: one is known, and nearly every seat is filled."""
    last = _known(run)
    sitting = sum(bool(seat.member) for seat in new)
    over = last is not None and with_dissolution(new, last).dissolution is None
    return over and sitting >= SEATS - MOST_CHANGES


def dissolution_lines(run: Run, parliament: Parliament) -> Iterator[str]:
    """What a table means today, where nobody in it is an MP, or soon is not."""
    known = with_dissolution(parliament, _known(run))
    told = absence(house_on(known, run.today)).said or coming(known)
    if told:
        yield told


def tell_house(run: Run) -> bool:
    """Say whether there are MPs, and tell whether the table is from before an election."""
    for line in dissolution_lines(run, run.now.parliament):
        click.echo(line)
    known = with_dissolution(run.now.parliament, _known(run))
    return house_on(known, run.today).stage is Stage.ELECTED
