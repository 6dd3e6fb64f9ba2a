"""The JSON of Parliament's Members API, read into values.

The shapes are those of the service's own description,
https://members-api.parliament.uk/swagger/v1/swagger.json: MemberItem, Member,
HouseMembership, Party, ConstituencyItem, ConstituencyRepresentation,
ContactInformation, GovernmentOppositionPostItem and its holders. What real
answers look like (dates as "2024-07-04T00:00:00", null for what is not known)
is from recorded ones in the tests of public projects that read the service.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Generic, TypeVar

from letterwriter.files.typed_values import is_of
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.importing import ListedConstituency, Post, Sitting
from letterwriter.parliament.names.proper_names import NAME, OFFICE, PARTY, PLACE, Shape, in_nfc

_COMMONS: Final = 1
_LONGEST_TEXT: Final = 2_000  # characters: no field that is read here has a tenth of them
_LARGEST_ID: Final = 999_999_999

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Json:
    """A part of an answer that knows where it stands, so that errors name the field."""

    where: str  # the address
    value: object
    field: str = ""
    whose: str = ""  # "member 4359", once that is known

    def __getitem__(self, name: str) -> "Json":
        field = f"{self.field}.{name}" if self.field else name
        if not is_of(self.value, dict) or name not in self.value:
            raise ServiceFault(Failure.SHAPE, self.where, field=field)
        return replace(self, value=self.value[name], field=field)

    def get(self, name: str) -> "Json | None":
        """A field that may be null or left out."""
        value = self.value.get(name) if is_of(self.value, dict) else None
        return None if value is None else self[name]

    def items(self) -> "list[Json]":
        """The entries of a list."""
        if not is_of(self.value, list):
            raise self._other()
        return [
            replace(self, value=each, field=f"{self.field}[{number}]")
            for number, each in enumerate(self.value)
        ]

    def text(self) -> str:
        """Text that is never empty, in NFC, with single spaces."""
        if not is_of(self.value, str) or len(self.value) > _LONGEST_TEXT:
            raise self._other()
        words = in_nfc(self.value).replace("\N{NO-BREAK SPACE}", " ").split(" ")
        text = " ".join(word for word in words if word)
        if not text:
            raise self._other()
        return text

    def named(self, shape: Shape) -> str:
        """Text of such a shape: a name, a title."""
        text = self.text()
        if why := shape.problem_with(text):
            raise ServiceFault(Failure.ODD, self.where, field=self.field, whose=self.whose, why=why)
        return text

    def number(self) -> int:
        """A whole number."""
        if not is_of(self.value, int):
            raise self._other()
        return self.value

    def id(self) -> str:
        """The number by which the service knows somebody or something."""
        number = self["id"].number()
        if not 0 < number <= _LARGEST_ID:
            raise ServiceFault(Failure.SHAPE, self.where, field=self["id"].field)
        return str(number)

    def of(self, kind: str) -> "Json":
        """The same part, its faults naming whose it is, such as a "member"."""
        return replace(self, whose=f"{kind} {self.id()}")

    def _other(self) -> ServiceFault:
        return ServiceFault(Failure.SHAPE, self.where, field=self.field or "the whole answer")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a search: the ids of all its entries, what is read from them, how many in all."""

    ids: tuple[str, ...]
    found: tuple[T, ...]  # without the entries that do not count
    total: int


def search_page(answer: Json, read: Callable[[Json], T | None]) -> Page[T]:
    """One page of a search, each entry's value read by ``read``."""
    values = [item["value"] for item in answer["items"].items()]
    found = (read(value) for value in values)
    return Page(
        ids=tuple(value.id() for value in values),
        found=tuple(each for each in found if each is not None),
        total=answer["totalResults"].number(),
    )


def sitting(value: Json) -> Sitting | None:
    """A member who sits in the Commons now; None for a peer, or one who has left."""
    membership = value["latestHouseMembership"]
    if membership["house"].number() != _COMMONS or membership.get("membershipEndDate"):
        return None
    member = value.of("member")
    return Sitting(
        member_id=member.id(),
        name=member["nameDisplayAs"].named(NAME),
        full_title=member["nameFullTitle"].named(NAME),
        party=member["latestParty"]["name"].named(PARTY),
        place=member["latestHouseMembership"]["membershipFrom"].named(PLACE),
    )


def left_on(answer: Json) -> date | None:
    """When a member ceased to sit in the Commons, by their own record; None for one who sits."""
    membership = answer["value"]["latestHouseMembership"]
    end = membership.get("membershipEndDate")
    if membership["house"].number() != _COMMONS:  # a peer by now: it does not say when they left
        raise ServiceFault(Failure.SHAPE, membership.where, field=membership["house"].field)
    if end is None:
        return None
    try:
        return date.fromisoformat(end.text().partition("T")[0])
    except ValueError:
        raise ServiceFault(Failure.SHAPE, end.where, field=end.field) from None


def place(value: Json) -> ListedConstituency | None:
    """A constituency; None for one of the past. ``currentRepresentation`` is null in a vacancy."""
    if value.get("endDate"):
        return None
    holder = value["currentRepresentation"]
    held = holder.value is not None and holder.get("member")
    name = value.of("constituency")["name"].named(PLACE)
    return ListedConstituency(name, held["value"].id() if held else "")


def posts(answer: Json) -> tuple[Post, ...]:
    """Government posts with those who hold them; past holders are left out."""
    return tuple(_post(item["value"]) for item in answer.items())


def _post(value: Json) -> Post:
    departments = value.get("governmentDepartments")
    named = [each["name"].named(OFFICE) for each in departments.items()] if departments else []
    holders = [each for each in value["postHolders"].items() if not each.get("endDate")]
    ids = tuple(each["member"]["value"].id() for each in holders)
    whose = f"member {ids[0]}" if ids else "nobody"
    return Post(
        name=replace(value, whose=whose)["name"].named(OFFICE),
        department=named[0] if named else "",
        holder_ids=ids,
    )


def chair(answer: Json) -> tuple[str, ...]:
    """The ids of the Speaker and the deputies. The service does not say who is which."""
    return tuple(item["value"].id() for item in answer.items())
