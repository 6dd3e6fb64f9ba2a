"""From the service's lists to a Parliament: who sits, who holds an office, what cannot be."""

from dataclasses import replace
from datetime import date

import pytest

from letterwriter.parliament.api.importing import (
    Inconsistent,
    ListedConstituency,
    Post,
    Sitting,
    Snapshot,
    parliament_of,
)
from letterwriter.parliament.members import Parliament, Role
from letterwriter.parliament.members_file import load_parliament
from letterwriter.parliament.names.folded_names import name_key
from letterwriter.paths import DATA

DAY = date(2026, 11, 24)
RUSHOLME, YNYS_MON, CHORLEY = "E14001353", "W07000112", "E14001170"


@pytest.fixture(scope="module")
def known() -> Parliament:
    whole = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    return Parliament(whole[code] for code in (RUSHOLME, YNYS_MON, CHORLEY))


KHAN = Sitting("4671", "Afzal Khan", "Afzal Khan MP", "Labour", "Manchester Rusholme")
MEDI = Sitting("4959", "Llinos Medi", "Llinos Medi MP", "Plaid Cymru", "Ynys Mon")
HOYLE = Sitting("467", "Sir Lindsay Hoyle", "Rt Hon Sir Lindsay Hoyle MP", "Speaker", "Chorley")
SNAPSHOT = Snapshot(
    day=DAY,
    sittings=(KHAN, MEDI, HOYLE),
    places=(
        ListedConstituency("Manchester Rusholme", "4671"),
        ListedConstituency("Ynys Môn", "4959"),
        ListedConstituency("Chorley", "467"),
    ),
    posts=(),
    chair=("467",),
    emails={"4671": "new@parliament.uk"},
)


def made(known: Parliament, snapshot: Snapshot = SNAPSHOT) -> Parliament:
    return parliament_of(snapshot, known, "UK Parliament")


def told(known: Parliament, snapshot: Snapshot) -> str:
    with pytest.raises(Inconsistent) as caught:
        made(known, snapshot)
    return str(caught.value)


def test_a_seat_keeps_its_code_welsh_name_country_and_councils(known: Parliament) -> None:
    seat = made(known)[YNYS_MON]
    assert seat.constituency == known[YNYS_MON].constituency
    assert seat.member is not None
    assert (seat.member.name, seat.member.email) == ("Llinos Medi", "")
    assert (seat.as_of, seat.source) == (DAY, "UK Parliament")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ynys Môn", "Ynys Mon"),
        ("Montgomeryshire and Glyndŵr", "MONTGOMERYSHIRE & GLYNDWR"),
        ("Weston-super-Mare", "Weston super Mare"),
        ("Birmingham Hall Green and Moseley", "Birmingham, Hall Green and Moseley"),
        ("Queen's Park and Maida Vale", "Queen’s Park and Maida Vale"),
        ("St Helens North", "St. Helens North"),
    ],
)
def test_a_constituency_is_known_by_its_name_however_it_is_written(ours: str, theirs: str) -> None:
    assert name_key(ours) == name_key(theirs)


def test_no_two_of_the_650_names_are_taken_for_one() -> None:
    whole = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    assert len({name_key(seat.constituency.name) for seat in whole}) == 650


def test_a_place_without_a_holder_is_a_vacant_seat(known: Parliament) -> None:
    vacant = replace(
        SNAPSHOT,
        sittings=(MEDI, HOYLE),
        places=(ListedConstituency("Manchester Rusholme", ""), *SNAPSHOT.places[1:]),
    )
    assert made(known, vacant)[RUSHOLME].member is None


def test_ministers_come_from_posts_and_the_one_that_limits_most_decides(known: Parliament) -> None:
    posts = (
        Post("Assistant Whip", "HM Treasury", ("4671",)),
        Post("Minister of State", "Home Office", ("4671", "9001")),
        Post("PPS (Home Office)", "Home Office", ("4959",)),
    )
    parliament = made(known, replace(SNAPSHOT, posts=posts))
    khan = parliament[RUSHOLME].member
    assert khan is not None
    assert [office.title for office in khan.offices] == [
        "Minister of State (Home Office)",
        "Assistant Whip",
    ]
    assert khan.role is Role.MINISTER
    assert parliament[YNYS_MON].role is Role.BACKBENCHER
    assert parliament.lists_ministers


def test_the_speaker_is_known_by_party_and_a_new_deputy_gets_a_plain_title(
    known: Parliament,
) -> None:
    parliament = made(known, replace(SNAPSHOT, chair=("4671", "467", "9001")))
    assert parliament[CHORLEY].role is Role.SPEAKER
    deputy = parliament[RUSHOLME].member
    assert deputy is not None
    assert [office.title for office in deputy.offices] == ["Deputy Speaker"]
    assert deputy.role is Role.DEPUTY_SPEAKER


def test_a_deputy_keeps_the_title_that_our_table_knows() -> None:
    whole = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    seat = next(seat for seat in whole if seat.member and seat.member.member_id == "4460")
    assert seat.member is not None
    sitting = Sitting("4460", seat.member.name, "An MP", "Conservative", seat.constituency.name)
    snapshot = Snapshot(
        DAY, (sitting,), (ListedConstituency(seat.constituency.name, "4460"),), (), ("4460",), {}
    )
    deputy = made(Parliament([seat]), snapshot)[seat.constituency.code].member
    assert deputy is not None
    assert deputy.offices[0].title == "Chairman of Ways and Means (Deputy Speaker)"


def test_a_place_that_is_not_ours_or_is_missing_is_told(known: Parliament) -> None:
    places = (
        ListedConstituency("Manchester Rusholme and Fallowfield", "4671"),
        *SNAPSHOT.places[1:],
    )
    both = told(known, replace(SNAPSHOT, places=places))
    assert "Manchester Rusholme and Fallowfield: is no constituency of ours" in both
    assert "Manchester Rusholme: is missing among the constituencies" in both


def test_two_lists_that_disagree_about_a_seat_are_not_believed(known: Parliament) -> None:
    places = (
        ListedConstituency("Manchester Rusholme", "1"),
        ListedConstituency("Ynys Môn", ""),
        SNAPSHOT.places[2],
    )
    both = told(known, replace(SNAPSHOT, places=places))
    assert "Rusholme: member 1 holds it by one list, Afzal Khan by the other" in both
    assert "Ynys Môn: nobody holds it by one list, Llinos Medi by the other" in both
    gone = told(known, replace(SNAPSHOT, sittings=(MEDI, HOYLE)))
    assert "Rusholme: member 4671 holds it by one list, nobody by the other" in gone


def test_two_members_for_one_seat_are_not_believed(known: Parliament) -> None:
    second = replace(KHAN, member_id="2", name="Somebody Else")
    assert "Manchester Rusholme: has 2 members at once" in told(
        known, replace(SNAPSHOT, sittings=(*SNAPSHOT.sittings, second))
    )
