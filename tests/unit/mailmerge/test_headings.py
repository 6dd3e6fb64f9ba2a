"""What headings mean, whoever wrote them, and which columns of a list count."""

import tomllib
from pathlib import Path

import pytest

from letterwriter.files.messages import messages
from letterwriter.mailmerge.columns.answers import YesOrNo, answer_in, asks_to_stop
from letterwriter.mailmerge.columns.choices import offered_meanings
from letterwriter.mailmerge.columns.columns import Unused
from letterwriter.mailmerge.columns.meanings import meant_by
from letterwriter.mailmerge.columns.words import Meaning
from letterwriter.mailmerge.lists import read_carried, read_list
from letterwriter.mailmerge.people import People
from letterwriter.mailmerge.rows import Row, RowDoubt, Trouble, sender

HEADINGS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("headings.toml").read_text("utf-8")
)


@pytest.mark.parametrize("meaning", HEADINGS)
def test_headings_are_understood_by_their_words(meaning: str) -> None:
    for heading in HEADINGS[meaning]:
        found = meant_by(heading).meaning
        assert (found.value if found else "nothing") == meaning, heading


def test_every_meaning_can_be_said_of_a_column_but_the_country_which_no_letter_has() -> None:
    assert {*offered_meanings()} == {*Meaning} - {Meaning.COUNTRY}


def read(headings: str, *rows: str) -> People:
    return read_list("\n".join([headings, *rows]).encode())


def only(headings: str, row: str) -> Row:
    (found,) = read(headings, row).rows
    return found


@pytest.mark.parametrize(
    ("headings", "row", "name", "address"),
    [
        (
            "Surname,First name,Title,Address",
            "Yusuf,Amina,Mrs,1 High St",
            "Mrs Amina Yusuf",
            "1 High St",
        ),
        ("Title,Name,Address", "Mrs,Mrs A Yusuf,1 High St", "Mrs A Yusuf", "1 High St"),
        ("Name,Surname,Address", "Amina,Yusuf,1 High St", "Amina Yusuf", "1 High St"),
        ("Name,Surname,Address", "Amina Yusuf,Yusuf,1 High St", "Amina Yusuf", "1 High St"),
        (
            "full_name,first_name,last_name,Address",
            "Amina B Yusuf,Amina,Yusuf,1",
            "Amina B Yusuf",
            "1",
        ),
        ("full_name,first_name,last_name,Address", ",Amina,Yusuf,1", "Amina Yusuf", "1"),
        (
            "Town,Street,House number,Name,County",
            "Leeds,High St,14,A,Yorks",
            "A",
            "14\nHigh St\nLeeds\nYorks",
        ),
        ("Name,Street,House number,Flat", "A,High St,14,2", "A", "Flat 2\n14\nHigh St"),
        ("Name,Unit,House number,Street", "A,2b,14,14 High St", "A", "Unit 2b\n14 High St"),
        (
            "Address 2,Address 1,Name,Town/City",
            "Hulme,1 High St,A,Leeds",
            "A",
            "1 High St\nHulme\nLeeds",
        ),
        ("Name,Address,Town", 'A,"1 High St, Leeds",Leeds', "A", "1 High St, Leeds"),
        ("Name,Address,Town", "A,1 High St Leeds LS1 4DY,Leeds", "A", "1 High St Leeds LS1 4DY"),
        ("Name,Address,Town", "A,1 Leeds Road,Leeds", "A", "1 Leeds Road\nLeeds"),
        ("Name,Care of,Address", "A,B Lind,1 High St", "A", "c/o B Lind\n1 High St"),
        (
            "Name,Address",
            "A,1 High St  Hulme  Leeds  LS1 4DY",
            "A",
            "1 High St\nHulme\nLeeds\nLS1 4DY",
        ),
        ("Name,Address", "A,1 High  St", "A", "1 High  St"),
        (
            "Name,Street Address,Supplemental Address 1,City",
            "A,1 High St,Hulme,Leeds",
            "A",
            "1 High St\nHulme\nLeeds",
        ),
        (
            "Name,billing_address1,billing_city,primary_address1,primary_city",
            "A,9 Far St,York,1 High St,Leeds",
            "A",
            "1 High St\nLeeds",
        ),
        ("Name,Work address,Home address", "A,9 Far St,1 High St", "A", "1 High St"),
        ("Name,Name of your stall,Address", "A,Market,1 High St", "A", "1 High St"),
    ],
)
def test_names_and_addresses_are_put_together_whatever_the_order_of_the_columns(
    headings: str, row: str, name: str, address: str
) -> None:
    found = only(headings, row)
    assert (found.name, found.address) == (name, address)
    assert not found.remarks


