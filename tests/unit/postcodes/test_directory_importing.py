"""Reading directories of postcodes in the shapes in which they come."""

from itertools import chain
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from letterwriter.files.faults import FaultyFiles
from letterwriter.postcodes.directory.files import directory_parts
from letterwriter.postcodes.directory.importing import postcode_sheets
from letterwriter.postcodes.directory.rows import DirectoryRow
from tests.directory import HEADINGS, Entry, line, write_zip

RUSHOLME = "E14001353"
ENTRIES = [
    Entry("M14 5TP", RUSHOLME),
    Entry("M1 1AA", "E14001352"),
    Entry("M14 5ZZ", RUSHOLME, "199606"),
]
ROWS = [(entry.postcode.encode(), entry.doterm.encode(), entry.code.encode()) for entry in ENTRIES]


def rows(path: Path) -> list[DirectoryRow]:
    with directory_parts(path) as files:
        found = postcode_sheets(path.name, files)
        return list(chain.from_iterable(sheet.rows(lambda _: None) for sheet in found))


def text(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode())
    return path


def test_a_zip_is_read_by_its_file_of_all_postcodes(tmp_path: Path) -> None:
    assert rows(write_zip(tmp_path / "ONSPD_AUG_2026.zip", ENTRIES)) == ROWS


def test_what_was_unpacked_is_read_from_its_folder_or_its_file(tmp_path: Path) -> None:
    with ZipFile(write_zip(tmp_path / "ONSPD_AUG_2026.zip", ENTRIES)) as archive:
        archive.extractall(tmp_path / "ONSPD_AUG_2026")
    assert rows(tmp_path / "ONSPD_AUG_2026") == ROWS
    assert rows(tmp_path / "ONSPD_AUG_2026" / "Data" / "ONSPD_AUG_2026_UK.csv") == ROWS


@pytest.mark.parametrize("folder", ["ONSPD_AUG_2026", "ONSPD_AUG_2026/Data/multi_csv"])
def test_files_by_area_are_read_together_where_there_is_no_other(
    tmp_path: Path, folder: str
) -> None:
    areas = tmp_path / "ONSPD_AUG_2026" / "Data" / "multi_csv"
    text(areas / "ONSPD_AUG_2026_UK_M.csv", f"{HEADINGS}\r\n{''.join(map(line, ENTRIES[1:]))}")
    text(areas / "ONSPD_AUG_2026_UK_A.csv", f"{HEADINGS}\r\n{line(ENTRIES[0])}")
    text(areas / "notes.csv", "this,is,not,one\n")
    assert rows(tmp_path / folder) == ROWS


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffPostcode,Constituency Code\nM14 5TP,E14001353\n",
        "town;postcode;constituency\nManchester;M14 5TP;E14001353\n",
        'town\tpostcode\tconstituency\n"Manchester"\t" M14 5TP "\t"E14001353"\r\n',
        'town,postcode,constituency\n"Rusholme, Manchester",M14 5TP,E14001353',
        "postcode,constituency\nM14 5TP,E14001353\n\n\n",
    ],
)
def test_any_list_of_postcodes_and_codes_will_do(tmp_path: Path, content: str) -> None:
    assert rows(text(tmp_path / "list.csv", content)) == [(b"M14 5TP", b"", RUSHOLME.encode())]


@pytest.mark.parametrize("broken", ["M14 5TP", "x" * 200_000 + ",,", '"M14 5TP', "\0"])
def test_a_broken_line_is_a_row_without_a_postcode_and_stops_nothing(
    tmp_path: Path, broken: str
) -> None:
    content = f"postcode,constituency\n{broken}\nM14 5TP,E14001353\n"
    found = rows(text(tmp_path / "list.csv", content))
    assert found[-1] == (b"M14 5TP", b"", RUSHOLME.encode())
    assert found[:-1] == [(b"", b"", b"")]


@pytest.mark.parametrize("content", ["", "\n", "sector,constituency,units\nM14 5,E14001353,TP\n"])
def test_a_file_without_the_right_headings_says_which_they_are(
    tmp_path: Path, content: str
) -> None:
    with pytest.raises(FaultyFiles, match=r"list\.csv: holds no CSV file with a column of postc"):
        rows(text(tmp_path / "list.csv", content))


def test_of_two_directories_in_one_folder_the_reader_says_to_give_one(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        text(tmp_path / "both" / name, "postcode,constituency\nM14 5TP,E14001353\n")
    with pytest.raises(FaultyFiles, match=r"holds 2 files with postcodes \(both/a\.csv, both/b"):
        rows(tmp_path / "both")


def test_a_damaged_zip_is_told_and_so_is_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "ONSPD_AUG_2026.zip"
    with ZipFile(path, "w", ZIP_STORED) as archive:
        archive.writestr("Data/ONSPD.csv", "postcode,constituency\n" + "M14 5TP,E14001353\n" * 999)
    path.write_bytes(path.read_bytes().replace(b"M14 5TP", b"M14 5TQ", 1))
    with pytest.raises(FaultyFiles, match=r"ONSPD_AUG_2026\.zip: is damaged"):
        rows(path)
    with pytest.raises(FaultyFiles, match=r"none\.zip: cannot be read"):
        rows(tmp_path / "none.zip")


def test_progress_is_told_in_bytes_of_what_is_unpacked(tmp_path: Path) -> None:
    told: list[int] = []
    with directory_parts(write_zip(tmp_path / "ONSPD_AUG_2026.zip", ENTRIES)) as files:
        (sheet,) = postcode_sheets("ONSPD_AUG_2026.zip", files)
        assert len(list(sheet.rows(told.append))) == 3
    assert sum(told) == sheet.part.size
