"""The command line while nobody is an MP: it says so, and prints nothing to a former one."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main

DISSOLVED = "Parliament was dissolved on 30 November 2026."
ELECTED = "There was a general election on 30 December 2026"
WRITER = ("--postcode", "M14 5TP", "--name", "Amina Yusuf", "--address", "1 High St, Manchester")


@pytest.fixture(autouse=True)
def dissolved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LETTERWRITER_DISSOLVED", "2026-11-30")
    monkeypatch.setenv("LETTERWRITER_ELECTION", "2026-12-30")


def run(*words: str, day: str = "2026-12-01") -> Result:
    return CliRunner().invoke(main, words, env={"LETTERWRITER_TODAY": day})


def test_a_look_up_finds_the_constituency_and_no_mp_as_for_a_vacant_seat() -> None:
    result = run("lookup", "M14 5TP")
    assert result.exit_code == 0
    assert f"M14 5TP is in Manchester Rusholme. {DISSOLVED}" in result.stdout
    assert "Afzal Khan" not in result.stdout
    fields = json.loads(run("lookup", "--json", "M14 5TP").stdout)
    assert (fields["status"], fields["mp"], fields["parliament"]) == ("found", None, "dissolved")
    assert run("lookup", "M14").exit_code == 1
    assert DISSOLVED in run("lookup", "M14").stdout
    assert "parliament" not in json.loads(
        run("lookup", "--json", "M14 5TP", day="2026-11-29").stdout
    )


@pytest.mark.parametrize(("day", "said"), [("2026-12-01", DISSOLVED), ("2026-12-31", ELECTED)])
def test_nothing_on_paper_goes_to_somebody_who_is_no_mp(
    tmp_path: Path, day: str, said: str
) -> None:
    out, people = tmp_path / "out.pdf", tmp_path / "people.csv"
    people.write_text("Name,Address,Postcode\nAmina Yusuf,1 High St,M14 5TP\n", "utf-8")
    for words, status in (
        (("letter", *WRITER, "--out", str(out)), 1),
        (("pack", "--constituency", "Manchester Rusholme", "--out", str(out)), 1),
        (("postcards", "--constituency", "Manchester Rusholme", "--out", str(out)), 1),
        (("stack", str(people), "--out", str(out)), 2),
    ):
        result = run(*words, day=day)
        assert (result.exit_code, result.stdout) == (status, "")
        assert said in result.stderr
    assert not out.exists()


def test_a_setting_that_is_no_date_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LETTERWRITER_DISSOLVED", "soon")
    result = run("lookup", "M14 5TP")
    assert (result.exit_code, result.exception.__class__) == (2, SystemExit)
    assert "LETTERWRITER_DISSOLVED" in result.stderr


@pytest.mark.parametrize(
    ("day", "stream", "told"),
    [
        ("2026-11-24", "stderr", "Parliament is dissolved from 30 November 2026 on."),
        ("2026-12-31", "stdout", f"{ELECTED}, and our list of MPs is from before it. Run: "),
    ],
)
def test_check_tells_of_it_and_after_the_election_of_a_table_to_fix(
    day: str, stream: str, told: str
) -> None:
    result = run("check", day=day)
    assert told in getattr(result, stream)
