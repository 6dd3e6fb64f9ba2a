"""``letterwriter counts``: numbers out of a database, into one, and added up."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.counts.database import CountsDatabase
from tests.unit.counts.test_database import GORTON, RUSHOLME, under

HEADER = "day,constituency,door,campaign,letters\n"
ROWS = f"2026-11-22,{GORTON},printed,ours,2\n2026-11-22,{RUSHOLME},printed,ours,3\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "numbers.csv"


def run(file: Path, *words: str | Path) -> Result:
    """With a database beside the file."""
    env = {"LETTERWRITER_COUNTS": f"sqlite:///{file.parent}/counts.sqlite"}
    return CliRunner().invoke(main, ["counts", *map(str, words)], env=env)


def test_what_is_exported_is_imported_and_twice_is_the_same_as_once(file: Path) -> None:
    database = CountsDatabase(f"sqlite:///{file.parent}/counts.sqlite")
    database.add({under(): 3, under(GORTON): 2})
    database.close()
    exported = run(file, "export").output
    assert exported == HEADER + ROWS
    file.write_text(exported)
    for _ in range(2):
        assert "2 rows are imported" in run(file, "import", file).output
    assert run(file, "export").output == exported


def test_days_before_a_day_are_pruned(file: Path) -> None:
    file.write_text(f"{HEADER}2026-11-21,{GORTON},plain,ours,2\n{ROWS}")
    run(file, "import", file)
    assert "1 rows are taken away" in run(file, "prune", "--before", "2026-11-22").output
    assert run(file, "export").output == HEADER + ROWS


def test_files_of_several_sites_are_added_up_and_a_file_given_twice_counts_once(
    file: Path,
) -> None:
    file.write_text(HEADER + ROWS)
    again, other = file.with_name("again.csv"), file.with_name("other.csv")
    again.write_text(HEADER + ROWS)
    other.write_text(f"{HEADER}2026-11-22,{RUSHOLME},printed,ours,40\n")
    added = HEADER + ROWS.replace(",3\n", ",43\n")
    for files in ((file, again, other), (other, file, again)):
        assert run(file, "merge", *files).output == added


def test_a_file_that_is_wrong_is_told_by_line_and_nothing_is_imported(file: Path) -> None:
    wrong = (
        f"22/11/2026,{GORTON},printed,ours,2\n",
        "2026-11-22,Gorton,printed,ours,2\n",
        f"2026-11-22,{GORTON},window,ours,2\n",
        f"2026-11-22,{GORTON},printed,Our campaign,2\n",
        f"2026-11-22,{GORTON},printed,ours,0\n",
        f"2026-11-22,{RUSHOLME},printed,ours,3\n",
    )
    file.write_text(HEADER + ROWS + "".join(wrong))
    answer = run(file, "import", file)
    assert answer.exit_code == 1
    assert [line for line in range(4, 10) if f"line {line}:" in answer.output] == [*range(4, 10)]
    assert run(file, "export").output == HEADER


@pytest.mark.parametrize(
    ("address", "status", "why"),
    [
        ("", 2, "names no database"),
        ("mysql://127.0.0.1/counts", 2, "it can be sqlite:"),
        ("postgresql://writer:hunter2@127.0.0.1:1/counts", 1, "cannot be reached"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_in_words(
    address: str, status: int, why: str
) -> None:
    answer = CliRunner().invoke(main, ["counts", "export"], env={"LETTERWRITER_COUNTS": address})
    assert answer.exit_code == status
    assert why in " ".join(answer.output.split())
    assert "hunter2" not in answer.output
