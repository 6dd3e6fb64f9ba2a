from datetime import date
from pathlib import Path

import pytest

from letterwriter.files.faults import FaultyFiles
from letterwriter.files.whole_files import read_whole
from letterwriter.parliament.members import Country, Parliament, Role
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA

SEATS = (
    "constituency_code,constituency,constituency_cy,country,"
    "member_id,name,full_title,party,email,councils,as_of,source\n"
)
OFFICES = "member_id,name,office,kind,as_of,source\n"
RUSHOLME = (
    "E14001353,Manchester Rusholme,,England,4671,Afzal Khan,Afzal Khan MP,Labour,"
    'afzal.khan.mp@parliament.uk,Manchester; Trafford,2026-06-27,"UK Parliament, June"\n'
)
VACANT = "W07000091,Cardiff East,Dwyrain Caerdydd,Wales,,,,,,Cardiff,2026-10-09,a resignation\n"


def load(folder: Path, seats: str = RUSHOLME, offices: str = "") -> Parliament:
    mps, posts = folder / "mps.csv", folder / "offices.csv"
    mps.write_text(SEATS + seats, encoding="utf-8")
    posts.write_text(OFFICES + offices, encoding="utf-8")
    return load_parliament(mps, posts)


def faults(folder: Path, seats: str = RUSHOLME, offices: str = "") -> str:
    with pytest.raises(FaultyFiles) as caught:
        load(folder, seats, offices)
    return str(caught.value)


def test_a_row_becomes_a_seat_with_its_member(tmp_path: Path) -> None:
    seat = load(tmp_path)["E14001353"]
    assert seat.constituency.name == "Manchester Rusholme"
    assert seat.constituency.country is Country.ENGLAND
    assert seat.constituency.councils == ("Manchester", "Trafford")
    assert (seat.as_of, seat.source) == (date(2026, 6, 27), "UK Parliament, June")
    assert seat.member is not None
    assert seat.member.name == "Afzal Khan"
    assert seat.member.email == "afzal.khan.mp@parliament.uk"
    assert seat.member.offices == ()


def test_an_empty_name_is_a_vacant_seat(tmp_path: Path) -> None:
    seat = load(tmp_path, RUSHOLME + VACANT)["W07000091"]
    assert seat.member is None
    assert seat.role is Role.VACANT
    assert seat.constituency.welsh_name == "Dwyrain Caerdydd"


@pytest.mark.parametrize("holder", ["4671,Somebody Else", "4671,", ",Afzal Khan"])
def test_an_office_goes_to_the_member_with_its_id_or_else_its_name(
    tmp_path: Path, holder: str
) -> None:
    office = f"{holder},Home Secretary,home_secretary,2026-09-28,GOV.UK\n"
    member = load(tmp_path, offices=office)["E14001353"].member
    assert member is not None
    assert [office.title for office in member.offices] == ["Home Secretary"]
    assert member.role is Role.HOME_SECRETARY


def test_an_office_of_someone_with_another_id_is_not_theirs(tmp_path: Path) -> None:
    office = "1,Afzal Khan,Home Secretary,home_secretary,2026-09-28,GOV.UK\n"
    member = load(tmp_path, offices=office)["E14001353"].member
    assert member is not None
    assert member.offices == ()


def test_an_office_of_nobody_is_not_given_to_a_vacant_seat(tmp_path: Path) -> None:
    office = ",Afzal Khan,Whip,whip,2026-09-28,GOV.UK\n"
    assert load(tmp_path, RUSHOLME + VACANT, office)["W07000091"].member is None


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("England", "Englnd", "line 2, column country: should be one of England, Scotland, Wales"),
        ("2026-06-27", "27/06/2026", "line 2, column as_of: should be a date such as"),
        ("Manchester Rusholme", "", "line 2, column constituency: is empty"),
        ("E14001353", "", "line 2, column constituency_code: is empty"),
        ("Afzal Khan MP", "", "line 2, column full_title: is empty"),
        ("Labour", "", "line 2, column party: is empty"),
        ('"UK Parliament, June"', "UK Parliament, June", "line 2: has 13 columns, not 12"),
    ],
)
def test_a_mistake_is_told_by_file_line_and_column(
    tmp_path: Path, good: str, bad: str, told: str
) -> None:
    assert f"mps.csv: {told}" in faults(tmp_path, RUSHOLME.replace(good, bad))


