"""From what Parliament's own service lists, as values, to the Parliament that it makes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from letterwriter.files.faults import Fault
from letterwriter.parliament.contacts_file import Contacts
from letterwriter.parliament.members import Member, Office, Parliament, Role, Seat
from letterwriter.parliament.names.folded_names import name_key
from letterwriter.parliament.offices import rank_of, role_of_post, shown_title

_LISTS: Final = "the service's lists"  # where the faults below are
_SPEAKER: Final = "Speaker"  # the party that the Speaker is recorded under


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting member, by the names Parliament gives them; ``place`` is the constituency's."""

    member_id: str
    name: str
    full_title: str
    party: str
    place: str


@dataclass(frozen=True, slots=True)
class ListedConstituency:
    """A constituency of the service; ``holder_id`` is empty while it is vacant."""

    name: str
    holder_id: str


@dataclass(frozen=True, slots=True)
class Post:
    """A government post and the ids of those who hold it, in either House."""

    name: str
    department: str  # empty where none is named
    holder_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithoutContact:
    """A member of whose contact something could not be used, and why in a few words."""

    member_id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that was asked of the service, on one day.

    ``chair`` are the ids of the Speaker and the deputies, ``emails`` are by
    member id, and hold only members who have one that can be used. ``contacts``
    are those of the offices, ``left_out`` what of them could not be used.
    """

    day: date
    sittings: tuple[Sitting, ...]
    places: tuple[ListedConstituency, ...]
    posts: tuple[Post, ...]
    chair: tuple[str, ...]
    emails: Mapping[str, str]
    without_contact: tuple[WithoutContact, ...] = ()
    contacts: Contacts = field(default_factory=dict)
    left_out: tuple[WithoutContact, ...] = ()


class Inconsistent(Exception):
    """The service's lists do not make a Parliament; ``faults`` says all that is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def parliament_of(snapshot: Snapshot, known: Parliament, source: str) -> Parliament:
    """The new Parliament, with the codes, Welsh names, countries and councils of ``known``.

    Raises Inconsistent. ``source`` is noted with every seat and office.
    """
    codes = {name_key(seat.constituency.name): seat.constituency.code for seat in known}
    if faults := list(_faults(snapshot, known)):
        raise Inconsistent(faults)
    offices = _offices(snapshot, known, source)
    held = {
        codes[name_key(sitting.place)]: _member(sitting, snapshot, offices)
        for sitting in snapshot.sittings
    }
    return Parliament(
        Seat(seat.constituency, held.get(seat.constituency.code), snapshot.day, source)
        for seat in known
    )


def _faults(snapshot: Snapshot, known: Parliament) -> Iterator[Fault]:
    """Every disagreement between the two lists of the service and our own constituencies."""
    places = {name_key(place.name): place for place in snapshot.places}
    sitting = Counter(name_key(each.place) for each in snapshot.sittings)
    holder = {name_key(each.place): each for each in snapshot.sittings}
    ours = {name_key(seat.constituency.name): seat.constituency.name for seat in known}
    for name in sorted({*places, *sitting} - ours.keys()):
        shown = places[name].name if name in places else holder[name].place
        what = "is no constituency of ours; if the boundaries have changed, this edition is too old"
        yield Fault(_LISTS, shown, what)
    for name in sorted(ours.keys() - places.keys()):
        yield Fault(_LISTS, ours[name], "is missing among the constituencies")
    for name in sorted(ours.keys() & places.keys()):
        place, member = places[name], holder.get(name)
        if sitting[name] > 1:
            yield Fault(_LISTS, place.name, f"has {sitting[name]} members at once")
        elif place.holder_id != (member.member_id if member else ""):
            what = (
                f"{_who(place.holder_id)} holds it by one list, "
                f"{member.name if member else 'nobody'} by the other"
            )
            yield Fault(_LISTS, place.name, what)


def _who(member_id: str) -> str:
    return f"member {member_id}" if member_id else "nobody"


def _member(sitting: Sitting, snapshot: Snapshot, offices: Mapping[str, list[Office]]) -> Member:
    return Member(
        member_id=sitting.member_id,
        name=sitting.name,
        full_title=sitting.full_title,
        party=sitting.party,
        email=snapshot.emails.get(sitting.member_id, ""),
        offices=tuple(offices[sitting.member_id]),
        contacts=snapshot.contacts.get(sitting.member_id, ()),
    )


def _offices(snapshot: Snapshot, known: Parliament, source: str) -> dict[str, list[Office]]:
    """Offices by member id, the one that limits most first. Peers are not among the sittings."""
    parties = {sitting.member_id: sitting.party for sitting in snapshot.sittings}
    found: dict[str, list[Office]] = {member_id: [] for member_id in parties}
    for member_id, title, role in (*_chair(snapshot, known, parties), *_government(snapshot)):
        office = Office(title, role, snapshot.day, source)
        if member_id in found and office not in found[member_id]:
            found[member_id].append(office)
    for offices in found.values():
        offices.sort(key=lambda office: rank_of(office.role))
    return found


def _government(snapshot: Snapshot) -> Iterator[tuple[str, str, Role]]:
    for post in snapshot.posts:
        role = role_of_post(post.name)
        if role is not None:
            for member_id in post.holder_ids:
                yield member_id, shown_title(post.name, post.department), role


def _chair(
    snapshot: Snapshot, known: Parliament, parties: Mapping[str, str]
) -> Iterator[tuple[str, str, Role]]:
    """The service lists who they are without their offices: a deputy keeps the title we know."""
    titles = {
        seat.member.member_id: office.title
        for seat in known
        if seat.member
        for office in seat.member.offices
        if office.role is Role.DEPUTY_SPEAKER
    }
    for member_id in snapshot.chair:
        if parties.get(member_id) == _SPEAKER:
            yield member_id, "Speaker of the House of Commons", Role.SPEAKER
        else:
            yield member_id, titles.get(member_id, "Deputy Speaker"), Role.DEPUTY_SPEAKER
