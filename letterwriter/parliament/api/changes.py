"""What differs between two tables of members, and whether that is to be believed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from letterwriter.files.faults import Fault
from letterwriter.parliament.members import Member, Parliament, Role, Seat
from letterwriter.parliament.seat_checks import SEATS

MOST_CHANGES: Final = 40  # a by-election or a reshuffle is less; more is a fault or an election

# Without one of these the letters of many people would go wrong, so an answer that
# lacks one is doubted, although for some hours that can be true.
_NEVER_WITHOUT: Final = (Role.PRIME_MINISTER, Role.HOME_SECRETARY, Role.SPEAKER)
_TOLD: Final = 3  # of many missing codes: the log should stay readable
_FRONT_BENCH: Final = frozenset({Role.MINISTER, Role.WHIP})


class ChangeKind(StrEnum):
    """What changed; the words for each are in ``templates/words/refresh.toml``."""

    NEW_MEMBER = "new-member"
    VACANT = "vacant"
    FILLED = "filled"
    NAME = "name"
    TITLE = "title"
    PARTY = "party"
    EMAIL = "email"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; ``before`` or ``after`` is empty where there was or is nothing."""

    kind: ChangeKind
    constituency: str
    member: str  # who sits there now, or sat until it fell vacant
    before: str
    after: str
    first: bool = False  # an office of a kind that the old table did not list at all


def member_changes(old: Parliament, new: Parliament) -> list[Change]:
    """All that differs, by kind and then by constituency; dates and sources do not count."""
    first = not old.lists_ministers
    found = [
        change
        for seat in new
        if seat.constituency.code in old
        for change in _seat_changes(old[seat.constituency.code], seat, first=first)
    ]
    kinds = list(ChangeKind)
    return sorted(found, key=lambda change: (kinds.index(change.kind), change.constituency))


def count_doubtful(found: Iterable[Change]) -> int:
    """How many of them speak for a fault; ministers listed for the first time do not."""
    return sum(not change.first for change in found)


def lost_offices(old: Parliament, new: Parliament) -> list[Role]:
    """The offices that somebody held by the old table and nobody by the new."""
    return [role for role in _NEVER_WITHOUT if old.holder(role) and not new.holder(role)]


def check_members(parliament: Parliament, known: Parliament) -> Iterator[Fault]:
    """Faults of a table that is to stand for ``known``: the same 650 seats, nobody in two."""
    if len(parliament) != SEATS:
        yield Fault("mps.csv", "", f"has {len(parliament)} constituencies; there are {SEATS}")
    ours, theirs = {*_codes(known)}, {*_codes(parliament)}
    for codes, what in (
        (ours - theirs, "is missing"),
        (theirs - ours, "is no constituency that is known here"),
    ):
        for code in sorted(codes)[:_TOLD]:
            yield Fault("mps.csv", code, what)
        if len(codes) > _TOLD:
            yield Fault("mps.csv", "", f"{len(codes) - _TOLD} more codes: each {what}")
    seen: dict[str, str] = {}
    for seat in parliament:
        member_id = seat.member.member_id if seat.member else ""
        if member_id and member_id in seen:
            what = f"member {member_id} holds {seen[member_id]} too; nobody sits for two"
            yield Fault("mps.csv", seat.constituency.code, what)
        seen[member_id] = seat.constituency.code


def _codes(parliament: Parliament) -> Iterator[str]:
    return (seat.constituency.code for seat in parliament)


def _seat_changes(old: Seat, new: Seat, *, first: bool) -> Iterator[Change]:
    place, before, after = new.constituency.name, old.member, new.member
    if after is None:
        if before is not None:
            yield Change(ChangeKind.VACANT, place, before.name, before.name, "")
    elif before is None:
        yield Change(ChangeKind.FILLED, place, after.name, "", _with_party(after))
        yield from _office_change(place, (), after, first=first)
    elif not _same_person(before, after):
        yield Change(ChangeKind.NEW_MEMBER, place, after.name, before.name, _with_party(after))
        yield from _office_change(place, (), after, first=first)
    else:
        yield from _member_changes(place, before, after)
        titles = tuple(office.title for office in before.offices)
        yield from _office_change(place, titles, after, first=first)


def _member_changes(place: str, before: Member, after: Member) -> Iterator[Change]:
    for kind, was, now in (
        (ChangeKind.NAME, before.name, after.name),
        (ChangeKind.TITLE, before.full_title, after.full_title),
        (ChangeKind.PARTY, before.party, after.party),
        (ChangeKind.EMAIL, before.email, after.email),
    ):
        if was.casefold() != now.casefold():
            yield Change(kind, place, after.name, was, now)


def _office_change(
    place: str, titles: tuple[str, ...], after: Member, *, first: bool
) -> Iterator[Change]:
    """One change a member, however many offices moved: a reshuffle gives and takes at once."""
    now = tuple(office.title for office in after.offices)
    if set(titles) != set(now):
        roles = {office.role for office in after.offices}
        anew = first and not titles and roles <= _FRONT_BENCH
        yield Change(ChangeKind.OFFICE, place, after.name, "; ".join(titles), "; ".join(now), anew)


def _same_person(before: Member, after: Member) -> bool:
    if before.member_id and after.member_id:
        return before.member_id == after.member_id
    return before.name == after.name  # our table may know a new member before Parliament's id


def _with_party(member: Member) -> str:
    return f"{member.name} ({member.party})"
