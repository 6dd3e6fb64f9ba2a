"""Asking Parliament's service from the command line: with a bar, and a plain word when it fails."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from letterwriter.domain.letter import written_date
from letterwriter.domain.parliament import Parliament
from letterwriter.domain.sittings import parliament_of
from letterwriter.domain.snapshot import Inconsistent, Snapshot
from letterwriter.sources import shipped, tables
from letterwriter.sources.kept_answers import KeptAnswers
from letterwriter.sources.members_api import MembersApi
from letterwriter.sources.refresh_words import sentence, trouble
from letterwriter.sources.service import Manners, Service
from letterwriter.sources.service_fault import ServiceFault

NO_SERVICE: Final = 3  # exit statuses
REFUSED: Final = 4


@dataclass(frozen=True, slots=True)
class Run:
    """What the options ask for, and the table now."""

    room: Path
    now: tables.Members
    today: date
    service: str
    manners: Manners

    @property
    def kept(self) -> KeptAnswers:
        """What an interrupted run has fetched."""
        return KeptAnswers(self.room / ".answers", self.manners.now)


def fetched(run: Run) -> Parliament:
    """The Parliament that the service tells of; ends the program where it tells of none."""
    day = run.kept.since(run.today)
    try:
        snapshot = _asked(run, day)
        return parliament_of(
            snapshot, shipped.parliament(), sentence("source", day=written_date(day))
        )
    except ServiceFault as fault:
        if not fault.may_pass:
            run.kept.forget()  # to go on from a wrong answer would be wrong again
        stop(run, [trouble(fault, run.service)], NO_SERVICE)
    except Inconsistent as wrong:
        run.kept.forget()
        stop(run, [*map(str, wrong.faults), sentence("refused")], REFUSED)


def _asked(run: Run, day: date) -> Snapshot:
    with click.progressbar(length=1, label=sentence("asking"), file=sys.stderr) as bar:

        def progress(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        service = Service(run.service, run.kept, run.manners)
        return MembersApi(service, progress).snapshot(day)


def stop(run: Run, why: Sequence[str], status: int) -> NoReturn:
    """Say why nothing was changed, and end the program with this exit status."""
    stays = sentence("stays", day=written_date(tables.newest_day(run.now.parliament)))
    click.echo("\n".join([*why, stays]), err=True)
    raise SystemExit(status)
