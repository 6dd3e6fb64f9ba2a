"""Constituencies, the members who sit for them, and how a member is addressed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final

from letterwriter.parliament.contacts import Contact
from letterwriter.parliament.dissolution import Dissolution, Stage
from letterwriter.parliament.names.everyday_names import everyday_names
from letterwriter.parliament.names.folded_names import name_key
from letterwriter.parliament.names.name_search import BEST, NameSearch

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


def _english(place: Constituency) -> tuple[str, ...]:
    return (place.name,)


def _welsh(place: Constituency) -> tuple[str, ...]:
    return (place.welsh_name,) if place.welsh_name else ()


def _everyday(place: Constituency) -> tuple[str, ...]:
    return everyday_names(place.name)


def _councils(place: Constituency) -> tuple[str, ...]:
    return place.councils


_SEARCHED: Final = ((_english, 0), (_welsh, 0), (_everyday, 2), (_councils, 10))  # points behind


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
        self._codes: dict[str, tuple[str, ...]] = {}
        for names in (_english, _welsh, _everyday):  # the first of them counts
            codes: dict[str, tuple[str, ...]] = {}
            for code, seat in self._seats.items():
                for key in map(name_key, names(seat.constituency)):
                    codes[key] = (*codes.get(key, ()), code)
            self._codes = codes | self._codes

    def __getitem__(self, code: str) -> Seat:
        return self._seats[code]

    def __contains__(self, code: object) -> bool:
        return code in self._seats

    def __iter__(self) -> Iterator[Seat]:
        return iter(self._seats.values())

    def __len__(self) -> int:
        return len(self._seats)

    def named(self, name: str) -> Seat | None:
        """The one seat with this English, Welsh or everyday name, however it is written."""
        codes = self._codes.get(name_key(name), ())
        return self._seats[codes[0]] if len(codes) == 1 else None

    def alike(self, name: str, most: int = BEST) -> list[Seat]:
        """The seats that a name may mean, likeliest first: five, or up to ``most`` that hold it."""
        return [self[self._coded[place]] for place in self._search.best(name, most)]

    def holds(self, name: str) -> bool:
        """Whether a seat's name, or its council's, holds the words of this one."""
        return self._search.holds(name)

    @cached_property
    def _coded(self) -> dict[str, str]:
        return {seat.constituency.name: code for code, seat in self._seats.items()}

    @cached_property
    def _search(self) -> NameSearch:
        return NameSearch(
            (name, place.name, behind)
            for place in (seat.constituency for seat in self)
            for names, behind in _SEARCHED
            for name in names(place)
        )

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
