from letterwriter.packs.sorting_sheet import districts_in_rows, shares
from letterwriter.postcodes.sector_table import Sector, SectorIndex

RUSHOLME, CENTRAL, GORTON = "E14001353", "E14001352", "E14001251"
SECTORS: list[Sector] = [
    ("M14 4", {RUSHOLME: 100}),
    ("M14 5", {RUSHOLME: 80}),
    ("M14 6", {GORTON: 20, RUSHOLME: 60}),
    ("M2 1", {CENTRAL: 30}),
    ("M1 7", {RUSHOLME: 10, CENTRAL: 10}),
    ("M140 1", {GORTON: 5}),
]
INDEX = SectorIndex(SECTORS)


def test_a_district_has_its_own_sectors_and_not_those_of_one_that_begins_alike() -> None:
    assert [name for name, _ in INDEX.in_districts(["M14"])] == ["M14 4", "M14 5", "M14 6"]


def test_postcodes_are_counted_for_each_constituency_most_first() -> None:
    counted = shares(INDEX.in_districts(["M14"]))
    assert [(share.code, share.postcodes) for share in counted] == [(RUSHOLME, 240), (GORTON, 20)]


def test_the_sheet_counts_districts_as_people_do() -> None:
    assert [district.outward for district in districts_in_rows(SECTORS)] == [
        "M1",
        "M2",
        "M14",
        "M140",
    ]


def test_sectors_of_one_mp_stand_together_and_a_shared_one_says_look_it_up() -> None:
    (district,) = districts_in_rows(INDEX.in_districts(["M14"]))
    together, divided = district.rows
    assert together.sectors == ("M14 4", "M14 5")
    assert not together.divided
    assert divided.sectors == ("M14 6",)
    assert [share.code for share in divided.shares] == [RUSHOLME, GORTON]
    assert not district.whole


def test_a_district_that_is_all_one_mps_says_so() -> None:
    (district,) = districts_in_rows(INDEX.in_districts(["M2"]))
    assert district.whole


def test_one_shared_sector_alone_is_not_all_one_mps() -> None:
    (district,) = districts_in_rows(INDEX.in_districts(["M1"]))
    assert not district.whole


def test_a_constituency_has_every_sector_that_it_touches() -> None:
    assert [name for name, _ in INDEX.touching([CENTRAL])] == ["M2 1", "M1 7"]
