import pytest

from letterwriter.parliament import current_members
from letterwriter.parliament.seat_checks import check_tables

PARLIAMENT = current_members.bundled_parliament()
CODES = {seat.constituency.code for seat in PARLIAMENT}
BRITAIN = {code for code in CODES if not code.startswith("N")}


@pytest.mark.parametrize("codes", [BRITAIN, CODES])
def test_postcodes_of_great_britain_fit_with_northern_ireland_and_without(codes: set[str]) -> None:
    assert list(check_tables(PARLIAMENT, codes)) == []


def test_a_part_of_northern_ireland_alone_is_a_fault() -> None:
    faults = [str(fault) for fault in check_tables(PARLIAMENT, CODES - {"N05000002"})]
    told = "mps.csv: N05000002: Belfast North has no postcodes in postcodes_constituencies.csv"
    assert faults == [told]


def test_a_constituency_without_postcodes_and_one_without_a_seat_are_faults() -> None:
    codes = BRITAIN - {"E14001353"} | {"E14000807"}
    faults = [str(fault) for fault in check_tables(PARLIAMENT, codes)]
    assert len(faults) == 2
    assert "E14000807: has postcodes but no row in mps.csv" in faults[0]
    assert "Manchester Rusholme has no postcodes" in faults[1]
