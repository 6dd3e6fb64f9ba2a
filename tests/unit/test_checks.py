"""What ``letterwriter check`` finds in the words of a campaign."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from letterwriter.domain.checks import check
from letterwriter.domain.fault import FaultyFiles
from letterwriter.paths import CAMPAIGNS
from letterwriter.sources.campaigns import load_campaign

TODAY = date(2026, 11, 22)
OURS = CAMPAIGNS / "restoring-order-and-control"


def test_our_own_campaign_has_nothing_to_mend() -> None:
    assert [str(fault) for fault in check(load_campaign(OURS), TODAY)] == []


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    """Put one mistake into a copy of our campaign, and tell what is found."""

    def break_and_check(file: str, right: str, wrong: str) -> list[str]:
        folder = shutil.copytree(OURS, tmp_path / "campaign")
        path = folder / file
        words = path.read_text("utf-8")
        assert right in words, "the mistake must replace something that is there"
        path.write_text(words.replace(right, wrong, 1), "utf-8")
        try:
            return [str(fault) for fault in check(load_campaign(folder), TODAY)]
        except FaultyFiles as faulty:
            return [str(fault) for fault in faulty.faults]

    return break_and_check


@pytest.mark.parametrize(
    ("file", "right", "wrong", "found"),
    [
        ("concerns/thirty-months.toml", '"leave-30"', '"leave-31"', '"leave-31", which is not in'),
        (
            "concerns/thirty-months.toml",
            "{leave-30.months}",
            "thirty months",
            "put the figure into",
        ),
        ("concerns/thirty-months.toml", "{leave-30.months}", "30 months", "put the figure into"),
        ("concerns/thirty-months.toml", "{leave-30.months}", "{leave-30.years}", "nothing fills"),
        ("concerns/thirty-months.toml", "{leave-30.months}", "{Months}", "a brace that is not"),
        ("concerns/thirty-months.toml", "{leave-30.months}", "[months]", "the placeholder"),
        ("concerns/thirty-months.toml", "{leave-30.months}", "very " * 60, "shorten it to"),
        ("concerns/support.toml", "genuine", "color " * 30, "shorten it to 65"),
        ("facts.toml", "review_by = 2027", "review_by = 2025", "due for review"),
        ("facts.toml", 'url = "https://', 'url = "http://', "should begin with https://"),
        ("facts.toml", "as_at = 2", 'as_at = "2', "cannot be read as TOML"),
        ("asks.toml", '"speaker"', '"chair"', '"chair" is not a role'),
        ("campaign.toml", "subject", "subjekt", "not a key that is known"),
        ("prompts.toml", "hint =", "hints =", "hint: should be text"),
    ],
)
def test_a_mistake_is_told_by_file_and_key(
    broken: Callable[[str, str, str], list[str]], file: str, right: str, wrong: str, found: str
) -> None:
    faults = broken(file, right, wrong)
    assert any(line.startswith(file) and found in line for line in faults), faults


def test_too_few_wordings_are_told(broken: Callable[[str, str, str], list[str]]) -> None:
    faults = broken("asks.toml", "sentences = [", 'sentences = [["Will you answer?"],')
    assert any("has 1 different wordings; write 3" in line for line in faults), faults


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(OURS, tmp_path / "campaign")
    (folder / "asks.toml").unlink()
    with pytest.raises(FaultyFiles, match=r"asks\.toml: is missing"):
        load_campaign(folder)
