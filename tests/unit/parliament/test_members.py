import csv
import re
from datetime import date

import pytest

from letterwriter.parliament.members import Country, Member, Office, Parliament, Role
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA

PARLIAMENT = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
TITLES = {"Dame", "Dr", "Mr", "Mrs", "Ms", "Sir"}


def member(name: str, role: Role = Role.BACKBENCHER, full_title: str = "") -> Member:
    office = Office("An office", role, date(2026, 6, 27), "a test")
    return Member("1", name, full_title or f"{name} MP", "Labour", "", (office,))


def of(constituency: str) -> Member:
    seat = PARLIAMENT.named(constituency)
    assert seat is not None
    assert seat.member is not None
    return seat.member


@pytest.mark.parametrize(
    ("name", "salutation"),
    [
        ("Lucy Powell", "Dear Lucy Powell"),
        ("Sir Keir Starmer", "Dear Sir Keir"),
        ("Sir Iain Duncan Smith", "Dear Sir Iain"),
        ("Dame Meg Hillier", "Dear Dame Meg"),
        ("Dr Rosena Allin-Khan", "Dear Dr Allin-Khan"),
        ("Mr Tanmanjeet Singh Dhesi", "Dear Mr Dhesi"),
        ("Mrs Kemi Badenoch", "Dear Mrs Badenoch"),
        ("Ms Diane Abbott", "Dear Ms Abbott"),
        ("Miss Sarah Dines", "Dear Miss Dines"),
        ("Drew Hendry", "Dear Drew Hendry"),  # begins as "Dr" does
        ("Sirin Missing", "Dear Sirin Missing"),
    ],
)
def test_a_salutation_keeps_to_what_parliament_calls_them(name: str, salutation: str) -> None:
    assert member(name).salutation == salutation


def test_every_member_of_the_table_is_greeted_by_their_own_title() -> None:
    greeted = {
        "Sir": r"Dear Sir \S+",
        "Dame": r"Dear Dame \S+",
        **dict.fromkeys(("Dr", "Mr", "Mrs", "Ms"), r"Dear (Dr|Mr|Mrs|Ms) \S+"),
    }
    seen = set()
    for seat in PARLIAMENT:
        assert seat.member is not None
        title, _, rest = seat.member.name.partition(" ")
        seen.add(title if title in TITLES else "")
        if seat.role is Role.SPEAKER:
            continue
        pattern = greeted.get(title)
        if pattern is None:
            assert seat.member.salutation == f"Dear {title} {rest}"
        else:
            assert re.fullmatch(pattern, seat.member.salutation)
            assert seat.member.salutation.split()[1] == title
    assert seen == TITLES | {""}


@pytest.mark.parametrize(
    ("name", "salutation"),
    [
        ("Sir Lindsay Hoyle", "Dear Mr Speaker"),
        ("Dame Eleanor Laing", "Dear Madam Speaker"),
        ("Ms Nusrat Ghani", "Dear Madam Speaker"),
        ("Miss Betty Boothroyd", "Dear Madam Speaker"),
    ],
)
def test_the_speaker_is_greeted_by_office(name: str, salutation: str) -> None:
    assert member(name, Role.SPEAKER).salutation == salutation


def test_others_with_an_office_are_greeted_by_name() -> None:
    assert member("Shabana Mahmood", Role.HOME_SECRETARY).salutation == "Dear Shabana Mahmood"
    assert member("Ms Nusrat Ghani", Role.DEPUTY_SPEAKER).salutation == "Dear Ms Ghani"


@pytest.mark.parametrize(
    ("full_title", "envelope"),
    [
        ("Rt Hon Lucy Powell MP", "The Rt Hon Lucy Powell MP"),
        ("Rt Hon Sir Geoffrey Cox KC MP", "The Rt Hon Sir Geoffrey Cox KC MP"),
        ("Rt Hon Dr Andrew Murrison MP", "The Rt Hon Dr Andrew Murrison MP"),
        ("Dame Meg Hillier MP", "Dame Meg Hillier MP"),
        ("Afzal Khan MP", "Afzal Khan MP"),
    ],
)
def test_an_envelope_says_the_right_honourable_with_its_article(
    full_title: str, envelope: str
) -> None:
    assert member("Anyone", full_title=full_title).envelope_name == envelope


def test_every_envelope_is_the_full_title_and_ends_in_mp() -> None:
    table = (DATA / "mps.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(table):
        sitting = PARLIAMENT[row["constituency_code"]].member
        assert sitting is not None
        assert sitting.envelope_name.removeprefix("The ") == row["full_title"]
        assert sitting.envelope_name.startswith("The ") == row["full_title"].startswith("Rt Hon")
        assert sitting.envelope_name.endswith(" MP")


@pytest.mark.parametrize(
    ("constituency", "role"),
    [
        ("Makerfield", Role.PRIME_MINISTER),
        ("Birmingham Ladywood", Role.HOME_SECRETARY),
        ("Chorley", Role.SPEAKER),
        ("Sussex Weald", Role.DEPUTY_SPEAKER),
        ("Belfast West", Role.ABSTENTIONIST),
        ("Belfast East", Role.BACKBENCHER),
        ("Manchester Rusholme", Role.BACKBENCHER),
    ],
)
def test_the_role_follows_office_and_party(constituency: str, role: Role) -> None:
    assert of(constituency).role is role


@pytest.mark.parametrize(
    ("constituency", "party", "main"),
    [("Burnley", "Labour (Co-op)", "Labour"), ("Bristol Central", "Green Party", "Green Party")],
)
def test_a_party_is_told_without_its_affiliation(constituency: str, party: str, main: str) -> None:
    assert (of(constituency).party, of(constituency).main_party) == (party, main)


def test_three_deputy_speakers_and_seven_who_abstain_are_known() -> None:
    roles = [seat.role for seat in PARLIAMENT]
    assert roles.count(Role.DEPUTY_SPEAKER) == 3
    assert roles.count(Role.ABSTENTIONIST) == 7
    assert roles.count(Role.PRIME_MINISTER) == roles.count(Role.HOME_SECRETARY) == 1


def test_the_home_secretary_can_be_found() -> None:
    seat = PARLIAMENT.holder(Role.HOME_SECRETARY)
    assert seat is not None
    assert seat.member is not None
    assert seat.member.name == "Shabana Mahmood"
    assert Parliament([]).holder(Role.HOME_SECRETARY) is None


@pytest.mark.parametrize("typed", ["Bangor Aberconwy", " bangor   ABERCONWY "])
def test_a_seat_is_found_by_name_in_any_case_and_spacing(typed: str) -> None:
    seat = PARLIAMENT.named(typed)
    assert seat is not None
    assert seat.constituency.country is Country.WALES


def test_a_seat_is_found_by_its_welsh_name() -> None:
    for seat in PARLIAMENT:
        if seat.constituency.welsh_name:
            assert PARLIAMENT.named(seat.constituency.welsh_name.upper()) is seat
    assert PARLIAMENT.named("Atlantis") is None


def test_the_countries_have_their_seats() -> None:
    counts = {country: len(PARLIAMENT.in_country(country)) for country in Country}
    assert counts == {
        Country.ENGLAND: 543,
        Country.SCOTLAND: 57,
        Country.WALES: 32,
        Country.NORTHERN_IRELAND: 18,
    }
    assert len(PARLIAMENT) == 650


def test_a_seat_is_old_once_it_has_been_known_for_more_than_three_months() -> None:
    seat, *_ = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    assert seat.as_of == date(2026, 6, 27)
    assert not seat.is_old(date(2026, 9, 27))
    assert seat.is_old(date(2026, 9, 28))
