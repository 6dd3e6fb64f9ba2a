"""What Parliament's Members API answers, in its published shapes, made from our own tables.

The shapes are those of https://members-api.parliament.uk/swagger/v1/swagger.json, with the
fields in the order and the nulls in the places of real answers. A test changes the lists
below before it asks: who sits where, who holds which post, which email is on record.
"""

import csv
from dataclasses import dataclass, field, replace
from typing import Any

from letterwriter.paths import DATA

Answer = dict[str, Any] | list[Any]

POSTS: dict[str, list[int]] = {  # by title, the ids of the holders
    "Prime Minister, First Lord of the Treasury and Minister for the Civil Service": [1427],
    "Secretary of State for the Home Department": [3914],
    "Parliamentary Secretary to the Treasury (Chief Whip)": [4244],
    "Minister of State": [4359],
    "Lord Commissioner (HM Treasury)": [4671],
    "Vice-Chamberlain (HM Household)": [4126],
    "PPS (Home Office)": [5280],
    "Minister of State (Ministry of Defence)": [9001],  # a peer
    "Parliamentary Under-Secretary (Wales Office)": [],  # nobody at present
}
CHAIR = [467, 4460, 4391, 4048]
NO_ID_YET = 5999  # for the one member of our table whose id it does not know


@dataclass
class Member:
    """One of the people; ``place`` is their constituency's name, or a kind of peerage."""

    id: int
    name: str
    full_title: str
    party: str
    place: str
    email: str | None
    house: int = 1
    left: str | None = None  # when they ceased to sit: "2029-05-30"
    office: dict[str, Any] = field(default_factory=dict)  # fields of the one in the constituency

    @property
    def item(self) -> dict[str, Any]:
        return {
            "value": {
                "id": self.id,
                "nameListAs": ", ".join(reversed(self.name.rsplit(" ", 1))),
                "nameDisplayAs": self.name,
                "nameFullTitle": self.full_title,
                "nameAddressAs": None,
                "latestParty": {
                    "id": 15,
                    "name": self.party,
                    "abbreviation": self.party[:3],
                    "isIndependentParty": self.party == "Independent",
                },
                "gender": "F",
                "latestHouseMembership": {
                    "membershipFrom": self.place,
                    "membershipFromId": 4000 + self.id,
                    "house": self.house,
                    "membershipStartDate": "2024-07-04T00:00:00",
                    "membershipEndDate": self.left and f"{self.left}T00:00:00",
                    "membershipStatus": None
                    if self.left
                    else {"statusIsActive": True, "statusDescription": "Current"},
                },
                "thumbnailUrl": f"https://members-api.parliament.uk/api/Members/{self.id}/Thumbnail",
            },
            "links": [{"rel": "self", "href": f"/Members/{self.id}", "method": "GET"}],
        }


@dataclass
class Lists:
    """All that the service knows."""

    members: dict[int, Member] = field(default_factory=dict)
    places: dict[str, int | None] = field(default_factory=dict)  # to the id of the member
    ended: list[str] = field(default_factory=lambda: ["Manchester Gorton"])
    posts: dict[str, list[int]] = field(default_factory=lambda: dict(POSTS))
    chair: list[int] = field(default_factory=lambda: list(CHAIR))
    former: dict[int, Member] = field(default_factory=dict)

    def leave(self, place: str) -> None:
        """A seat falls vacant."""
        member_id = self.places[place]
        self.places[place] = None
        if member_id is not None:
            del self.members[member_id]

    def dissolve(self, day: str) -> None:
        """Nobody is a member any more, from this day on."""
        for member in self.members.values():
            member.left = day
        self.former, self.members = self.members, {}
        self.places = dict.fromkeys(self.places)

    def return_all(self) -> None:
        """An election that brings the same people back."""
        self.members = {id_: replace(each, left=None) for id_, each in self.former.items()}
        self.places |= {member.place: id_ for id_, member in self.members.items()}

    def elect(self, member: Member) -> None:
        """A by-election."""
        if self.places[member.place]:
            self.leave(member.place)
        self.members[member.id] = member
        self.places[member.place] = member.id


