"""Parliament's service lists no members: what else it says, and what is made of that."""

from collections.abc import Iterator
from datetime import date

import click

from letterwriter.commands.refresh.parliament_run import REFUSED, Run, service_api, stop
from letterwriter.files.messages import message
from letterwriter.parliament import current_members
from letterwriter.parliament.api.empty_house import EmptyHouse, ids_to_ask, without_members
from letterwriter.parliament.dissolution import Dissolution
from letterwriter.parliament.members import Parliament
from letterwriter.text.dates import written_date


def empty_parliament(run: Run) -> Parliament:
    """The dissolved House; ends the program where neither service nor operator say so for sure.

    Raises ServiceFault as asking does.
    """
    run.kept.forget()  # all of it is asked anew: the list that was empty too
    known = current_members.bundled_parliament()
    with service_api(run) as api:
        seen = api.empty_house(ids_to_ask(run.now.parliament) or ids_to_ask(known))
    day = seen.dissolved_on(run.today)
    since = run.given or (Dissolution(day, _election(run, day)) if day else None)
    if since is None:
        stop(run, [*_seen(seen), message("refresh", "empty-doubt")], REFUSED)
    click.echo("\n".join(_seen(seen)))
    source = message("refresh", "source", day=written_date(run.today))
    return without_members(known, run.today, source, since)


def _election(run: Run, day: date) -> date | None:
    before = run.now.parliament.dissolution
    return before.election if before and before.day == day else None


def _seen(seen: EmptyHouse) -> Iterator[str]:
    slots = {"held": str(seen.held), "constituencies": str(seen.constituencies)}
    yield message("refresh", "empty-seen", **slots)
    days = sorted({day for day in seen.left if day})
    sitting = seen.left.count(None)
    left = ", ".join(map(written_date, days)) or message("refresh", "nothing")
    yield message(
        "refresh", "empty-left", asked=str(len(seen.left)), days=left, sitting=str(sitting)
    )
