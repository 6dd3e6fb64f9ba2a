"""UK Parliament's Members API: who sits for which constituency, and who holds which office.

Paths and parameters are those of https://members-api.parliament.uk/swagger/v1/swagger.json.
A search gives at most 20 entries a page. ``SpeakerAndDeputies`` wants a date there.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from letterwriter.domain.snapshot import Post, Sitting, Snapshot
from letterwriter.sources import api_shapes as shapes
from letterwriter.sources.api_shapes import Json
from letterwriter.sources.service import Service
from letterwriter.sources.service_fault import ServiceFault, Trouble

ADDRESS: Final = "https://members-api.parliament.uk"

_PAGE: Final = 20
_REQUESTS: Final = 720  # about: 33 pages of members, as many of constituencies, 650 contacts

_CURRENT: Final[dict[str, str | int]] = {"House": 1, "IsCurrentMember": "true"}

Progress = Callable[[int, int], None]  # how many answers there are, of how many


class MembersApi:
    """Reads everything a table of members needs, telling how far it is."""

    def __init__(self, service: Service, progress: Progress) -> None:
        self._service = service
        self._progress = progress
        self._done = 0
        self._of = _REQUESTS

    def snapshot(self, day: date) -> Snapshot:
        """All members, constituencies, posts and contacts, in some 720 requests.

        Raises ServiceFault, or OSError where answers cannot be kept.
        """
        sittings = tuple(shapes.sittings(self._search("Members/Search", _CURRENT)))
        places = tuple(shapes.places(self._search("Location/Constituency/Search", {})))
        self._of = self._done + 2 + len(sittings)
        return Snapshot(
            day=day,
            sittings=sittings,
            places=places,
            posts=self._posts(),
            chair=shapes.chair(self._chair(day)),
            emails=self._emails(sittings),
        )

    def _get(self, path: str, query: dict[str, str | int] | None = None) -> Json:
        answer = self._service.get(f"/api/{path}", query)
        self._done += 1
        self._progress(self._done, max(self._of, self._done))
        return Json(f"/api/{path}", answer)

    def _search(self, path: str, query: dict[str, str | int]) -> list[Json]:
        found: list[Json] = []
        while True:
            items, total = shapes.page(
                self._get(path, {**query, "skip": len(found), "take": _PAGE})
            )
            found += items
            if not total:
                raise ServiceFault(Trouble.EMPTY, f"/api/{path}")
            if len(found) >= total or not items:
                break
        ids = {item["value"]["id"].number() for item in found}
        if len(ids) != total or len(found) != total:  # someone came or left between two pages
            raise ServiceFault(Trouble.MOVING, f"/api/{path}")
        return found

    def _posts(self) -> tuple[Post, ...]:
        found = tuple(shapes.posts(self._get("Posts/GovernmentPosts")))
        if not found:
            raise ServiceFault(Trouble.EMPTY, "/api/Posts/GovernmentPosts")
        return found

    def _chair(self, day: date) -> Json:
        path = "Posts/SpeakerAndDeputies"
        try:
            return self._get(f"{path}/{day.isoformat()}")
        except ServiceFault as fault:
            if fault.slots.get("status") != "404":
                raise
            return self._get(path)  # as it is sometimes described, without a date

    def _emails(self, sittings: tuple[Sitting, ...]) -> dict[str, str]:
        found = dict(self._with_email(sittings))
        if not found:  # the field is one that may be missing, but not from everybody
            where = "/api/Members/.../Contact"
            raise ServiceFault(Trouble.SHAPE, where, field="value[].email")
        return found

    def _with_email(self, sittings: tuple[Sitting, ...]) -> Iterator[tuple[str, str]]:
        for sitting in sittings:
            address = shapes.email(self._get(f"Members/{sitting.member_id}/Contact"))
            if address:
                yield sitting.member_id, address
