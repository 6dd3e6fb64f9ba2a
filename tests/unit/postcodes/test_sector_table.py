from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.files.faults import FaultyFiles
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA
from letterwriter.postcodes.postcode import Postcode, parse_postcode
from letterwriter.postcodes.sector_file import lines
from letterwriter.postcodes.sector_table import PostcodeTable

pytestmark = pytest.mark.slow

RUSHOLME, WITHINGTON = "E14001353", "E14001354"
FILE = DATA / "postcodes_constituencies.csv"
TABLE = PostcodeTable.load(FILE)
SAMPLE = list(islice(TABLE, 0, None, 97))


def table(tmp_path: Path, *rows: str) -> PostcodeTable:
    path = tmp_path / "postcodes.csv"
    path.write_text("\n".join(("sector,constituency,units", *rows, "")), encoding="utf-8")
    return PostcodeTable.load(path)


def postcode(text: str) -> Postcode:
    place = parse_postcode(text)
    assert isinstance(place, Postcode)
    return place


def test_the_table_holds_every_postcode_of_great_britain_once() -> None:
    halves: Counter[str] = Counter()
    for line in FILE.read_text("ascii").splitlines()[1:]:
        sector, _, units = line.split(",")
        halves.update(f"{sector}{units[at : at + 2]}" for at in range(0, len(units), 2))
    assert len(TABLE) == len(halves) == halves.total() == 1_743_766
    assert len(TABLE.codes) == 632


def test_its_constituencies_are_the_seats_of_great_britain() -> None:
    parliament = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    assert TABLE.codes == {s.constituency.code for s in parliament if s.constituency.code[0] != "N"}


def test_a_sample_of_all_postcodes_comes_back_from_text_to_constituency() -> None:
    assert len(SAMPLE) > 15_000
    lost = [place for place, code in SAMPLE if TABLE.find(postcode(str(place))) != code]
    assert lost == []


@given(st.sampled_from(SAMPLE), st.data())
def test_a_real_postcode_is_found_in_any_spacing_case_and_look_alikes(
    row: tuple[Postcode, str], data: st.DataObject
) -> None:
    place, code = row
    swaps = {"O": "oO0", "0": "0Oo", "I": "iI1", "1": "1Ii", " ": ["", " ", "  ", "-", "\u00a0"]}
    typed = "".join(
        data.draw(st.sampled_from(list(swaps.get(letter, letter + letter.lower()))))
        for letter in str(place)
    )
    assert TABLE.find(postcode(typed)) == code


@pytest.mark.parametrize(
    ("text", "code"), [("M14 5TP", RUSHOLME), ("M21 9TA", "E14001528"), ("M14 5ZZ", None)]
)
def test_find_knows_what_is_in_the_table_and_what_is_not(text: str, code: str | None) -> None:
    assert TABLE.find(postcode(text)) == code


def test_the_end_of_one_unit_and_the_start_of_the_next_are_no_unit(tmp_path: Path) -> None:
    small = table(tmp_path, "M1 1,E14000001,ABDE")
    assert small.find(Postcode("M1", "1BD")) is None
    assert small.find(Postcode("M1", "1DE")) == "E14000001"


def test_the_second_half_of_a_postcode_that_no_rule_allows_is_not_found(tmp_path: Path) -> None:
    assert table(tmp_path, "M1 1,E14000001,AB").find(Postcode("M1", "1CC")) is None


def test_sectors_and_districts_put_the_constituency_with_most_postcodes_first(
    tmp_path: Path,
) -> None:
    small = table(
        tmp_path,
        "M1 1,E14000001,AA",
        "M1 1,E14000002,ABAD",
        "M1 2,E14000001,AAABAD",
        "M11 1,E14000003,AAABADAEAF",
    )
    assert small.in_sector(Postcode("M1", "1ZZ")) == ("E14000002", "E14000001")
    assert small.in_district("M1") == ("E14000001", "E14000002")
    assert small.in_sector(Postcode("M1", "9ZZ")) == ()
    assert small.in_district("M2") == ()