@pytest.mark.parametrize(
    ("headings", "person"),
    [
        (
            "can2_first_name,can2_last_name,zip_code,can2_user_address,can2_user_city,email",
            "Amina,Yusuf,M14 5TP,1 High Street,Manchester,a@example.org",
        ),
        (
            "First Name,Last Name,Street Address,City,Postal Code,Country,Do Not Mail",
            "Amina,Yusuf,1 High Street,Manchester,M14 5TP,United Kingdom,No",
        ),
        (
            "full_name,is_deceased,primary_address1,primary_city,primary_zip,billing_address1,billing_zip",
            "Amina Yusuf,FALSE,1 High Street,Manchester,M14 5TP,9 Far Street,YO1 7HH",
        ),
        (
            "Name (First),Name (Last),Address (Street),Address (City),Address (ZIP / Postal Code)",
            "Amina,Yusuf,1 High Street,Manchester,M14 5TP",
        ),
        (
            "Email Address,First Name,Last Name,Address,LATITUDE",
            "a@example.org,Amina,Yusuf,1 High Street  Manchester  M14 5TP  GB,53.4",
        ),
    ],
)
def test_exports_of_well_known_programs_are_read(headings: str, person: str) -> None:
    row = only(headings, person)
    writer = sender(row)
    assert (*writer.block[:3], writer.postcode) == (
        "Amina Yusuf", "1 High Street", "Manchester", "M14 5TP"
    )  # fmt: skip
    assert not row.remarks


def test_the_account_that_filled_in_a_form_is_not_the_person() -> None:
    first = "ID,Start time,Completion time,Email,Name,Full name,Home address"
    people = read(first, "1,10:00,10:05,helper@b.org,Our Helper,Amina Yusuf,1 High St")
    (row,) = people.rows
    assert (row.name, row.email) == ("Amina Yusuf", "helper@b.org")
    assert "Name" in people.ignored


@pytest.mark.parametrize(
    ("headings", "row", "values"),
    [
        ("Name,Address,Postcode,Postcode", "A,1,M14 5TP,LS1 4DY", ("M14 5TP", "LS1 4DY")),
        ("Name,Address,Zip,Postcode", "A,1,M14 5TP,LS1 4DY", ("M14 5TP", "LS1 4DY")),
        ("Name,Address,Email,Email", "A,1,a@b.org,c@d.org", ("a@b.org", "c@d.org")),
        ("Name,Full name,Address", "Omar Haddad,Amina Yusuf,1", ("Omar Haddad", "Amina Yusuf")),
    ],
)
def test_two_values_of_which_one_must_be_wrong_are_told(
    headings: str, row: str, values: tuple[str, str]
) -> None:
    (remark,) = only(headings, row).remarks
    assert remark.what is Trouble.TWO_VALUES
    assert (remark.slots["first"], remark.slots["second"]) == values


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Name,Address,Postcode,Postcode", "A,1,M14 5TP,m145tp"),
        ("Name,Address,Postcode,Postcode", "A,1,,M14 5TP"),
        ("Name,Address,Phone,Mobile", "A,1,0161 496 0000,07700 900123"),
        ("Name,Address,Email,Email 2", "A,1,a@b.org,c@d.org"),
    ],
)
def test_the_same_twice_and_values_that_may_differ_are_fine(headings: str, row: str) -> None:
    assert not only(headings, row).remarks


