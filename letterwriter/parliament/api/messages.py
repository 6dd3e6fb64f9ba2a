"""The sentences of ``letterwriter refresh``, from ``templates/words/refresh.toml``."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from letterwriter.files.messages import message
from letterwriter.parliament.api.changes import MOST_CHANGES, Change, count_doubtful
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.importing import Snapshot, WithoutContact
from letterwriter.parliament.members import Role
from letterwriter.text.dates import written_date

_MOST_TOLD: Final = 10  # odd addresses, on a screen that has changes to show


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


def contact_lines(snapshot: Snapshot) -> Iterator[str]:
    """Whose email was not taken, what of offices was left out, and whether none is there."""
    yield from (_of_member("without", each) for each in snapshot.without_contact)
    yield from (_of_member("left-out", each) for each in snapshot.left_out[:_MOST_TOLD])
    if more := snapshot.left_out[_MOST_TOLD:]:
        yield message("refresh", "left-out-more", count=str(len(more)))
    if not any(each.lines or each.phone for of in snapshot.contacts.values() for each in of):
        yield message("refresh", "no-offices")


def _of_member(key: str, each: WithoutContact) -> str:
    return message("refresh", key, member=each.name, id=each.member_id, why=each.why)


def trouble(fault: ServiceFault, base: str) -> str:
    """What went wrong with the service, and what to do."""
    key = fault.trouble.value
    if fault.trouble is Failure.BUSY and fault.slots:
        key = f"{key}-minutes"
    if fault.trouble is Failure.ODD and fault.slots["whose"]:
        key = f"{key}-whose"
    return message("refresh", key, where=fault.where, base=base, **fault.slots)
