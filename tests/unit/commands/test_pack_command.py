"""Paper for a stall from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from tests.unit.documents.paper import read, sheets


def run(*arguments: str | Path) -> Result:
    return CliRunner(env={"LETTERWRITER_SITE": ""}).invoke(main, [str(a) for a in arguments])


def test_a_pack_for_the_districts_round_a_stall(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    done = run("pack", "--district", "M14", "--copies", "2", "--seed", "1", "--out", out)
    assert done.exit_code == 0, done.output
    assert "Manchester Rusholme:" in done.output
    pdf = out.read_bytes()
    assert read(pdf).count("DearAfzalKhan,") == 2
    assert "Whichpileisit?" in read(pdf)


def test_the_same_seed_and_date_make_the_same_pack(tmp_path: Path) -> None:
    made = []
    for name in ("one.pdf", "two.pdf"):
        out = tmp_path / name
        options = ("--copies", "3", "--seed", "7", "--date", "2026-11-22", "--out", out)
        assert run("pack", "--constituency", "E14001353", *options).exit_code == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_parts_can_be_left_out(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    without = [f"--without={part}" for part in ("sorting", "letters", "labels", "safety", "poster")]
    done = run("pack", "--council", "Manchester", "--copies", "1", *without, "--out", out)
    assert done.exit_code == 0, done.output
    assert read(out.read_bytes()).startswith("Tallysheet")


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (["--district", "M14 QQ7"], "QQ7"),
        (["--council", "Manchster"], "Did you mean Manchester"),
        (["--constituency", "Nowhere At All"], "Nowhere At All"),
        (["--council", "Manchester", "--copies", "300"], "one pack holds 600"),
        ([], "Choose at least one"),
        (["--district", "M14", "--concern", "the-weather"], "the-weather"),
        (["--district", "M14", "--ask", "for-tea"], "for-tea"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    tmp_path: Path, options: list[str], answer: str
) -> None:
    done = run("pack", *options, "--out", tmp_path / "pack.pdf")
    assert done.exit_code == 2
    assert answer in done.output
    assert not list(tmp_path.iterdir())


def test_postcards_with_a_message(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    asked = ("--constituency", "Inverness, Skye and West Ross-shire", "--message", "Please help.")
    assert run("postcards", *asked, "--out", out).exit_code == 0
    assert read(out.read_bytes()).count("Pleasehelp.") == 4


def test_a_message_that_is_too_long_is_refused(tmp_path: Path) -> None:
    asked = ("--constituency", "E14001353", "--message", "x" * 301)
    done = run("postcards", *asked, "--out", tmp_path / "cards.pdf")
    assert done.exit_code == 2
    assert "301 characters" in done.output


def test_a_poster_shows_the_sites_address_and_says_when_it_has_none(tmp_path: Path) -> None:
    out = tmp_path / "poster.pdf"
    asked = ("poster", "--design", "3", "--size", "a3", "--out", out)
    assert "LETTERWRITER_SITE" in run(*asked).output
    assert run(*asked, "--site", "https://letters.example.org").output == ""
    assert len(sheets(out.read_bytes())) == 1
    assert "letters.example.org" in read(out.read_bytes())


def test_more_names_than_can_be_looked_for_are_refused_in_words(tmp_path: Path) -> None:
    done = run("pack", "--constituency", "a," * 30_000, "--out", tmp_path / "pack.pdf")
    assert done.exit_code == 2
    assert "more than the 200 constituencies that we can look for" in done.output
