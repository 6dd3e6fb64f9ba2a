"""One run of ``letterwriter refresh members``: what it is asked for, and how it asks and ends."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from letterwriter.files.messages import message
from letterwriter.parliament import current_members
from letterwriter.parliament.api.client import Service
from letterwriter.parliament.api.download import MembersApi
from letterwriter.parliament.api.http_cache import HttpCache
from letterwriter.parliament.api.retries import RetryPolicy
from letterwriter.parliament.dissolution import Dissolution
from letterwriter.text.dates import written_date

NO_SERVICE: Final = 3  # exit statuses
REFUSED: Final = 4


@dataclass(frozen=True, slots=True)
class Run:
    """What the options ask for, and the table now; ``given`` is a dissolution by the options."""

    folder: Path
    now: current_members.CurrentMembers
    today: date
    service: str
    policy: RetryPolicy
    given: Dissolution | None = None

    @property
    def kept(self) -> HttpCache:
        """What an interrupted run has fetched."""
        return HttpCache(self.folder / ".answers", self.policy.now)


@contextmanager
def service_api(run: Run) -> Iterator[MembersApi]:
    """Parliament's service, with a progress bar while it is asked."""
    with click.progressbar(length=1, label=message("refresh", "asking"), file=sys.stderr) as bar:

        def progress(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield MembersApi(Service(run.service, run.kept, run.policy), progress)


def stop(run: Run, why: Sequence[str], status: int) -> NoReturn:
    """Say why nothing was changed, and end the program with this exit status."""
    stays = message(
        "refresh", "stays", day=written_date(current_members.newest_day(run.now.parliament))
    )
    click.echo("\n".join([*why, stays]), err=True)
    raise SystemExit(status)
