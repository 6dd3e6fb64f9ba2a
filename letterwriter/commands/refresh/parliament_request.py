"""Asking Parliament's service from the command line for a whole table of members."""

import click

from letterwriter.commands.refresh.empty_house import empty_parliament
from letterwriter.commands.refresh.parliament_run import NO_SERVICE, REFUSED, Run, service_api, stop
from letterwriter.files.messages import message
from letterwriter.parliament import current_members
from letterwriter.parliament.api.download import MEMBERS_SEARCH
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.importing import Inconsistent, parliament_of
from letterwriter.parliament.api.messages import contact_lines, trouble
from letterwriter.parliament.members import Parliament
from letterwriter.text.dates import written_date


def fetch_parliament(run: Run) -> Parliament:
    """The Parliament that the service lists, or one without members where it is dissolved.

    Ends the program where the service lists none that is to be believed.
    """
    try:
        return _fetched(run)
    except ServiceFault as fault:
        if not fault.may_pass:
            run.kept.forget()  # to go on from a wrong answer would be wrong again
        stop(run, [trouble(fault, run.service)], NO_SERVICE)
    except Inconsistent as wrong:
        run.kept.forget()
        stop(run, [*map(str, wrong.faults), message("refresh", "refused")], REFUSED)


def _fetched(run: Run) -> Parliament:
    day = run.kept.oldest_day(run.today)
    try:
        with service_api(run) as api:
            snapshot = api.snapshot(day)
    except ServiceFault as fault:
        if (fault.trouble, fault.where) != (Failure.EMPTY, MEMBERS_SEARCH):
            raise
        return empty_parliament(run)
    source = message("refresh", "source", day=written_date(day))
    made = parliament_of(snapshot, current_members.bundled_parliament(), source)
    for line in contact_lines(snapshot):
        click.echo(line)
    return made
