"""Paper from the command line, and what a campaign says of it."""

import io
import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.paper import Layout
from letterwriter.cli import main
from letterwriter.files.faults import FaultyFiles
from letterwriter.paths import CAMPAIGNS
from tests.unit.documents.paper import sheets, words_in

OURS = CAMPAIGNS / "restoring-order-and-control"


def run(*more: str) -> Result:
    fixed = ["--postcode", "M14 5TP", "--name", "Amina Yusuf", "--address", "1 High Street, Leeds"]
    return CliRunner().invoke(main, ["letter", *fixed, "--date", "2026-11-22", *more])


def lowest_in_a_long_window(pdf: bytes) -> str:
    return words_in(sheets(pdf)[0], 20, 67, 100, 79)  # below what C5 uses


def test_a_document_for_word_goes_into_the_file_that_is_named(tmp_path: Path) -> None:
    out = tmp_path / "letter.docx"
    assert run("--format", "docx", "--out", str(out)).exit_code == 0
    written = [p.text for p in docx.Document(str(out)).paragraphs]
    assert "Dear Afzal Khan," in written
    assert written[-1] == "Amina Yusuf"


def test_the_layout_for_long_envelopes_is_an_option() -> None:
    assert lowest_in_a_long_window(run("--format", "pdf").stdout_bytes) == ""
    long = run("--format", "pdf", "--layout", "dl").stdout_bytes
    assert "SW1A 0AA" in lowest_in_a_long_window(long)
    word = run("--format", "docx", "--layout", "dl").stdout_bytes
    assert docx.Document(io.BytesIO(word)).paragraphs
    assert word != run("--format", "docx").stdout_bytes


def test_an_unknown_layout_is_refused_with_those_that_are_known() -> None:
    refused = run("--layout", "a3")
    assert refused.exit_code == 2
    assert "c5" in refused.stderr
    assert "dl" in refused.stderr


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    return shutil.copytree(OURS, tmp_path / "ours")


def told(campaign: Path, line: str) -> Path:
    path = campaign / "campaign.toml"
    text = path.read_text("utf-8")
    assert 'layout = "c5"\n' in text
    path.write_text(text.replace('layout = "c5"\n', line), "utf-8")
    return campaign


def test_a_campaign_says_which_envelopes_its_people_use(campaign: Path) -> None:
    assert load_campaign(campaign).layout is Layout.C5
    assert load_campaign(told(campaign, 'layout = "dl"\n')).layout is Layout.DL


def test_a_campaign_that_does_not_say_has_the_usual_envelope(campaign: Path) -> None:
    assert load_campaign(told(campaign, "")).layout is Layout.C5


def test_a_layout_that_nobody_knows_is_told_by_file_and_key(campaign: Path) -> None:
    with pytest.raises(FaultyFiles) as faulty:
        load_campaign(told(campaign, 'layout = "a3"\n'))
    (fault,) = faulty.value.faults
    assert str(fault) == 'campaign.toml: layout: "a3" is not a layout; known are c5, dl'
