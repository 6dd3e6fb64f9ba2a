"""The sentences of ``letterwriter refresh``, from ``templates/words/refresh.toml``."""

from collections.abc import Iterator, Sequence
from datetime import date

from letterwriter.domain.letter import written_date
from letterwriter.domain.member_changes import MOST_CHANGES, Change, counted
from letterwriter.domain.parliament import Role
from letterwriter.domain.passage import fill
from letterwriter.sources.service_fault import ServiceFault, Trouble
from letterwriter.sources.words import words


def sentence(key: str, **slots: str) -> str:
    """One sentence of the file, filled."""
    return fill(words("refresh")[key], slots)


def told(found: Sequence[Change], since: date) -> Iterator[str]:
    """The changes as a list for a person to read, counted."""
    key = {0: "count-none", 1: "count-one"}.get(len(found), "count")
    yield sentence(key, count=str(len(found)), day=written_date(since))
    for change in found:
        yield "  " + sentence(
            change.kind.value,
            place=change.constituency,
            member=change.member,
            before=change.before or words("refresh")["nothing"],
            after=change.after or words("refresh")["nothing"],
        )
    if first := len(found) - counted(found):
        yield sentence("first", count=str(first))


def doubts(found: Sequence[Change], lost: Sequence[Role]) -> Iterator[str]:
    """Why a table that is whole should be looked at by a person all the same."""
    if counted(found) > MOST_CHANGES:
        yield sentence("too-many", count=str(counted(found)), most=str(MOST_CHANGES))
    yield from (sentence(f"without-{role.value}") for role in lost)


def trouble(fault: ServiceFault, base: str) -> str:
    """What went wrong with the service, and what to do."""
    key = fault.trouble.value
    if fault.trouble is Trouble.BUSY and fault.slots:
        key = f"{key}-minutes"
    return sentence(key, where=fault.where, base=base, **fault.slots)