@pytest.mark.parametrize(
    ("heading", "said", "found"),
    [
        ("Do you want a printed letter?", "No", Trouble.SAID_NO),
        ("Do you want a printed letter?", "no thanks", Trouble.SAID_NO),
        ("I agree to this letter in print", "I do not agree", Trouble.SAID_NO),
        ("Subscription status", "unsubscribed", Trouble.SAID_NO),
        ("Do you want a printed letter?", "perhaps", RowDoubt.UNCLEAR_ANSWER),
        ("Delete?", "Y", Trouble.SAID_STOP),
        ("Delete?", "delete", Trouble.SAID_STOP),
        ("Delete?", "perhaps", RowDoubt.UNCLEAR_ANSWER),
        ("Delete?", "No", None),
        ("Delete?", "", None),
        ("Do you want a printed letter?", "Yes, please", None),
        ("Consent", "✓", None),
    ],
)
def test_who_said_no_gets_no_letter_and_an_unclear_answer_is_a_doubt(
    heading: str, said: str, found: Trouble | RowDoubt | None
) -> None:
    rows = read(f"Name,Address,{heading}", f'A,1,"{said}"', "B,2,Yes").rows
    assert [remark.what for remark in rows[0].remarks] == ([found] if found else [])


def test_no_answer_is_a_doubt_where_others_have_answered() -> None:
    first, _ = read("Name,Address,Consent", "A,1,", "B,2,Yes").rows
    assert [remark.what for remark in first.remarks] == [RowDoubt.NO_ANSWER]
    assert not read("Name,Address,Consent", "A,1,").rows[0].remarks


def test_every_word_for_an_answer_is_read_as_that() -> None:
    yes, no = ("Yes", "y", "TRUE", "1", "x", "I agree", "Yes, I agree", "OK"), ("No", "n", "0", "✗")
    assert {answer_in(said) for said in yes} == {YesOrNo.YES}
    assert {answer_in(said) for said in no} == {YesOrNo.NO}
    assert answer_in("n/a") is YesOrNo.EMPTY
    assert asks_to_stop("withdrawn") is YesOrNo.YES


def test_a_list_that_has_no_column_for_addresses_is_asked_about() -> None:
    people = read("Name,Wohnort,Postcode", "Amina,1 High St,M14 5TP")
    assert people.lacking == (Meaning.ADDRESS,)
    assert not people.rows
    assert [(column.label, sample) for column, sample in people.columns if column.asked] == [
        ("Wohnort", "1 High St")
    ]


def test_postcodes_and_emails_are_known_by_themselves_under_a_heading_that_says_nothing() -> None:
    people = read("Name,Address,Code,Reply", "A,1,M14 5TP,a@b.org", "B,2,LS1 4DY,", "C,3,m11ae,")
    assert [(row.postcode, row.email) for row in people.rows][:2] == [
        ("M14 5TP", "a@b.org"),
        ("LS1 4DY", ""),
    ]
    assert not read("Name,Address,Code,Postcode", "A,1,SW1A 0AA,M14 5TP").rows[0].remarks


def test_a_list_that_begins_with_its_first_person_is_asked_about_and_loses_nobody() -> None:
    text = b"Amina Yusuf,1 High Street,M14 5TP\nOmar Haddad,2 High Street,LS1 4DY"
    asking = read_list(text)
    assert asking.lacking == (Meaning.NAME, Meaning.ADDRESS)
    assert [(column.label, sample) for column, sample in asking.columns] == [
        ("Column A", "Amina Yusuf"),
        ("Column B", "1 High Street"),
        ("Column C", "M14 5TP"),
    ]
    chosen = {"column a": Meaning.NAME, "column b": Meaning.ADDRESS}
    for people in (read_list(text, chosen), read_carried(asking.brought.carried, chosen)):
        assert [(row.line, row.name, row.postcode) for row in people.rows] == [
            (1, "Amina Yusuf", "M14 5TP"),
            (2, "Omar Haddad", "LS1 4DY"),
        ]


def test_what_a_person_says_of_a_column_goes_before_what_its_heading_says() -> None:
    text = b"Name,Address,Notes,Home address\nA,1 High St,2 Low St,3 Far St"
    chosen = {"notes": Meaning.ADDRESS, "address": Meaning.IGNORE, "home address": Meaning.IGNORE}
    (row,) = read_list(text, chosen).rows
    assert row.address == "2 Low St"


def test_every_reason_for_not_using_a_column_has_its_words() -> None:
    assert {f"unused-{why}" for why in Unused} <= messages("stack").keys()


def test_every_sheets_columns_are_told_with_those_that_are_not_used() -> None:
    people = read("Name,Shoe size,Address,,Timestamp", "A,43,1 High St,x,10:00")
    unused = {column.label: column.asked for column, _ in people.columns if column.unused}
    assert unused == {"Shoe size": True, "Column D": True, "Timestamp": False}
