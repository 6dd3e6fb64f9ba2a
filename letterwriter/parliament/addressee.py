"""To whom a letter goes: the writer's own member, or the Home Secretary for a vacant seat."""

from dataclasses import dataclass
from functools import cache

from letterwriter.parliament.members import Constituency, Member, Parliament, Role, Seat
from letterwriter.paths import DATA

HOUSE_OF_COMMONS = ("House of Commons", "London", "SW1A 0AA")


@dataclass(frozen=True, slots=True)
class Addressee:
    """The member a letter is for, and the writer's constituency.

    ``role`` is ``Role.VACANT`` where the constituency has no member and the
    letter goes to the Home Secretary instead, who is not the writer's MP.
    ``office_unknown`` where the member may be a minister whom our list lacks.
    """

    member: Member
    role: Role
    constituency: Constituency
    office_unknown: bool = False

    @property
    def block(self) -> tuple[str, ...]:
        """The recipient's lines, the last of them a postcode."""
        return (self.member.envelope_name, *HOUSE_OF_COMMONS)

    @property
    def slots(self) -> dict[str, str]:
        """What a wording may say of the place and the member.

        ``council`` is there only where the constituency lies in a single one.
        """
        return place_slots(self.constituency) | {"mp_name": self.member.name}


def place_slots(place: Constituency) -> dict[str, str]:
    """What a wording may say of the place alone, whoever sits for it."""
    slots = {"constituency": in_sentence(place.name)}
    if len(place.councils) == 1:
        slots["council"] = _council_in_sentence(place.councils[0])
    return slots


def in_sentence(name: str) -> str:
    """A place's name as people say it within a sentence: "the Forest of Dean", "the Wrekin"."""
    return f"the {name.removeprefix('The ')}" if name in _said_with_the() else name


def _council_in_sentence(council: str) -> str:
    """A council's name as people say it: "Bristol, City of" is the City of Bristol."""
    name, _, kind = council.partition(", ")
    return f"the {kind} {name}" if kind.endswith(" of") else in_sentence(council)


@cache
def _said_with_the() -> frozenset[str]:
    lines = (DATA / "said_with_the.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def addressee(seat: Seat, parliament: Parliament) -> Addressee | None:
    """Who to write to from this seat; None where there is neither a member nor a Home Secretary."""
    if seat.member:
        unknown = parliament.perhaps_minister(seat.member)
        return Addressee(seat.member, seat.role, seat.constituency, unknown)
    home_secretary = parliament.holder(Role.HOME_SECRETARY)
    if home_secretary is None or home_secretary.member is None:
        return None
    return Addressee(home_secretary.member, Role.VACANT, seat.constituency)
