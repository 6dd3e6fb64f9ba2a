from dataclasses import replace

import pytest

from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA
from letterwriter.postcodes.elsewhere import elsewhere
from letterwriter.postcodes.sector_table import PostcodeTable

RUSHOLME = "E14001353"
PARLIAMENT = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
TABLE = PostcodeTable.load(DATA / "postcodes_constituencies.csv")


@pytest.mark.parametrize(
    "lines",
    [
        ["1 High Street", "SW9 9SZ"],
        ["1 High Street, London sw99sz"],
        ["1 High Street", "M14 5TP", "SW9 9SZ"],  # which of them is the home's?
    ],
)
def test_an_address_in_another_constituency_is_told_with_both(lines: list[str]) -> None:
    assert elsewhere(lines, RUSHOLME, TABLE, PARLIAMENT) == (
        "SW9 9SZ is in Clapham and Brixton Hill; this letter goes to the MP for Manchester Rusholme"
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["1 High Street", "M14 5TP"],
        ["1 High Street", "M14 6ZZ"],  # in no table
        ["1 High Street"],
        ["BT1 5GS"],
        [],
    ],
)
def test_nothing_is_told_where_it_lies_there_or_where_that_is_not_known(lines: list[str]) -> None:
    assert elsewhere(lines, RUSHOLME, TABLE, PARLIAMENT) == ""


def test_nothing_is_told_while_the_seat_has_no_mp_or_is_unknown() -> None:
    vacant = Parliament(
        replace(seat, member=None) if seat.constituency.code == RUSHOLME else seat
        for seat in PARLIAMENT
    )
    assert elsewhere(["SW9 9SZ"], RUSHOLME, TABLE, vacant) == ""
    assert elsewhere(["SW9 9SZ"], "", TABLE, PARLIAMENT) == ""