def test_the_rows_of_a_table_are_those_of_its_file() -> None:
    rows = [f"{sector},{code},{units}" for sector, code, units in TABLE.rows()]
    assert rows == FILE.read_text("ascii").splitlines()[1:]


def test_neighbours_that_share_sectors_come_before_those_that_share_districts(
    tmp_path: Path,
) -> None:
    small = table(
        tmp_path,
        "M1 1,E14000001,AA",
        "M1 1,E14000002,AB",
        "M1 2,E14000001,AA",
        "M1 3,E14000003,AA",
        "M2 1,E14000001,AA",
        "M2 1,E14000004,AB",
        "M2 2,E14000001,AA",
        "M2 2,E14000004,AB",
        "M3 1,E14000005,AA",
    )
    assert small.near("E14000001") == ("E14000004", "E14000002", "E14000003")
    assert small.near("E14000005") == ()
    assert small.near("N05000001") == ()


def test_rusholmes_neighbours_are_manchesters() -> None:
    near = TABLE.near(RUSHOLME)
    assert WITHINGTON in near
    assert RUSHOLME not in near
    assert len(near) == len(set(near)) < 20


def test_the_ended_ones_answer_only_when_they_are_asked_for(tmp_path: Path) -> None:
    live, ended = tmp_path / "live.csv", tmp_path / "ended.csv"
    live.write_text("sector,constituency,units\nM1 1,E14000001,AA\n")
    ended.write_text("sector,constituency,units\nM1 1,E14000002,ABAD\nM2 1,E14000002,AA\n")
    both = PostcodeTable.load(live, ended)
    assert (len(both), both.ended_count) == (1, 3)
    assert both.find(Postcode("M1", "1AB")) is None
    assert both.ended(Postcode("M1", "1AB")) == "E14000002"
    assert both.ended(Postcode("M1", "1AA")) is None
    assert both.in_district("M2") == ()
    assert both.codes == {"E14000001"}
    assert TABLE.ended(Postcode("M1", "1AB")) is None


def test_what_may_be_passed_on_leaves_northern_ireland_out(tmp_path: Path) -> None:
    small = table(tmp_path, "M1 1,E14000001,AA", "BT1 1,N05000001,AA")
    assert small.find(Postcode("BT1", "1AA")) == "N05000001"
    assert [str(place) for place, _ in small.in_great_britain()] == ["M1 1AA"]


def test_written_again_the_table_is_the_same_bytes() -> None:
    assert b"".join(lines(TABLE.rows())) == FILE.read_bytes()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("M1 1;E14000001;AA", "line 3: should be a sector"),
        ("M1 1,E14000001,AAA", "line 3: should have units of two letters"),
        ("M1 1,E14000001,", "line 3: should be a sector"),
        ("M11,E14000001,AA", "line 3: should be a sector"),
        ("M1 1,Ladywood,AA", "line 3: should be a sector"),
        ("M1 1,E14000001,aa", "line 3: should be a sector"),
        ("M1 1,E14000001,é", "line 3: should be a sector"),
        ("", "line 3: should be a sector"),
    ],
)
def test_a_bad_row_is_told_by_its_line(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(FaultyFiles, match=told):
        table(tmp_path, "M2 1,E14000001,AA", row)


def test_a_wrong_file_is_told_without_a_fault_for_every_line(tmp_path: Path) -> None:
    path = tmp_path / "postcodes.csv"
    path.write_text("postcode\tcode\n" * 1000, encoding="utf-8")
    with pytest.raises(FaultyFiles, match=r"postcodes\.csv: line 1: should be sector,") as caught:
        PostcodeTable.load(path)
    assert len(caught.value.faults) == 20


def test_a_missing_or_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultyFiles, match=r"none\.csv: cannot be read"):
        PostcodeTable.load(tmp_path / "none.csv")
    with pytest.raises(FaultyFiles, match="holds no postcodes"):
        table(tmp_path)
