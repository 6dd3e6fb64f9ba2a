"""Asking Parliament's service from the command line, with a progress bar."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from letterwriter.files.messages import message
from letterwriter.parliament import current_members
from letterwriter.parliament.api.client import Service
from letterwriter.parliament.api.download import MembersApi
from letterwriter.parliament.api.faults import ServiceFault
from letterwriter.parliament.api.http_cache import HttpCache
from letterwriter.parliament.api.importing import Inconsistent, Snapshot, parliament_of
from letterwriter.parliament.api.messages import trouble
from letterwriter.parliament.api.retries import RetryPolicy
from letterwriter.parliament.members import Parliament
from letterwriter.text.dates import written_date

NO_SERVICE: Final = 3  # exit statuses
REFUSED: Final = 4


@dataclass(frozen=True, slots=True)
class Run:
    """What the options ask for, and the table now."""

    folder: Path
    now: current_members.CurrentMembers
    today: date
    service: str
    policy: RetryPolicy

    @property
    def kept(self) -> HttpCache:
        """What an interrupted run has fetched."""
        return HttpCache(self.folder / ".answers", self.policy.now)


def fetch_parliament(run: Run) -> Parliament:
    """The Parliament that the service lists; ends the program where it lists none."""
    day = run.kept.oldest_day(run.today)
    try:
        snapshot = _download_snapshot(run, day)
        source = message("refresh", "source", day=written_date(day))
        made = parliament_of(snapshot, current_members.bundled_parliament(), source)
    except ServiceFault as fault:
        if not fault.may_pass:
            run.kept.forget()  # to go on from a wrong answer would be wrong again
        stop(run, [trouble(fault, run.service)], NO_SERVICE)
    except Inconsistent as wrong:
        run.kept.forget()
        stop(run, [*map(str, wrong.faults), message("refresh", "refused")], REFUSED)
    for member in snapshot.without_contact:
        click.echo(
            message("refresh", "without", member=member.name, id=member.member_id, why=member.why)
        )
    return made


def _download_snapshot(run: Run, day: date) -> Snapshot:
    with click.progressbar(length=1, label=message("refresh", "asking"), file=sys.stderr) as bar:

        def progress(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        service = Service(run.service, run.kept, run.policy)
        return MembersApi(service, progress).snapshot(day)


def stop(run: Run, why: Sequence[str], status: int) -> NoReturn:
    """Say why nothing was changed, and end the program with this exit status."""
    stays = message(
        "refresh", "stays", day=written_date(current_members.newest_day(run.now.parliament))
    )
    click.echo("\n".join([*why, stays]), err=True)
    raise SystemExit(status)
