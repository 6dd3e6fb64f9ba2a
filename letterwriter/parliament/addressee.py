"""To whom a letter goes: the writer's own member, or the Home Secretary for a vacant seat."""

from dataclasses import dataclass

from letterwriter.parliament.members import Constituency, Member, Parliament, Role, Seat

HOUSE_OF_COMMONS = ("House of Commons", "London", "SW1A 0AA")

_WITH_THE = (  # how the names begin that nobody says without "the"
    "City of ",
    "East Riding",
    "High Peak",
    "Isle of ",
    "New Forest",
    "Scottish Borders",
    "Vale of ",
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """The member a letter is for, and the writer's constituency.

    ``role`` is ``Role.VACANT`` where the constituency has no member and the
    letter goes to the Home Secretary instead, who is not the writer's MP.
    """

    member: Member
    role: Role
    constituency: Constituency

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
    slots = {"constituency": place.name}
    if len(place.councils) == 1:
        slots["council"] = _council_in_sentence(place.councils[0])
    return slots


def _council_in_sentence(council: str) -> str:
    """A council's name as people say it: "Bristol, City of" is the City of Bristol."""
    name, _, kind = council.partition(", ")
    if kind.endswith(" of"):
        return f"the {kind} {name}"
    return f"the {council}" if council.startswith(_WITH_THE) else council


def addressee(seat: Seat, parliament: Parliament) -> Addressee | None:
    """Who to write to from this seat; None where there is neither a member nor a Home Secretary."""
    if seat.member:
        return Addressee(seat.member, seat.role, seat.constituency)
    home_secretary = parliament.holder(Role.HOME_SECRETARY)
    if home_secretary is None or home_secretary.member is None:
        return None
    return Addressee(home_secretary.member, Role.VACANT, seat.constituency)
