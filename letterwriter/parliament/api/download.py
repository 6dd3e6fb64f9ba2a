"""UK Parliament's Members API: who sits for which constituency, and who holds which office.

Paths and parameters are those of https://members-api.parliament.uk/swagger/v1/swagger.json.
A search gives at most 20 entries a page. ``SpeakerAndDeputies`` wants a date there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from letterwriter.files.messages import message
from letterwriter.parliament.api import shapes
from letterwriter.parliament.api.changes import MOST_CHANGES
from letterwriter.parliament.api.client import Service
from letterwriter.parliament.api.contact_shapes import ContactAnswer, contact_answer
from letterwriter.parliament.api.empty_house import EmptyHouse
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.importing import Post, Sitting, Snapshot, WithoutContact
from letterwriter.parliament.api.shapes import Json, Page
from letterwriter.parliament.contacts import Contact

MEMBERS_API: Final = "https://members-api.parliament.uk"

MEMBERS_SEARCH: Final = "/api/Members/Search"
_PAGE: Final = 20
_REQUESTS: Final = 720  # about: 33 pages of members, as many of constituencies, 650 contacts
_MOST_ENTRIES: Final = 10_000  # all constituencies that ever were are fewer
_MOST_WITHOUT: Final = (
    MOST_CHANGES  # contacts that cannot be used: more, and the service is at fault
)

_T = TypeVar("_T")

_CURRENT: Final[dict[str, str | int]] = {"House": 1, "IsCurrentMember": "true"}

RequestsDone = Callable[[int, int], None]  # how many answers there are, of how many


class MembersApi:
    """Reads everything a table of members needs, telling how far it is."""

    def __init__(self, service: Service, progress: RequestsDone) -> None:
        self._service = service
        self._progress = progress
        self._done = 0
        self._of = _REQUESTS

    def snapshot(self, day: date) -> Snapshot:
        """All members, constituencies, posts and contacts, in some 720 requests.

        Raises ServiceFault, or OSError where answers cannot be kept.
        """
        sittings = self._search("Members/Search", _CURRENT, shapes.sitting)
        places = self._search("Location/Constituency/Search", {}, shapes.place)
        self._of = self._done + 2 + len(sittings)
        posts, chair = self._posts(), self._chair(day)
        found = self._contacts(sittings, day)
        return Snapshot(
            day=day,
            sittings=sittings,
            places=places,
            posts=posts,
            chair=chair,
            emails=found.emails,
            without_contact=tuple(found.without),
            contacts=found.offices,
            left_out=tuple(found.left_out),
        )

    def empty_house(self, ids: Sequence[str]) -> EmptyHouse:
        """What the service says where its list of members is empty; ``ids`` are of former ones.

        Raises ServiceFault, also where the list is not empty any more, or OSError.
        """
        listed = self._get("Members/Search", _any_page, {**_CURRENT, "skip": 0, "take": _PAGE})
        if listed.total or listed.ids:
            raise ServiceFault(Failure.MOVING, MEMBERS_SEARCH)
        places = self._search("Location/Constituency/Search", {}, shapes.place)
        held = sum(bool(place.holder_id) for place in places)
        return EmptyHouse(len(places), held, tuple(self._left(ids)))

    def _left(self, ids: Sequence[str]) -> Iterator[date | None]:
        for id_ in ids:
            try:
                yield self._get(f"Members/{id_}", shapes.left_on)
            except ServiceFault as fault:
                if not fault.is_of_one_answer:
                    raise

    def _get(
        self, path: str, read: Callable[[Json], _T], query: dict[str, str | int] | None = None
    ) -> _T:
        try:
            return self._service.get(f"/api/{path}", query, read)
        finally:
            self._done += 1
            self._progress(self._done, max(self._of, self._done))

    def _search(
        self, path: str, query: dict[str, str | int], read: Callable[[Json], _T | None]
    ) -> tuple[_T, ...]:
        ids: list[str] = []
        found: list[_T] = []
        while True:
            asked = {**query, "skip": len(ids), "take": _PAGE}
            page = self._get(path, lambda answer: shapes.search_page(answer, read), asked)
            ids += page.ids
            found += page.found
            if not page.total:
                raise ServiceFault(Failure.EMPTY, f"/api/{path}")
            if page.total > _MOST_ENTRIES:
                raise ServiceFault(Failure.TOO_LARGE, f"/api/{path}")
            if len(ids) >= page.total or not page.ids:
                break
        if len(set(ids)) != page.total or len(ids) != page.total:
            raise ServiceFault(Failure.MOVING, f"/api/{path}")  # between two pages
        return tuple(found)

    def _posts(self) -> tuple[Post, ...]:
        found = self._get("Posts/GovernmentPosts", shapes.posts)
        if not found:
            raise ServiceFault(Failure.EMPTY, "/api/Posts/GovernmentPosts")
        return found

    def _chair(self, day: date) -> tuple[str, ...]:
        path = "Posts/SpeakerAndDeputies"
        try:
            return self._get(f"{path}/{day.isoformat()}", shapes.chair)
        except ServiceFault as fault:
            if fault.slots.get("status") != "404":
                raise
            return self._get(path, shapes.chair)  # as it is sometimes described, without a date

    def _contacts(self, sittings: tuple[Sitting, ...], day: date) -> "_Contacts":
        """By member id; and whose contact cannot be used, which is no fault of the others."""
        found = _Contacts()
        for sitting in sittings:
            path = f"Members/{sitting.member_id}/Contact"
            try:
                answer = self._get(path, lambda given: contact_answer(given, day))
            except ServiceFault as fault:
                if not fault.is_of_one_answer or len(found.without) == _MOST_WITHOUT:
                    raise
                found.without.append(_left_out(sitting, fault))
            else:
                found.add(sitting, answer)
        if not found.emails:  # the field is one that may be missing, but not from everybody
            where = "/api/Members/.../Contact"
            raise ServiceFault(Failure.SHAPE, where, field="value[].email")
        return found


@dataclass(slots=True)
class _Contacts:
    emails: dict[str, str] = field(default_factory=dict)
    offices: dict[str, tuple[Contact, ...]] = field(default_factory=dict)
    without: list[WithoutContact] = field(default_factory=list)
    left_out: list[WithoutContact] = field(default_factory=list)

    def add(self, sitting: Sitting, answer: ContactAnswer) -> None:
        if answer.email:
            self.emails[sitting.member_id] = answer.email
        if answer.contacts:
            self.offices[sitting.member_id] = answer.contacts
        self.left_out += [_left_out(sitting, fault) for fault in answer.faults]


def _left_out(sitting: Sitting, fault: ServiceFault) -> WithoutContact:
    why = message("refresh", f"brief-{fault.trouble}", **fault.slots)
    return WithoutContact(sitting.member_id, sitting.name, why)


def _any_page(answer: Json) -> Page[Sitting]:
    return shapes.search_page(answer, shapes.sitting)
