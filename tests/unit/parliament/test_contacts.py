"""Offices in the answers of Parliament's service, and in the table that is made of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from letterwriter.files.faults import FaultyFiles
from letterwriter.parliament.api.contact_shapes import ContactAnswer, contact_answer
from letterwriter.parliament.api.faults import ServiceFault
from letterwriter.parliament.api.shapes import Json
from letterwriter.parliament.contacts import Contact, OfficeKind
from letterwriter.parliament.contacts_file import CONTACT_HEADER
from letterwriter.parliament.members_file import OFFICE_HEADER, SEAT_HEADER, load_parliament
from tests.parliament_api import answers
from tests.parliament_api.answers import Member

DAY = date(2026, 11, 24)
AT_WESTMINSTER = Contact(
    OfficeKind.PARLIAMENTARY,
    ("House of Commons", "London"),
    "SW1A 0AA",
    "020 7946 0000",
    "jo@parliament.uk",
    DAY,
)
AT_HOME = Contact(
    OfficeKind.CONSTITUENCY,
    ("1 Example Street", "Exampleton"),
    "LS1 1AA",
    "0113 496 0000",
    "",
    DAY,
)


def read(**office: Any) -> ContactAnswer:
    member = Member(1, "Jo Example", "Jo Example MP", "Labour", "Leeds", "jo@parliament.uk")
    member.office = office
    return contact_answer(Json("/api", answers.contact(member)), DAY)


def home(**office: Any) -> Contact | None:
    """The office in the constituency, where nothing was told of any fault."""
    found = read(**office)
    assert found.faults == ()
    return next((each for each in found.contacts if each.kind is OfficeKind.CONSTITUENCY), None)


def test_both_offices_are_read_westminster_first_and_no_notes() -> None:
    assert read() == ContactAnswer("jo@parliament.uk", (AT_WESTMINSTER, AT_HOME), ())


@pytest.mark.parametrize(
    ("office", "phone"),
    [
        ({"phone": "0113 496 0000 / 07700 900000"}, "0113 496 0000"),
        ({"phone": "(0113) 496-0000"}, "0113 496 0000"),
        ({"phone": "+44 (0)113 496 0000"}, "+44 113 496 0000"),
        ({"phone": "Tel or 01134960000"}, "01134960000"),
        ({"phone": "Tel.: 0113 496 0000 Ext. 12"}, "0113 496 0000"),
        ({"phone": "by email, please"}, ""),
        ({"phone": " "}, ""),
        ({"phone": None}, ""),
    ],
)
def test_the_first_number_is_taken_as_it_is_dialled(office: dict[str, Any], phone: str) -> None:
    found = home(**office)
    assert found
    assert found.phone == phone


@pytest.mark.parametrize(
    ("office", "lines", "postcode"),
    [
        ({"postcode": "ls11aa"}, AT_HOME.lines, "LS1 1AA"),
        ({"postcode": None}, AT_HOME.lines, ""),
        ({"line3": "LS1 1AA"}, AT_HOME.lines, "LS1 1AA"),
        (
            {"line1": " The  Old Surgery,", "line2": "12 Friday Street"},
            ("The Old Surgery", "12 Friday Street"),
            "LS1 1AA",
        ),
        (
            {"line1": "(First floor)", "line2": "Ty\u0302 Gwyn"},
            ("(First floor)", "Tŷ Gwyn"),
            "LS1 1AA",
        ),
        ({"line1": "No constituency office publicised"}, (), ""),
    ],
)
def test_an_address_is_put_right(
    office: dict[str, Any], lines: tuple[str, ...], postcode: str
) -> None:
    found = home(**office)
    assert found
    assert (found.lines, found.postcode) == (lines, postcode)


def test_an_office_of_which_nothing_is_published_is_none() -> None:
    assert home(line1=None, line2="", postcode=None, phone=None) is None


@pytest.mark.parametrize(
    ("office", "left"),
    [
        ({"line1": "<b>1 Example Street</b>"}, "phone"),
        ({"line2": "Exampleton \u202e"}, "phone"),
        ({"line1": "E" * 101}, "phone"),
        ({"line1": "E" * 2**20}, "phone"),
        ({"line1": 7}, "phone"),
        ({"line1": ["1 Example Street"]}, "phone"),
        ({"line1": "Surgeries at Exampleton Library"}, "phone"),
        ({"line2": "Fridays"}, "phone"),
        ({"line2": "every Friday, 10am to noon"}, "phone"),
        ({"line2": "10:30-12:00"}, "phone"),
        ({"postcode": "Leeds"}, "phone"),
        ({"postcode": 11}, "phone"),
        ({"phone": "0113 496 0000<script>"}, "address"),
        ({"phone": "0113"}, "address"),
        ({"phone": "1" * 500}, "address"),
        ({"phone": 1134960000}, "address"),
        ({"phone": {"mobile": "07700 900000"}}, "address"),
    ],
)
def test_what_is_odd_costs_that_address_or_number_alone(office: dict[str, Any], left: str) -> None:
    found = read(**office)
    (fault,) = found.faults
    assert fault.slots["field"].startswith(f"value[0].{next(iter(office))}")
    assert found.email == "jo@parliament.uk"
    assert found.contacts[0] == AT_WESTMINSTER
    has = {"phone": found.contacts[1].phone, "address": found.contacts[1].lines}
    assert [key for key, value in has.items() if value] == [left]


def test_offices_that_are_listed_twice_count_once_and_a_hundred_are_too_many() -> None:
    answer: Any = answers.contact(Member(1, "Jo", "Jo MP", "Labour", "Leeds", None))
    answer["value"] *= 2
    assert len(contact_answer(Json("/api", answer), DAY).contacts) == 2
    offices = [answer["value"][0] | {"line1": f"{number} Long Street"} for number in range(1, 101)]
    assert len(contact_answer(Json("/api", {"value": offices}), DAY).contacts) == 6


def test_an_answer_without_its_list_is_a_fault_of_the_whole() -> None:
    with pytest.raises(ServiceFault):
        contact_answer(Json("/api", {"value": None}), DAY)


RUSHOLME = (
    "E14001353,Manchester Rusholme,,England,4671,Afzal Khan,Afzal Khan MP,Labour,"
    "afzal.khan.mp@parliament.uk,Manchester,2026-11-24,UK Parliament\n"
)
GOOD = "4671,constituency,1 Example Street; Exampleton,LS1 1AA,0113 496 0000,,2026-11-24\n"


def table(folder: Path, rows: str) -> tuple[Contact, ...]:
    tables = {"mps.csv": f"{SEAT_HEADER}\n{RUSHOLME}", "offices.csv": f"{OFFICE_HEADER}\n"}
    tables["contacts.csv"] = f"{CONTACT_HEADER}\n{rows}"
    for name, text in tables.items():
        (folder / name).write_text(text, "utf-8")
    loaded = load_parliament(*(folder / name for name in tables))
    member = loaded["E14001353"].member
    assert member
    return member.contacts


def test_a_row_becomes_an_office_of_its_member_and_others_are_nobodys(tmp_path: Path) -> None:
    assert table(tmp_path, GOOD + GOOD.replace("4671", "1")) == (AT_HOME,)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("4671", "", "column member_id: is empty; fill it in"),
        ("4671", "+4671", "column member_id: should be Parliament's number"),
        ("constituency", "home", "column kind: should be one of parliamentary, constituency"),
        ("1 Example", "<i>1 Example", "column address: does not begin with a Latin letter or a"),
        ("Exampleton", "Exampleton \u202e", "column address: holds the character U+202E"),
        ("Exampleton", "surgeries on Fridays", "column address: tells when somebody is there"),
        ("Exampleton", "a; b; c; d; e", "column address: has more than 5 lines"),
        ("LS1 1AA", "Leeds", "column postcode: is no postcode such as SW1A 0AA"),
        ("0113 496 0000", "tel 0113", "column phone: is no phone number such as"),
        ("0000,,", "0000,a@b.uk?bcc=c@d.uk,", "column email: is no plain address for email"),
        ("2026-11-24", "24/11/2026", "column as_of: should be a date such as 2026-06-27"),
        ("1 Example Street; Exampleton,LS1 1AA,0113 496 0000", ",,", "column address: is empty"),
        (GOOD, GOOD * 2, "line 3, column member_id: 4671 has this office already"),
        ("4671,", "4671", "line 2: has 6 columns, not 7"),
    ],
)
def test_a_row_that_is_wrong_is_told_by_file_and_line(
    tmp_path: Path, good: str, bad: str, told: str
) -> None:
    with pytest.raises(FaultyFiles) as caught:
        table(tmp_path, GOOD.replace(good, bad))
    assert "contacts.csv: line " in str(caught.value)
    assert told in str(caught.value)
