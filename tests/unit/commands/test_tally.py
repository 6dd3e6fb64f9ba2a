"""Tallies added up on the command line."""

from pathlib import Path

from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.tallies.tally import Counts, LetterTally, TallyKind, as_line
from letterwriter.text.cleaning import clean_line
from tests.unit.documents.paper import read, squeezed
from tests.unit.tallies.counting import DAYS, RUSHOLME, YARDLEY


def run(*more: str | Path) -> Result:
    return CliRunner().invoke(main, ["tally", *map(str, more)])


def written(folder: Path) -> Path:
    file = folder / "stall.jsonl"
    rows = {
        (DAYS[0], RUSHOLME): Counts(41, (40, 3, 0, 0)),
        (DAYS[2], YARDLEY): Counts(1, (1, 0, 0, 0)),
    }
    file.write_text(
        as_line(LetterTally(f"{1:016x}", TallyKind.TABLET, rows, clean_line("Market"))) + "\n"
    )
    return file


def test_a_tally_given_twice_counts_once(tmp_path: Path) -> None:
    file = written(tmp_path)
    ran = run(file, file)
    assert ran.exit_code == 0
    assert "Letters made: 42. Constituencies: 2. Tallies: 1." in ran.stdout
    assert "Manchester Rusholme: 41\nBirmingham Yardley: 1\n" in ran.stdout


def test_it_makes_a_table_a_map_a_sheet_for_each_mp_and_a_poster(tmp_path: Path) -> None:
    names = {each: tmp_path / each for each in ("csv", "map", "sheets", "poster")}
    options = [part for name, path in names.items() for part in (f"--{name}", path)]
    assert run(written(tmp_path), *options).exit_code == 0
    assert names["csv"].read_text("utf-8-sig").count("\n") == 3
    assert b"<title>Manchester Rusholme: 41</title>" in names["map"].read_bytes()
    paper = read(names["sheets"].read_bytes())
    for words in (
        "41 letters to the MP for Manchester Rusholme were made.",
        "Afzal Khan MP",
        "Whether a letter was posted is not known",
        "1 letter to the MP for Birmingham Yardley was made. It is of 1 December 2026.",
    ):
        assert squeezed(words) in paper
    assert squeezed("42 letters to 2 MPs") in read(names["poster"].read_bytes())


def test_what_is_no_tally_is_told_with_its_line_and_the_rest_counts(tmp_path: Path) -> None:
    file = written(tmp_path)
    file.write_text(file.read_text() + "milk, bread\n")
    ran = run(file)
    assert ran.exit_code == 1
    assert "stall.jsonl, line 2: This is no tally of letters." in ran.stdout
    assert "Letters made: 42." in ran.stdout
    file.write_bytes(b"\xff\xfe")
    assert run(file).exit_code == 2


def test_without_letters_there_is_no_paper(tmp_path: Path) -> None:
    file = tmp_path / "empty"
    file.write_text(as_line(LetterTally(f"{1:016x}", TallyKind.TABLET, {})))
    assert run(file).exit_code == 0
    ran = run(file, "--sheets", tmp_path / "sheets.pdf")
    assert "nothing to put on paper" in ran.stderr
    assert not (tmp_path / "sheets.pdf").exists()


def test_packs_and_lists_tell_what_they_printed_and_not_that_it_was_made(tmp_path: Path) -> None:
    pack, stack, people = tmp_path / "pack.jsonl", tmp_path / "stack.jsonl", tmp_path / "people.csv"
    people.write_text("name,address,postcode\nAmina Yusuf,1 High Street,M14 5TP\n")
    common = ["--date", "2026-12-01", "--out", str(tmp_path / "out.pdf"), "--tally"]
    places = ["--constituency", RUSHOLME, "--constituency", YARDLEY, "--copies", "2"]
    for arguments in (
        ["pack", *places, "--without=labels", "--without=poster", *common, str(pack)],
        ["stack", str(people), *common, str(stack)],
    ):
        assert CliRunner().invoke(main, arguments).exit_code == 0
    ran = run(pack, stack, pack)
    assert "Letters made: 0. Constituencies: 0. Tallies: 2." in ran.stdout
    assert "Printed ahead by packs and lists, and not among these: 5." in ran.stdout


def test_a_pack_without_letters_has_printed_none(tmp_path: Path) -> None:
    tally = tmp_path / "pack.jsonl"
    places = ["--constituency", RUSHOLME, "--without=letters", "--without=labels"]
    out = ["--out", str(tmp_path / "out.pdf"), "--tally", str(tally)]
    assert CliRunner().invoke(main, ["pack", *places, *out]).exit_code == 0
    assert '"days":{}' in tally.read_text()