def test_two_rows_for_one_constituency_are_a_mistake(tmp_path: Path) -> None:
    assert "line 3, column constituency_code: E14001353 has a row already" in faults(
        tmp_path, RUSHOLME * 2
    )


@pytest.mark.parametrize("kind", ["mayor", "vacant", "abstentionist", ""])
def test_an_unknown_kind_of_office_is_told_with_those_known(tmp_path: Path, kind: str) -> None:
    told = faults(tmp_path, offices=f"4671,Afzal Khan,Mayor,{kind},2026-09-28,GOV.UK\n")
    assert "offices.csv: line 2, column kind: is not an office that is known here" in told
    assert "prime_minister, home_secretary, minister, whip, speaker" in told


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    told = faults(
        tmp_path,
        RUSHOLME.replace("England", "Mars").replace("2026-06-27", "soon"),
        "4671,Afzal Khan,,whip,never,GOV.UK\n",
    )
    assert len(told.splitlines()) == 4


def test_a_wrong_header_and_an_empty_table_are_told(tmp_path: Path) -> None:
    assert "mps.csv: holds no constituencies" in faults(tmp_path, "")
    (tmp_path / "mps.csv").write_text("name,party\n", encoding="utf-8")
    with pytest.raises(FaultyFiles, match=r"mps\.csv: line 1: should be constituency_code,"):
        load_parliament(tmp_path / "mps.csv", tmp_path / "offices.csv")


def test_a_missing_file_and_another_encoding_are_told(tmp_path: Path) -> None:
    load(tmp_path)
    with pytest.raises(FaultyFiles, match=r"none\.csv: cannot be read: No such file"):
        load_parliament(tmp_path / "none.csv", tmp_path / "offices.csv")
    (tmp_path / "mps.csv").write_bytes((SEATS + RUSHOLME + "Ynys Môn").encode("latin-1"))
    with pytest.raises(FaultyFiles, match=r"mps\.csv: is not in UTF-8"):
        load_parliament(tmp_path / "mps.csv", tmp_path / "offices.csv")


def test_a_spreadsheets_mark_and_line_ends_do_no_harm(tmp_path: Path) -> None:
    load(tmp_path)
    path = tmp_path / "mps.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(load_parliament(path, tmp_path / "offices.csv")) == 1


def test_the_real_tables_have_a_member_for_every_seat_and_a_seat_for_every_office() -> None:
    parliament = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    members = [seat.member for seat in parliament if seat.member]
    assert len(members) == 650
    assert sum(not member.email for member in members) == 5
    rows = (DATA / "offices.csv").read_text("utf-8").splitlines()[1:]
    assert sum(len(member.offices) for member in members) == len(rows)


def test_words_after_a_quote_are_told_rather_than_guessed_at(tmp_path: Path) -> None:
    quoted = RUSHOLME.replace("Afzal Khan,", '"Afzal" Khan,')
    assert "line 2: is no CSV: ',' expected after" in faults(tmp_path, quoted)


def test_a_file_of_many_gigabytes_is_not_read(tmp_path: Path) -> None:
    load(tmp_path)
    with (tmp_path / "mps.csv").open("r+b") as file:
        file.truncate(10 * 2**30)  # takes no room on the disk
    with pytest.raises(FaultyFiles, match=r"mps.csv: is larger than 4,194,304 bytes"):
        load_parliament(tmp_path / "mps.csv", tmp_path / "offices.csv")
    with pytest.raises(FaultyFiles, match="is larger than"):
        read_whole(tmp_path / "mps.csv", 100)


def test_two_rows_of_offices_are_read_alike_in_any_order_and_each_office_once(
    tmp_path: Path,
) -> None:
    rows = [
        "3914,Shabana Mahmood,Minister for Women,minister,2026-09-28,GOV.UK",
        "3914,Shabana Mahmood,Home Secretary,home_secretary,2026-09-28,GOV.UK",
        ",Shabana Mahmood,Home Secretary,home_secretary,2026-09-28,GOV.UK",
    ]
    for number, order in enumerate((rows, rows[::-1])):
        offices = tmp_path / f"{number}.csv"
        offices.write_text(OFFICES + "\n".join([*order, ""]), "utf-8")
        seat = load_parliament(DATA / "mps.csv", offices).holder(Role.HOME_SECRETARY)
        assert seat is not None
        assert seat.member is not None
        assert [o.title for o in seat.member.offices] == ["Home Secretary", "Minister for Women"]
