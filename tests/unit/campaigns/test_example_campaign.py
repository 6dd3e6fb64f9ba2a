"""The worked example of docs/writing-a-campaign.md: it works, and the guide shows it as it is."""

import re
from datetime import date
from pathlib import Path
from random import Random

import pytest

from letterwriter.campaigns.lint.house_style import load_house_style
from letterwriter.campaigns.lint.rules import check_campaign
from letterwriter.campaigns.loading import load_campaign
from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA
from letterwriter.text.cleaning import clean

TODAY = date(2026, 11, 22)
EXAMPLE = Path(__file__).parents[2] / "example_campaign"
GUIDE = (Path(__file__).parents[3] / "docs" / "writing-a-campaign.md").read_text("utf-8")
FILES = {path.name: path.read_text("utf-8") for path in sorted(EXAMPLE.rglob("*.toml"))}


def test_the_example_has_nothing_to_mend() -> None:
    faults = check_campaign(load_campaign(EXAMPLE), TODAY, load_house_style(EXAMPLE))
    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("snippet", re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL))
def test_what_the_guide_shows_is_in_the_example(snippet: str) -> None:
    assert any(snippet in words for words in FILES.values())


def test_the_guide_names_every_file_and_key_of_the_example() -> None:
    keys = re.findall(r"^(\w+) = ", "\n".join(FILES.values()), re.MULTILINE)
    tables = re.findall(r"^\[[\w-]+\]$", FILES["campaign.toml"] + FILES["frame.toml"], re.MULTILINE)
    named = {*(FILES.keys() - {"last-bus.toml"}), *keys, *tables}
    assert [name for name in sorted(named) if name not in GUIDE] == []


def test_a_letter_can_be_made_of_the_example() -> None:
    parliament = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    campaign = load_campaign(EXAMPLE)
    for seat in parliament:
        recipient = addressee(seat, parliament)
        assert recipient
        ask = campaign.asks_on(TODAY, recipient.role)[-1]
        answers = Answers(
            Sender(clean("Jo Bloggs")),
            (Story("get-to-work", clean("I clean.")),),
            ("last-bus",),
            ask.id,
        )
        letter = Composer(campaign, recipient).assemble(answers, TODAY, Random(1))
        assert [p.kind for p in letter.standing] == [
            "opening",
            "story",
            "concern",
            "ask",
            "thanks",
        ]
        assert "{" not in "".join(letter.body)
