"""Constituencies, the members who sit for them, and how a member is addressed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final

from letterwriter.parliament.contacts import Contact
from letterwriter.parliament.dissolution import Dissolution, Stage
from letterwriter.parliament.name_index import folded_name

# Beyond this a list of members needs a word of doubt: offices change a few times a year.
OLD_LIST: Final = timedelta(days=92)


class Country(StrEnum):
    """The four countries that elect members of the House of Commons."""

    ENGLAND = "England"
    SCOTLAND = "Scotland"
    WALES = "Wales"
    NORTHERN_IRELAND = "Northern Ireland"


class Role(StrEnum):
    """What a member is, as far as it changes what a constituent can ask of them.

    Source: the conventions of the House of Commons on collective
    responsibility, on the impartiality of the Chair, and Sinn Féin's policy of
    not taking its seats.
    """

    BACKBENCHER = "backbencher"
    PRIME_MINISTER = "prime_minister"
    HOME_SECRETARY = "home_secretary"
    MINISTER = "minister"
    WHIP = "whip"
    SPEAKER = "speaker"
    DEPUTY_SPEAKER = "deputy_speaker"
    ABSTENTIONIST = "abstentionist"
    VACANT = "vacant"  # no member: the letter goes to the Home Secretary instead


# Of several offices, the one that most limits what can be asked stands first.
OFFICE_RANKS: Final = (
    Role.PRIME_MINISTER,
    Role.HOME_SECRETARY,
    Role.SPEAKER,
    Role.DEPUTY_SPEAKER,
    Role.MINISTER,
    Role.WHIP,
)

_GIVEN_NAME_TITLES = frozenset({"Sir", "Dame"})
_SURNAME_TITLES = frozenset({"Dr", "Mr", "Mrs", "Ms", "Miss"})
_WOMENS_TITLES = frozenset({"Dame", "Mrs", "Ms", "Miss"})
_ABSTENTIONIST_PARTIES = frozenset({"Sinn Féin"})


@dataclass(frozen=True, slots=True)
class Constituency:
    """A seat in the House of Commons; ``code`` is its nine-character GSS code."""

    code: str
    name: str
    welsh_name: str  # empty where it does not differ from the English name
    country: Country
    councils: tuple[str, ...]  # local authorities that it overlaps


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a member holds, with the date on which that was known."""

    title: str
    role: Role
    as_of: date
    source: str


@dataclass(frozen=True, slots=True)
class Member:
    """A Member of Parliament, named as Parliament displays them.

    ``name`` is the display name ("Dr Rosena Allin-Khan"), ``full_title`` the
    one that stands on an envelope, without "The" ("Rt Hon Lucy Powell MP").
    ``email`` is empty where none is on record. ``contacts`` are those of the
    offices, where a table has them.
    """

    member_id: str
    name: str
    full_title: str
    party: str
    email: str
    offices: tuple[Office, ...] = ()
    contacts: tuple[Contact, ...] = ()

    @property
    def role(self) -> Role:
        """The role that most limits what can be asked: an office, else the party's policy."""
        held = {office.role for office in self.offices}
        for role in OFFICE_RANKS:
            if role in held:
                return role
        return Role.ABSTENTIONIST if self.party in _ABSTENTIONIST_PARTIES else Role.BACKBENCHER

    @property
    def main_party(self) -> str:
        """The party without its affiliation: "Labour (Co-op)" sits with "Labour"."""
        return self.party.partition(" (")[0]

    @property
    def salutation(self) -> str:
        """How a letter to them begins, without the comma: "Dear Dame Meg".

        Knights and dames go by their given name; Dr, Mr, Mrs and Ms only where
        Parliament's own display name carries it, since nobody should guess;
        the Speaker by office.
        """
        title, _, rest = self.name.partition(" ")
        if self.role is Role.SPEAKER:
            return "Dear Madam Speaker" if title in _WOMENS_TITLES else "Dear Mr Speaker"
        if title in _GIVEN_NAME_TITLES:
            return f"Dear {title} {rest.split()[0]}"
        if title in _SURNAME_TITLES:
            return f"Dear {title} {rest.split()[-1]}"
        return f"Dear {self.name}"

    @property
    def envelope_name(self) -> str:
        """The first line of the recipient block: "The Rt Hon Lucy Powell MP"."""
        return f"The {self.full_title}" if self.full_title.startswith("Rt Hon") else self.full_title


@dataclass(frozen=True, slots=True)
class Seat:
    """A constituency and who sits for it; ``member`` is None while it is vacant."""

    constituency: Constituency
    member: Member | None
    as_of: date
    source: str

    @property
    def role(self) -> Role:
        """The member's role, or ``Role.VACANT``."""
        return self.member.role if self.member else Role.VACANT

    def is_old(self, today: date) -> bool:
        """Whether what is known of it is from more than three months ago."""
        return today - self.as_of > OLD_LIST


class Parliament:
    """All seats, by constituency code.

    ``dissolution`` is one that is known, to come or begun; ``stage`` tells why no seat has a
    member, where that is so because of it (`house_on` in house.py makes such a Parliament).
    """

    def __init__(
        self,
        seats: Iterable[Seat],
        dissolution: Dissolution | None = None,
        stage: Stage = Stage.SITTING,
    ) -> None:
        self.dissolution = dissolution
        self.stage = stage
        self._seats = {seat.constituency.code: seat for seat in seats}
        self._codes = {
            folded_name(seat.constituency.name): code for code, seat in self._seats.items()
        }
        for code, seat in self._seats.items():
            if seat.constituency.welsh_name:
                self._codes.setdefault(folded_name(seat.constituency.welsh_name), code)

    def __getitem__(self, code: str) -> Seat:
        return self._seats[code]

    def __contains__(self, code: object) -> bool:
        return code in self._seats

    def __iter__(self) -> Iterator[Seat]:
        return iter(self._seats.values())

    def __len__(self) -> int:
        return len(self._seats)

    def named(self, name: str) -> Seat | None:
        """The seat with this English or Welsh name, whatever its case and spaces."""
        code = self._codes.get(folded_name(name))
        return self._seats[code] if code else None

    def in_country(self, country: Country) -> list[Seat]:
        """The seats of one country, by name."""
        found = (seat for seat in self if seat.constituency.country is country)
        return sorted(found, key=lambda seat: seat.constituency.name)

    @property
    def has_members(self) -> bool:
        """Whether anybody sits."""
        return any(seat.member for seat in self)

    @property
    def lists_ministers(self) -> bool:
        """Whether the table has ministers and whips below the Home Secretary at all."""
        return any(
            office.role in (Role.MINISTER, Role.WHIP)
            for seat in self
            if seat.member
            for office in seat.member.offices
        )

    def holder(self, role: Role) -> Seat | None:
        """The first seat whose member has this role, such as the Home Secretary's."""
        return next((seat for seat in self if seat.role is role), None)

    def perhaps_minister(self, member: Member) -> bool:
        """Whether a member may be a minister whom this table, listing only some offices, lacks."""
        party = self._ministers_party
        return bool(party) and member.role is Role.BACKBENCHER and member.main_party == party

    @cached_property
    def _ministers_party(self) -> str:
        """The party whose members may be ministers unknown here; empty where none can be."""
        seat = self.holder(Role.PRIME_MINISTER)
        return seat.member.main_party if seat and seat.member and not self.lists_ministers else ""
