"""``letterwriter check`` as the author of a campaign uses it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.paths import CAMPAIGNS

EXAMPLE = Path(__file__).parents[2] / "example_campaign"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", "--date", "2026-11-22", *map(str, words)])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "buses")


def put(file: Path, right: str, wrong: str) -> None:
    words = file.read_text("utf-8")
    assert right in words
    file.write_text(words.replace(right, wrong), "utf-8")


def test_ours_and_the_data_pass() -> None:
    result = run()
    assert result.exit_code == 0
    assert result.stdout == "Nothing to fix in restoring-order-and-control and the data.\n"


def test_faults_are_told_by_campaign_and_file_and_counted(copy: Path) -> None:
    put(copy / "never.toml", "worst buses in Europe", "rely on buses")
    put(copy / "concerns" / "last-bus.toml", "People who work late", "They work late, and")
    result = run(copy)
    assert result.exit_code == 1
    concern, opening = result.stdout.splitlines()
    assert concern.startswith('buses/concerns/last-bus.toml: sentence 2, wording 1: begins with "')
    assert opening.startswith(
        'buses/frame.toml: opening, sentence 1, wording 1: says "rely on buses": nobody'
    )
    assert "2 to fix." in result.stderr


def test_a_folder_that_cannot_be_read_is_told_and_no_more(copy: Path) -> None:
    (copy / "frame.toml").unlink()
    for option in ((), ("--show",), ("--distinctness",)):
        result = run(copy, *option)
        assert result.exit_code == 1
        assert "buses/frame.toml: is missing" in result.stdout + result.stderr


def test_what_is_due_soon_is_told_with_what_to_look_up_and_is_nothing_to_mend(copy: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--date", "2027-04-15", str(copy)])
    assert result.exit_code == 0
    assert (
        "within 30 days: buses/facts.toml: last-bus: is due for review by 2027-05-01: look it up"
        in result.stderr
    )
    assert "Example Bus Survey, May 2026, https://example.org/buses" in result.stderr
    assert "buses/concerns/last-bus.toml: review_by: is due for review by" in result.stderr
    earlier = CliRunner().invoke(main, ["check", "--date", "2027-03-31", str(copy)])
    assert earlier.stderr == ""


def test_a_day_past_the_review_dates_is_told(copy: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--date", "2028-01-01", str(copy)])
    assert result.exit_code == 1
    assert "last-bus: was due for review by 2027-05-01" in result.stdout
    assert "concern last-bus uses its words without figures" in result.stdout
    assert "within 30 days" not in result.stderr


def test_every_combination_of_neighbours_is_shown_with_its_figures() -> None:
    result = run("--show", EXAMPLE)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "concerns/last-bus.toml" in lines
    assert any("1.1 + 2.1  A survey found that 120 villages" in line for line in lines)
    assert any("thanks and reply-by-email" in line for line in lines)


def test_each_concern_is_a_page_with_its_facts_and_what_can_be_said_against_it() -> None:
    _frame, page, *asks = run("--show", EXAMPLE, "--date", "2027-01-01").stdout.split("\f")
    assert page.startswith("No bus in the evening  (concerns/last-bus.toml)")
    assert "Against it: " in page
    assert "last-bus: Of 300 villages in an invented survey" in page
    assert "On 2027-01-01 it is told with its figures." in page
    assert "After a story:" in page
    assert len(asks) > 1
    assert all("Before thanks:" in each for each in asks if "(ask " in each)
    late = run("--show", EXAMPLE, "--date", "2029-01-01").stdout
    assert "On 2029-01-01 it is told without figures." in late


def test_ten_letters_are_laid_side_by_side_for_each_role(copy: Path) -> None:
    result = run("--inbox", copy)
    for role in ("backbencher", "home_secretary", "abstentionist", "vacant"):
        assert f"{role}, as the site offers, stories of 15 words: " in result.stdout
    assert "60 letters to sign: " in result.stdout
    assert result.exit_code == 0
    concern = copy / "concerns" / "last-bus.toml"
    concern.write_text(_first_wordings(concern.read_text("utf-8")), "utf-8")
    alike = run("--inbox", copy)
    assert alike.exit_code == 1
    assert "as the site offers, stories of 0 words: pairs with a common run 100%" in alike.stdout


def test_likeness_is_told_and_an_example_without_variety_fails(copy: Path) -> None:
    result = run("--distinctness", "--writers", "100", "--seed", "2", copy)
    assert result.stdout.count("median") >= 6
    assert "no story" in result.stdout
    assert "last-bus" in result.stdout

    frame = (copy / "frame.toml").read_text("utf-8")
    concern = (copy / "concerns" / "last-bus.toml").read_text("utf-8")
    (copy / "frame.toml").write_text(_first_wordings(frame), "utf-8")
    (copy / "concerns" / "last-bus.toml").write_text(_first_wordings(concern), "utf-8")
    result = run("--distinctness", "--writers", "100", copy)
    assert result.exit_code == 1
    assert "with no story the letters are too alike (p95" in result.stdout


def _first_wordings(toml: str) -> str:
    """The file with the first wording of each sentence and no other."""
    kept: list[str] = []
    for line in toml.splitlines():
        if line.lstrip().startswith('"') and kept[-1].lstrip().startswith('"'):
            continue
        kept.append(line)
    return "\n".join(kept)


def test_our_folder_of_campaigns_holds_only_campaigns() -> None:
    assert all((folder / "campaign.toml").exists() for folder in CAMPAIGNS.iterdir())