def as_in_our_table(most: int = 650) -> Lists:
    """The service as it would be if nothing had changed, or the first few seats of it."""
    lists = Lists()
    with (DATA / "mps.csv").open(encoding="utf-8") as rows:
        for row in list(csv.DictReader(rows))[:most]:
            id_ = int(row["member_id"] or NO_ID_YET)
            lists.members[id_] = Member(
                id=id_,
                name=row["name"],
                full_title=row["full_title"],
                party=row["party"],
                place=row["constituency"],
                email=row["email"] or None,
            )
            lists.places[row["constituency"]] = id_
    return lists


PEER = Member(9001, "Lord Example", "The Lord Example", "Labour", "Life peer", None, house=2)


def searched(items: list[Any], skip: int, take: int) -> dict[str, Any]:
    """A page of a search: never more than 20 entries, whatever was asked for."""
    return {
        "items": items[skip : skip + min(take, 20)],
        "totalResults": len(items),
        "resultContext": "",
        "skip": skip,
        "take": min(take, 20),
        "links": [],
    }


def members(lists: Lists, skip: int, take: int) -> Answer:
    found = searched(list(lists.members.values()), skip, take)
    return {**found, "items": [member.item for member in found["items"]]}


def constituencies(lists: Lists, skip: int, take: int) -> Answer:
    """Those that exist now after those that are past."""
    found = searched([*lists.ended, *lists.places], skip, take)
    places = [
        _constituency(number, name, lists) for number, name in enumerate(found["items"], skip)
    ]
    return {**found, "items": [{"value": place, "links": []} for place in places]}


def _constituency(number: int, name: str, lists: Lists) -> dict[str, Any]:
    member_id = lists.places.get(name)
    held = (
        {"member": lists.members[member_id].item, "representation": {"house": 1}}
        if member_id
        else None
    )
    return {
        "id": 3000 + number,
        "name": name,
        "startDate": "2024-05-31T00:00:00",
        "endDate": "2024-05-30T00:00:00" if name in lists.ended else None,
        "currentRepresentation": held,
    }


def government(lists: Lists) -> Answer:
    people = {**lists.members, PEER.id: PEER}
    return [
        {
            "value": {
                "type": 0,
                "name": name,
                "hansardName": name,
                "id": number,
                "order": number,
                "governmentDepartments": [{"id": 1, "name": "Home Office", "url": None}],
                "postHolders": [
                    {
                        "member": people[holder].item,
                        "startDate": "2025-09-05T00:00:00",
                        "endDate": None,
                        "layingMinisterName": None,
                        "isPaid": True,
                    }
                    for holder in holders
                    if holder in people
                ],
            },
            "links": [],
        }
        for number, (name, holders) in enumerate(lists.posts.items(), 1)
    ]


def speaker_and_deputies(lists: Lists) -> Answer:
    return [lists.members[id_].item for id_ in lists.chair if id_ in lists.members]


def contact(member: Member) -> Answer:
    """Invented offices: the numbers are of those that Ofcom keeps for films and books."""
    offices = [
        _office("Constituency office", 4, "1 Example Street", "Exampleton", postcode="LS1 1AA")
        | {"phone": "0113 496 0000", "notes": "Surgeries: Fridays, 10am, Exampleton Library"},
        _office("Parliamentary office", 1, "House of Commons", "London", postcode="SW1A 0AA")
        | {"phone": "020 7946 0000", "email": member.email},
        _office("Website", 6, "https://example.org") | {"isWebAddress": True},
    ]
    for office in offices:
        if office["type"] == "Constituency office":
            office.update(member.office)
    return {"value": offices, "links": []}


def _office(kind: str, type_id: int, *lines: str, postcode: str | None = None) -> dict[str, Any]:
    given = dict(enumerate(lines, 1))
    return {
        "type": kind,
        "typeDescription": None,
        "typeId": type_id,
        "isPreferred": False,
        "isWebAddress": False,
        "notes": None,
        **{f"line{number}": given.get(number) for number in range(1, 6)},
        "postcode": postcode,
        "phone": None,
        "fax": None,
        "email": None,
    }
