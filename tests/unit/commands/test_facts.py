"""``letterwriter facts`` as an operator reads it."""

import json
import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from letterwriter.cli import main

EXAMPLE = Path(__file__).parents[2] / "example_campaign"


def facts(day: str, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["facts", "--date", day, *map(str, words)])


def test_all_facts_are_listed_by_review_date_with_source_and_use() -> None:
    result = facts("2026-11-22")
    assert result.exit_code == 0
    first, used_by, look_up, *_ = result.stdout.splitlines()
    assert first.startswith("2027-01-08  in date   restoring-order-and-control/claims-falling")
    assert "as at 2026-05-21" in first
    assert used_by.strip() == "used by: nothing"
    assert look_up.strip().startswith("look up: Home Office")
    days = [line[:10] for line in result.stdout.splitlines() if line.startswith("20")]
    assert len(days) > 15
    assert days == sorted(days)


def test_the_exit_status_tells_a_monitor_that_a_fact_is_past() -> None:
    assert facts("2027-01-08").exit_code == 0
    assert facts("2027-01-09").exit_code == 1


def test_only_those_past_can_be_asked_for() -> None:
    result = facts("2027-01-09", "--past")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    assert "past      restoring-order-and-control/claims-falling" in result.stdout
    result = facts("2026-11-22", "--past")
    assert result.exit_code == 0
    assert result.stdout == "No fact is past its review date on 2026-11-22.\n"


def test_a_program_reads_the_same_as_fields() -> None:
    (fact,) = json.loads(facts("2026-11-26", "--json", EXAMPLE).stdout)
    assert fact == {
        "campaign": "example_campaign",
        "id": "last-bus",
        "as_at": "2026-05-01",
        "review_by": "2027-05-01",
        "state": "in date",
        "concerns": ["last-bus"],
        "asks": [],
        "says": "Of 300 villages in an invented survey, 120 had no bus after seven at night.",
        "source": "Example Bus Survey, May 2026",
        "note": fact["note"],
        "url": "https://example.org/buses",
        "look_up": "https://example.org/buses/every-survey",
    }
    assert fact["note"].startswith("An office would answer")
    assert json.loads(facts("2026-11-22", "--json", "--past").stdout) == []


def test_facts_of_several_campaigns_are_one_list(tmp_path: Path) -> None:
    other = shutil.copytree(EXAMPLE, tmp_path / "trains")
    lines = facts("2026-11-22", EXAMPLE, other).stdout.splitlines()
    assert [line for line in lines if "example_campaign/last-bus" in line]
    assert [line for line in lines if "trains/last-bus" in line]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    result = facts("2026-11-22", tmp_path)
    assert result.exit_code == 1
    assert "campaign.toml: is missing" in result.stderr
    assert facts("yesterday").exit_code == 2
