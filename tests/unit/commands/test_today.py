"""The day that commands go by: named, else LETTERWRITER_TODAY, else today."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main

EXAMPLE = Path(__file__).parents[2] / "example_campaign"


def run(command: str, *words: str) -> Result:
    return CliRunner().invoke(main, [command, *words, str(EXAMPLE)])


@pytest.mark.parametrize("command", ["check", "facts"])
@pytest.mark.parametrize(
    ("day", "status"), [("2027-03-31", 0), ("2027-05-01", 0), ("2027-05-02", 1)]
)
def test_a_setting_tells_the_day(
    monkeypatch: pytest.MonkeyPatch, command: str, day: str, status: int
) -> None:
    monkeypatch.setenv("LETTERWRITER_TODAY", day)
    result = run(command)
    assert result.exit_code == status
    assert ("last-bus: was due" in result.stdout) == (command == "check" and status == 1)


@pytest.mark.parametrize("command", ["check", "facts"])
def test_a_day_that_is_named_goes_before_the_setting(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("LETTERWRITER_TODAY", "2040-01-01")
    assert run(command, "--date", "2027-03-31").exit_code == 0


@pytest.mark.parametrize("command", ["check", "facts"])
def test_a_setting_that_is_no_day_is_refused(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("LETTERWRITER_TODAY", "tomorrow")
    assert run(command).exit_code == 2


def test_check_says_where_to_look_and_what_stands_in_letters_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LETTERWRITER_TODAY", "2027-05-02")
    told = run("check").stdout
    assert "https://example.org/buses/every-survey; meanwhile: concern last-bus uses its" in told
