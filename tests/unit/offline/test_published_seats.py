"""What the bundle says of postcodes and seats, for browsers without a network."""

import gzip
import json
from dataclasses import replace
from hashlib import sha256

from letterwriter.offline import seats
from letterwriter.parliament import current_members
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.contacts import Contact, OfficeKind
from letterwriter.parliament.members import Parliament, Role, Seat
from letterwriter.postcodes.postcode import TERRITORIES, Territory, parse_postcode
from letterwriter.postcodes.typed.rules import OUTWARD

PARLIAMENT = current_members.bundled_parliament()
SEATS = seats.seats(PARLIAMENT)
BY_CODE = {seat["code"]: seat for seat in SEATS}


def test_every_seat_is_published_in_order_with_its_member() -> None:
    assert [seat["code"] for seat in SEATS] == [seat.constituency.code for seat in PARLIAMENT]
    rusholme = BY_CODE["E14001353"]
    assert {key: rusholme[key] for key in ("name", "welsh", "country", "role", "slots")} == {
        "name": "Manchester Rusholme",
        "welsh": "",
        "country": "England",
        "role": "backbencher",
        "slots": {"constituency": "Manchester Rusholme", "council": "Manchester"},
    }
    assert rusholme["member"]["salutation"] == "Dear Afzal Khan"
    assert rusholme["member"]["envelope"] == "Afzal Khan MP"


def test_slots_and_the_members_name_are_all_that_a_wording_may_say() -> None:
    for seat in PARLIAMENT:
        published = BY_CODE[seat.constituency.code]
        assert seat.member
        slots = Addressee(seat.member, seat.role, seat.constituency).slots
        assert published["slots"] | {"mp_name": published["member"]["name"]} == slots


def test_a_vacant_seat_is_published_without_a_member() -> None:
    empty = replace(next(iter(PARLIAMENT)), member=None)
    (seat,) = seats.seats(Parliament([empty]))
    assert (seat["member"], seat["role"]) == (None, "vacant")
    assert seat["slots"]["constituency"] == empty.constituency.name


def test_who_may_be_a_minister_unknown_to_the_table_is_told() -> None:
    told = {seat["member"]["party"]: seat["member"] for seat in seats.seats(PARLIAMENT)}
    assert told["Labour"]["perhaps_minister"]
    assert not told["Green Party"]["perhaps_minister"]


def test_offices_are_published_where_there_are_any_and_weigh_little() -> None:
    def with_offices(seat: Seat) -> Seat:
        assert seat.member
        number = int(sha256(seat.constituency.code.encode()).hexdigest(), 16)  # unlike each other
        day, street = seat.as_of, f"{number % 199 + 1} {seat.constituency.name} Road"
        phone = f"0{10**9 + number % 10**9}"
        local = Contact(OfficeKind.CONSTITUENCY, (street, "Town"), "LS1 1AA", phone, "", day)
        return replace(seat, member=replace(seat.member, contacts=(local,)))

    assert not [seat for seat in SEATS if "contacts" in seat["member"]]
    found = seats.seats(Parliament(map(with_offices, PARLIAMENT)))
    assert found[0]["member"]["contacts"] == [
        {
            "kind": "constituency",
            "lines": ["152 Aberafan Maesteg Road", "Town", "LS1 1AA"],
            "phone": "01393434799",
            "as_of": found[0]["as_of"],
        }
    ]
    before, after = (len(gzip.compress(json.dumps(each).encode())) for each in (SEATS, found))
    assert after - before < 20 * 1024  # bytes for all 650 seats, which a stall's device keeps


def test_the_home_secretary_is_told_where_there_is_one() -> None:
    seat = seats.home_secretary(PARLIAMENT)
    assert seat is not None
    assert PARLIAMENT[seat["code"]].role is Role.HOME_SECRETARY
    assert seat == BY_CODE[seat["code"]]
    assert seats.home_secretary(Parliament([])) is None


def test_the_rules_are_those_that_postcodes_are_read_by() -> None:
    rules = seats.rules()
    assert {half[:2].rstrip("0123456789") for half in OUTWARD} == set(rules["areas"])
    for area, territory in rules["territories"].items():
        assert TERRITORIES[area] is Territory(territory)
    assert parse_postcode("BT1").territory == rules["territories"]["BT"]


def test_all_of_it_is_json_as_it_is() -> None:
    for part in (SEATS, seats.rules()):
        assert json.loads(json.dumps(part)) == part
