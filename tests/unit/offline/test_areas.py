"""The parts by postcode area: each has all that a look-up in it needs, and all are everything."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby

import pytest

from letterwriter.offline import areas, seats
from letterwriter.offline.campaign import JsonObject
from letterwriter.offline.table import codes_in, part, publish
from letterwriter.parliament.current_members import bundled_parliament
from letterwriter.parliament.members import Country, Parliament
from letterwriter.postcodes.current_postcodes import bundled_table
from letterwriter.postcodes.lookup import nearby

PARLIAMENT = bundled_parliament()
TABLE = bundled_table()
SEATS = {
    seat["code"]: seat
    for seat in areas.with_areas(seats.seats(PARLIAMENT), PARLIAMENT, TABLE.sectors())
}
GREAT_BRITAIN = [seat for seat in SEATS.values() if seat["country"] != Country.NORTHERN_IRELAND]


def area_of(sector: str) -> str:
    return sector[: 2 if sector[1].isalpha() else 1]


@cache
def whole() -> bytes:
    return publish(TABLE.rows())


@cache
def parts() -> dict[str, JsonObject]:
    def made() -> Iterator[JsonObject]:
        for area in sorted(areas.WITH_TABLE):
            codes = codes_in(part(whole(), area))
            yield areas.area_part(area, codes, SEATS, TABLE, PARLIAMENT)

    return {one["area"]: one for one in made()}


def test_each_areas_table_has_its_rows_and_no_others() -> None:
    rows = groupby(TABLE.rows(), key=lambda row: area_of(row[0]))
    by_area = {area: list(rows_) for area, rows_ in rows}
    assert by_area.keys() == areas.WITH_TABLE
    assert len(by_area) == 120
    for area, its_rows in by_area.items():
        assert part(whole(), area) == publish(its_rows), area


def test_an_area_without_rows_has_a_table_of_none() -> None:
    assert part(whole(), "BT") == publish([])


def test_each_seat_with_postcodes_in_an_area_has_the_sites_own_list_of_neighbours_there() -> None:
    for area, one in parts().items():
        codes = {
            code
            for sector, by_code in TABLE.sectors()
            if area_of(sector) == area
            for code in by_code
        }
        assert one["near"].keys() == codes
        for code, near in one["near"].items():
            assert near == list(nearby(code, TABLE, PARLIAMENT)), code


def test_neighbours_travel_with_the_seats_whichever_area_they_are_in() -> None:
    for area, one in parts().items():
        here = [seat["code"] for seat in one["seats"]]
        assert here == [code for code in SEATS if code in set(here)], "in the order of all seats"
        named = set(one["near"]).union(*one["near"].values())
        assert set(here) == named, area
        assert all(seat == SEATS[seat["code"]] for seat in one["seats"])


def test_every_seat_says_in_which_part_its_neighbours_are() -> None:
    for seat in GREAT_BRITAIN:
        assert seat["code"] in parts()[seat["area"]]["near"], seat["name"]
    assert SEATS["E14001353"]["area"] == "M"


def test_a_seat_without_postcodes_is_in_no_part() -> None:
    (seat,) = areas.with_areas([{"code": "E14000000"}], PARLIAMENT, [("M14 5", {"E14001353": 1})])
    assert seat["area"] == ""


def test_of_northern_ireland_there_are_the_seats_alone_each_the_others_neighbour() -> None:
    one = areas.northern_ireland_part(SEATS, PARLIAMENT)
    codes = [seat["code"] for seat in SEATS.values() if seat["area"] == "BT"]
    assert len(codes) == 18
    assert {seat["code"] for seat in one["seats"]} == set(codes)
    for code in codes:
        assert one["near"][code] == list(nearby(code, TABLE, PARLIAMENT))


@pytest.mark.parametrize("lost", ["E14001353", "E14001354"])
def test_a_seat_that_the_members_lack_is_neither_told_nor_a_neighbour(lost: str) -> None:
    fewer = Parliament(seat for seat in PARLIAMENT if seat.constituency.code != lost)
    known = {code: seat for code, seat in SEATS.items() if code != lost}
    one = areas.area_part("M", codes_in(part(whole(), "M")), known, TABLE, fewer)
    assert lost in str(parts()["M"])
    assert lost not in str(one)


def test_a_vacant_seat_is_there_without_a_member() -> None:
    vacant = Parliament(replace(seat, member=None) for seat in PARLIAMENT)
    published = {seat["code"]: seat for seat in seats.seats(vacant)}
    one = areas.area_part("ZE", codes_in(part(whole(), "ZE")), published, TABLE, vacant)
    assert one["seats"]
    assert not any(seat["member"] for seat in one["seats"])
