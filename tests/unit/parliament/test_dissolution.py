"""Whether there are MPs on a day: by the table's own date, a dissolution and an election."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from letterwriter.files.faults import FaultyFiles
from letterwriter.parliament import current_members
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.dissolution import Dissolution, Stage, given_dissolution, later_of
from letterwriter.parliament.dissolution_file import (
    PARLIAMENT,
    load_dissolution,
    save_dissolution,
)
from letterwriter.parliament.house import house_on, with_dissolution
from letterwriter.parliament.house_messages import absence, coming, nobody, party_told
from letterwriter.parliament.members import Member, Office, Parliament, Role
from letterwriter.parliament.members_file import save_parliament
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.lookup import look_up
from letterwriter.postcodes.messages import lookup_message

DAY, ELECTION = date(2029, 5, 30), date(2029, 7, 4)
KNOWN = Dissolution(DAY, ELECTION)
BEFORE = current_members.bundled_parliament()


def of_day(day: date) -> Parliament:
    return Parliament(replace(seat, as_of=day) for seat in BEFORE)


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2029, 5, 29), Stage.SITTING),
        (DAY, Stage.DISSOLVED),
        (ELECTION, Stage.DISSOLVED),  # until the votes are counted
        (date(2029, 7, 5), Stage.ELECTED),
        (date(2031, 1, 1), Stage.ELECTED),
    ],
)
def test_a_day_is_before_a_dissolution_within_it_or_after_the_election(
    today: date, stage: Stage
) -> None:
    house = house_on(with_dissolution(BEFORE, KNOWN), today)
    assert house.stage is stage
    assert house.has_members is (stage is Stage.SITTING)
    seats = [addressee(seat, house) for seat in house]
    assert any(seats) is (stage is Stage.SITTING), "nobody is written to, the Home Secretary too"
    assert len(house) == len(BEFORE)


@pytest.mark.parametrize(
    ("election", "table", "served"),
    [
        (ELECTION, date(2029, 6, 20), False),  # fetched while there were none
        (ELECTION, ELECTION, False),
        (ELECTION, date(2029, 7, 5), True),
        (None, date(2029, 7, 4), False),  # an election is 25 working days off at least
        (None, date(2029, 7, 5), True),
    ],
)
def test_a_table_is_of_the_new_house_by_its_own_date(
    election: date | None, table: date, *, served: bool
) -> None:
    known = with_dissolution(of_day(table), Dissolution(DAY, election))
    assert house_on(known, date(2029, 7, 20)).has_members is served


def test_one_old_row_makes_an_old_table() -> None:
    new = list(of_day(date(2029, 7, 8)))
    mixed = Parliament([replace(new[0], as_of=date(2029, 5, 1)), *new[1:]])
    assert not house_on(with_dissolution(mixed, KNOWN), date(2029, 7, 20)).has_members


def test_a_table_without_members_is_never_that_of_a_new_house() -> None:
    empty = Parliament(replace(seat, member=None) for seat in of_day(date(2029, 8, 1)))
    assert house_on(with_dissolution(empty, KNOWN), date(2029, 8, 2)).stage is Stage.ELECTED


def test_the_same_table_on_the_same_day_is_the_same_object() -> None:
    known = with_dissolution(BEFORE, KNOWN)
    assert house_on(known, date(2029, 5, 1)) is known
    assert house_on(known, DAY) is house_on(known, ELECTION)
    assert with_dissolution(known, None) is known


def test_each_stage_is_told_in_words_of_its_own() -> None:
    known = with_dissolution(BEFORE, KNOWN)
    assert not absence(known)
    assert coming(known).startswith("Parliament is dissolved from 30 May 2029 on.")
    told = absence(house_on(known, DAY))
    assert told.said == (
        "Parliament was dissolved on 30 May 2029. "
        "Nobody is an MP until the general election on 4 July 2029."
    )
    assert "come back after the election" in told.todo
    after = absence(house_on(known, date(2029, 7, 5)))
    assert after.said.startswith("There was a general election on 4 July 2029")
    assert "Nobody is an MP" not in after.whole, "they are MPs, and we do not know them"
    undated = absence(house_on(with_dissolution(BEFORE, Dissolution(DAY)), date(2031, 1, 1)))
    assert "4 July" not in undated.whole
    assert not coming(house_on(known, DAY))


@pytest.mark.parametrize("typed", ["M14 5TP", "M14 5ZZ"])
def test_a_look_up_names_no_former_member(typed: str) -> None:
    house = house_on(with_dissolution(BEFORE, KNOWN), DAY)
    found = look_up(typed, current_postcodes.bundled_table(), house)
    said = lookup_message(found, house)
    assert "Manchester Rusholme" in said
    assert "Parliament was dissolved on 30 May 2029." in said
    for untrue in ("Afzal Khan", "by-election", "our MP"):
        assert untrue not in said


def test_a_vacant_seat_while_the_home_secretary_is_not_in_the_house() -> None:
    home = BEFORE.holder(Role.HOME_SECRETARY)
    assert home is not None
    empty = Parliament(
        replace(seat, member=None) if seat in (home, BEFORE["E14001353"]) else seat
        for seat in BEFORE
    )
    for code in ("E14001353", home.constituency.code):  # the Home Secretary's own one too
        assert addressee(empty[code], empty) is None
        told = nobody(empty[code], empty)
        assert "until its by-election" in told
        assert "So there is nobody to write to today." in told


def test_the_last_dissolution_counts_and_the_one_whose_election_is_known() -> None:
    earlier = Dissolution(date(2024, 5, 30), date(2024, 7, 4))
    assert later_of(earlier, None, KNOWN, Dissolution(DAY)) is KNOWN
    assert later_of(None) is None
    with pytest.raises(ValueError, match="2029"):
        Dissolution(DAY, DAY)


def test_the_environment_can_tell_of_it() -> None:
    given = {"LETTERWRITER_DISSOLVED": " 2029-05-30 "}
    assert given_dissolution(given) == Dissolution(DAY)
    assert given_dissolution({**given, "LETTERWRITER_ELECTION": "2029-07-04"}) == KNOWN
    assert given_dissolution({}) is None
    with pytest.raises(ValueError, match="soon"):
        given_dissolution({"LETTERWRITER_DISSOLVED": "soon"})


@pytest.mark.parametrize("known", [None, KNOWN, Dissolution(DAY)])
def test_the_file_beside_the_tables_is_read_as_it_was_written(
    tmp_path: Path, known: Dissolution | None
) -> None:
    assert load_dissolution(tmp_path / PARLIAMENT) is None
    save_dissolution(known, tmp_path)
    assert load_dissolution(tmp_path / PARLIAMENT) == known


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('parliament = "closed"', "should be one of sitting, dissolved"),
        ('parliament = "dissolved"', "dissolved: should be a date"),
        ('parliament = "dissolved"\ndissolved = "2029-05-30"', "dissolved: should be a date"),
        ('parliament = "dissolved"\ndissolved = 2029-05-30\nelection = 2029-05-01', "election: sh"),
        ('parliament = "sitting"\nsince = 2029-05-30', "is not a key that is known here"),
        ("parliament = dissolved", "cannot be read as TOML"),
    ],
)
def test_a_fault_of_the_file_is_told_by_its_key(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / PARLIAMENT
    path.write_text(text, "utf-8")
    with pytest.raises(FaultyFiles) as faulty:
        load_dissolution(path)
    assert fault in str(faulty.value.faults[0])


def test_a_table_of_the_instance_folder_brings_its_own_file(tmp_path: Path) -> None:
    folder = tmp_path / "members" / "2029-06-03"
    folder.mkdir(parents=True)
    save_parliament(of_day(date(2029, 6, 3)), folder)
    save_dissolution(KNOWN, folder)
    assert current_members.current_members(tmp_path).parliament.dissolution == KNOWN
    given = Dissolution(DAY, date(2029, 7, 11))  # the settings know better
    assert current_members.current_members(tmp_path, given).parliament.dissolution == given
    assert current_members.newest_members(tmp_path).parliament.dissolution == KNOWN
    (folder / PARLIAMENT).write_text("x", "utf-8")
    assert current_members.current_members(tmp_path).passed_over


def member(party: str, *roles: Role) -> Member:
    offices = tuple(Office(role.value, role, DAY, "") for role in roles)
    return Member("1", "Jo Example", "Jo Example MP", party, "", offices)


@pytest.mark.parametrize(
    ("party", "told"),
    [
        ("Labour (Co-op)", "Party: Labour (Co-op)"),
        ("Your Party", "Party: Your Party"),
        ("Independent", "Independent: belongs to no party"),
        ("Speaker", "Belongs to no party while Speaker"),
    ],
)
def test_a_party_stands_in_words_that_read_right(party: str, told: str) -> None:
    assert party_told(member(party)) == told


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        ((Role.WHIP, Role.MINISTER), Role.MINISTER),
        ((Role.BACKBENCHER, Role.WHIP), Role.WHIP),
        ((Role.MINISTER, Role.HOME_SECRETARY), Role.HOME_SECRETARY),
        ((Role.MINISTER, Role.PRIME_MINISTER), Role.PRIME_MINISTER),
    ],
)
def test_of_two_offices_the_one_that_limits_more_counts_whatever_their_order(
    roles: tuple[Role, ...], role: Role
) -> None:
    assert member("Labour", *roles).role is role
    assert member("Labour", *reversed(roles)).role is role
