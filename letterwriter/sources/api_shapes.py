"""The JSON of Parliament's Members API, read into values.

The shapes are those of the service's own description,
https://members-api.parliament.uk/swagger/v1/swagger.json: MemberItem, Member,
HouseMembership, Party, ConstituencyItem, ConstituencyRepresentation,
ContactInformation, GovernmentOppositionPostItem and its holders. What real
answers look like (dates as "2024-07-04T00:00:00", null for what is not known)
is from recorded ones in the tests of public projects that read the service.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from letterwriter.domain.snapshot import Place, Post, Sitting
from letterwriter.sources.service_fault import ServiceFault, Trouble

_COMMONS: Final = 1
_OFFICES: Final = ("parliamentary office", "constituency office")  # whose email is taken first
_EMAIL: Final = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")


@dataclass(frozen=True, slots=True)
class Json:
    """A part of an answer that knows where it stands, so that errors name the field."""

    where: str  # the address
    value: object
    field: str = ""

    def __getitem__(self, name: str) -> "Json":
        field = f"{self.field}.{name}" if self.field else name
        if not isinstance(self.value, dict) or name not in self.value:
            raise ServiceFault(Trouble.SHAPE, self.where, field=field)
        return Json(self.where, self.value[name], field)

    def get(self, name: str) -> "Json | None":
        """A field that may be null or left out."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return None if value is None else self[name]

    def items(self) -> "list[Json]":
        """The entries of a list."""
        if not isinstance(self.value, list):
            raise self._other()
        return [
            Json(self.where, each, f"{self.field}[{number}]")
            for number, each in enumerate(self.value)
        ]

    def text(self) -> str:
        """Text that is never empty, on one line."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self._other()
        return " ".join(self.value.split())

    def number(self) -> int:
        """A whole number."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self._other()
        return self.value

    def _other(self) -> ServiceFault:
        return ServiceFault(Trouble.SHAPE, self.where, field=self.field or "the whole answer")


def page(answer: Json) -> tuple[list[Json], int]:
    """The entries of one page of a search, and how many there are on all pages."""
    return answer["items"].items(), answer["totalResults"].number()


def sittings(items: Iterable[Json]) -> Iterator[Sitting]:
    """Those of a search for members who sit in the Commons now."""
    for item in items:
        member = item["value"]
        membership = member["latestHouseMembership"]
        if membership["house"].number() == _COMMONS and not membership.get("membershipEndDate"):
            yield Sitting(
                member_id=_id(member),
                name=member["nameDisplayAs"].text(),
                full_title=member["nameFullTitle"].text(),
                party=member["latestParty"]["name"].text(),
                place=membership["membershipFrom"].text(),
            )


def places(items: Iterable[Json]) -> Iterator[Place]:
    """The constituencies that exist now; ``currentRepresentation`` is null for a vacancy."""
    for item in items:
        place = item["value"]
        if not place.get("endDate"):
            holder = place["currentRepresentation"]
            held = holder.value is not None and holder.get("member")
            yield Place(place["name"].text(), _id(held["value"]) if held else "")


def posts(answer: Json) -> Iterator[Post]:
    """Government posts with those who hold them; past holders are left out."""
    for item in answer.items():
        post = item["value"]
        departments = post.get("governmentDepartments")
        named = [each["name"].text() for each in departments.items()] if departments else []
        holders = [each for each in post["postHolders"].items() if not each.get("endDate")]
        yield Post(
            name=post["name"].text(),
            department=named[0] if named else "",
            holder_ids=tuple(_id(each["member"]["value"]) for each in holders),
        )


def chair(answer: Json) -> tuple[str, ...]:
    """The ids of the Speaker and the deputies. The service does not say who is which."""
    return tuple(_id(item["value"]) for item in answer.items())


def email(answer: Json) -> str:
    """A member's email, that of the office at Westminster first; empty where none is given."""
    found: dict[str, str] = {}
    for contact in answer["value"].items():
        kind = contact["type"].text().casefold()
        given = contact.get("email")
        address = _EMAIL.search(given.text()) if given and given.value else None
        if address:
            found.setdefault(kind, address[0])
    return next((found[kind] for kind in _OFFICES if kind in found), "")


def _id(member: Json) -> str:
    return str(member["id"].number())
