from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from letterwriter.parliament.api.changes import (
    Change,
    ChangeKind,
    check_members,
    count_doubtful,
    lost_offices,
    member_changes,
)
from letterwriter.parliament.members import Member, Office, Parliament, Role
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA

RUSHOLME, HOLBORN = "E14001353", "E14001290"
DAY = date(2026, 11, 24)
MINISTER = Office("Minister of State (Home Office)", Role.MINISTER, DAY, "")
WHIP = Office("Assistant Whip", Role.WHIP, DAY, "")


@pytest.fixture(scope="module")
def old() -> Parliament:
    return load_parliament(DATA / "mps.csv", DATA / "offices.csv")


def having(
    parliament: Parliament, code: str, change: Callable[[Member], Member | None]
) -> Parliament:
    """The Parliament with one member changed."""
    return Parliament(
        replace(seat, member=change(seat.member))
        if seat.constituency.code == code and seat.member
        else seat
        for seat in parliament
    )


def one(old: Parliament, new: Parliament) -> Change:
    [change] = member_changes(old, new)
    assert change.constituency == "Manchester Rusholme"
    return change


def test_nothing_has_changed_where_only_dates_and_sources_have(old: Parliament) -> None:
    new = Parliament(replace(seat, as_of=DAY, source="UK Parliament") for seat in old)
    assert member_changes(old, new) == []


@pytest.mark.parametrize(
    ("field", "value", "kind", "before"),
    [
        ("name", "Sir Afzal Khan", ChangeKind.NAME, "Afzal Khan"),
        ("full_title", "Rt Hon Afzal Khan MP", ChangeKind.TITLE, "Afzal Khan MP"),
        ("party", "Independent", ChangeKind.PARTY, "Labour"),
        ("email", "", ChangeKind.EMAIL, "afzal.khan.mp@parliament.uk"),
    ],
)
def test_each_thing_that_a_letter_shows_is_a_change(
    old: Parliament, field: str, value: str, kind: ChangeKind, before: str
) -> None:
    new = having(old, RUSHOLME, lambda member: replace(member, **{field: value}))  # type: ignore[arg-type]
    change = one(old, new)
    assert (change.kind, change.before, change.after) == (kind, before, value)


def test_an_email_in_capitals_is_the_same_email(old: Parliament) -> None:
    new = having(old, RUSHOLME, lambda member: replace(member, email=member.email.upper()))
    assert member_changes(old, new) == []


def test_a_new_member_is_one_change_whatever_else_differs(old: Parliament) -> None:
    newcomer = Member("5999", "Jo Example", "Jo Example MP", "Green Party", "jo@parliament.uk")
    change = one(old, having(old, RUSHOLME, lambda _: newcomer))
    assert change.kind is ChangeKind.NEW_MEMBER
    assert (change.before, change.after) == ("Afzal Khan", "Jo Example (Green Party)")


def test_a_vacancy_and_its_end_are_changes(old: Parliament) -> None:
    vacant = having(old, RUSHOLME, lambda _: None)
    assert one(old, vacant).kind is ChangeKind.VACANT
    assert one(vacant, old).kind is ChangeKind.FILLED


def test_a_member_whose_id_was_not_known_yet_is_no_new_one(old: Parliament) -> None:
    new = having(old, HOLBORN, lambda member: replace(member, member_id="5999"))
    assert member_changes(old, new) == []


def test_a_move_between_offices_is_one_change(old: Parliament) -> None:
    whip = having(old, RUSHOLME, lambda member: replace(member, offices=(WHIP,)))
    minister = having(old, RUSHOLME, lambda member: replace(member, offices=(MINISTER,)))
    change = one(whip, minister)
    assert (change.before, change.after) == ("Assistant Whip", "Minister of State (Home Office)")
    assert count_doubtful([change]) == 1


def test_ministers_listed_for_the_first_time_do_not_count_as_changes(old: Parliament) -> None:
    new = having(old, RUSHOLME, lambda member: replace(member, offices=(MINISTER,)))
    change = one(old, new)
    assert change.first
    assert count_doubtful([change]) == 0


def test_offices_that_must_be_held_are_missed(old: Parliament) -> None:
    home = old.holder(Role.HOME_SECRETARY)
    assert home is not None
    without = having(old, home.constituency.code, lambda member: replace(member, offices=()))
    assert lost_offices(old, without) == [Role.HOME_SECRETARY]
    assert lost_offices(without, without) == []
    assert lost_offices(old, old) == []


def test_a_table_that_is_not_whole_is_faulty(old: Parliament) -> None:
    half = Parliament(seat for seat in old if seat.constituency.code != RUSHOLME)
    told = [str(fault) for fault in check_members(half, old)]
    assert told == [
        "mps.csv: has 649 constituencies; there are 650",
        f"mps.csv: {RUSHOLME}: is missing",
    ]
    assert list(check_members(old, old)) == []


def test_a_code_that_is_not_known_and_a_member_of_two_seats_are_faults(old: Parliament) -> None:
    strange = Parliament(
        replace(seat, constituency=replace(seat.constituency, code="E14009999"))
        if seat.constituency.code == RUSHOLME
        else seat
        for seat in having(old, HOLBORN, lambda member: replace(member, member_id="4671"))
    )
    told = "\n".join(str(fault) for fault in check_members(strange, old))
    assert "E14009999: is no constituency that is known here" in told
    assert f"{RUSHOLME}: is missing" in told
    assert "member 4671 holds E14001290 too; nobody sits for two" in told
