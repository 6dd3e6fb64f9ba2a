"""What a group lays over a campaign: taken key by key, and faults told by line."""

import shutil
from pathlib import Path

import pytest

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN, load_campaign
from letterwriter.campaigns.overlay import (
    laid_over,
    operators_campaign,
    operators_campaigns,
    overlay_folder,
)
from letterwriter.campaigns.paper import Layout
from letterwriter.files.faults import FaultyFiles
from letterwriter.web.settings import Settings

EXAMPLE_FOLDER = Path(__file__).parents[2] / "example_campaign"
EXAMPLE = load_campaign(EXAMPLE_FOLDER)


def over(folder: Path, text: str) -> Campaign:
    (folder / "campaign.toml").write_text(text, "utf-8")
    return laid_over(EXAMPLE, folder)


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(FaultyFiles) as faulty:
        over(folder, text)
    return [str(fault) for fault in faulty.value.faults]


def test_a_groups_keys_stand_in_place_of_the_campaigns_and_no_others_change(tmp_path: Path) -> None:
    campaign = over(
        tmp_path,
        'group = "Levenshulme Writes"\nlayout = "dl"\nhosts = ["a.example"]\n'
        '[colours]\nbrand = "#33427a"\nbrand_dark = "#b9c5ff"\n',
    )
    assert campaign.promoter.group == "Levenshulme Writes"
    assert campaign.promoter.contact == EXAMPLE.promoter.contact
    assert (campaign.layout, campaign.hosts) == (Layout.DL, ("a.example",))
    assert campaign.colours is not None
    assert campaign.concerns == EXAMPLE.concerns


def test_without_a_file_or_a_folder_nothing_changes(tmp_path: Path) -> None:
    assert laid_over(EXAMPLE, tmp_path / "nowhere") == EXAMPLE
    assert over(tmp_path, "# nothing yet") == EXAMPLE


def test_every_fault_is_told_by_file_and_line(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        'gruop = "A"\ncontact = 7\n\nlayout = "a3"\n[colours]\nbrand = "red"\n'
        'brand_dark = "#fff"\n',
    )
    place = f"campaigns/{tmp_path.name}/campaign.toml: line"
    for start in (
        f"{place} 1, gruop: is not a key that is known here",
        f"{place} 2, contact: should be text",
        f'{place} 4, layout: "a3" is not a layout',
        f'{place} 6, colours, brand: "red" is not a colour',
        f'{place} 7, colours, brand_dark: "#fff" is not a colour',
    ):
        assert any(fault.startswith(start) for fault in found), found
    assert "line 1, column 9" in told(tmp_path, "group = Levenshulme")[0]


def test_a_contact_that_no_link_leads_to_is_told(tmp_path: Path) -> None:
    assert "line 1, contact: should be one email" in told(tmp_path, 'contact = "our page"')[0]
    assert over(tmp_path, 'contact = ""').promoter.contact == ""


def test_words_of_the_campaign_cannot_be_changed_by_the_way(tmp_path: Path) -> None:
    assert "subjects: is not a key" in told(tmp_path, 'subjects = ["A"]')[0]


def test_a_file_that_nobody_reads_is_told_but_for_an_editors_own(tmp_path: Path) -> None:
    for name in (".campaign.toml.swp", "campaign.toml~", "events.ics"):
        (tmp_path / name).write_text("", "utf-8")
    assert over(tmp_path, "") == EXAMPLE
    (tmp_path / "campain.toml").write_text("", "utf-8")
    assert "campain.toml: is read by nobody" in told(tmp_path, "")[0]


def test_a_whole_campaign_of_ones_own_stands_beside_those_of_the_program(tmp_path: Path) -> None:
    own = overlay_folder(tmp_path, "buses")
    shutil.copytree(EXAMPLE_FOLDER, own)
    assert [campaign.id for campaign in operators_campaigns(tmp_path)] == [
        DEFAULT_CAMPAIGN,
        "buses",
    ]
    settings = {"LETTERWRITER_INSTANCE": str(tmp_path), "LETTERWRITER_CAMPAIGN": "buses"}
    assert Settings.from_environment(settings).campaign == "buses"
    assert operators_campaign("buses", tmp_path).concerns == EXAMPLE.concerns
    (own / "frame.toml").unlink()
    with pytest.raises(FaultyFiles, match=r"campaigns/buses/frame.toml: is missing"):
        operators_campaigns(tmp_path)


def test_a_folder_of_no_campaign_is_told(tmp_path: Path) -> None:
    overlay_folder(tmp_path, DEFAULT_CAMPAIGN).mkdir(parents=True)
    assert [campaign.id for campaign in operators_campaigns(tmp_path)] == [DEFAULT_CAMPAIGN]
    overlay_folder(tmp_path, "restoring-ordre").mkdir()
    with pytest.raises(FaultyFiles, match="campaigns/restoring-ordre: is the folder of no camp"):
        operators_campaigns(tmp_path)
