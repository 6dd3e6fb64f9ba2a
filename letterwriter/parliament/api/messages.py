"""The sentences of ``letterwriter refresh``, from ``templates/words/refresh.toml``."""

from collections.abc import Iterator, Sequence
from datetime import date

from letterwriter.files.messages import message
from letterwriter.parliament.api.changes import MOST_CHANGES, Change, count_doubtful
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.members import Role
from letterwriter.text.dates import written_date


def change_lines(found: Sequence[Change], since: date) -> Iterator[str]:
    """The changes as a list for a person to read, counted."""
    key = {0: "count-none", 1: "count-one"}.get(len(found), "count")
    yield message("refresh", key, count=str(len(found)), day=written_date(since))
    for change in found:
        yield "  " + message(
            "refresh",
            change.kind.value,
            place=change.constituency,
            member=change.member,
            before=change.before or message("refresh", "nothing"),
            after=change.after or message("refresh", "nothing"),
        )
    if first := len(found) - count_doubtful(found):
        yield message("refresh", "first", count=str(first))


def member_doubts(found: Sequence[Change], lost: Sequence[Role]) -> Iterator[str]:
    """Why a table that is whole should be looked at by a person all the same."""
    if count_doubtful(found) > MOST_CHANGES:
        yield message(
            "refresh", "too-many", count=str(count_doubtful(found)), most=str(MOST_CHANGES)
        )
    yield from (message("refresh", f"without-{role.value}") for role in lost)


def trouble(fault: ServiceFault, base: str) -> str:
    """What went wrong with the service, and what to do."""
    key = fault.trouble.value
    if fault.trouble is Failure.BUSY and fault.slots:
        key = f"{key}-minutes"
    if fault.trouble is Failure.ODD and fault.slots["whose"]:
        key = f"{key}-whose"
    return message("refresh", key, where=fault.where, base=base, **fault.slots)
