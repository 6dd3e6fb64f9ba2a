"""The worked example of docs/writing-a-campaign.md: it works, and the guide shows it as it is."""

import re
from datetime import date
from pathlib import Path
from random import Random

import pytest

from letterwriter.campaigns.lint import asks, rules
from letterwriter.campaigns.lint.house_style import load_house_style
from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.role_passage import ROLE_NAMES
from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.parliament.addressee import Addressee, addressee
from letterwriter.parliament.members import Role
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA
from letterwriter.text.cleaning import clean

TODAY = date(2026, 11, 22)
EXAMPLE = Path(__file__).parents[2] / "example_campaign"
GUIDE = (Path(__file__).parents[3] / "docs" / "writing-a-campaign.md").read_text("utf-8")
CONCERNS = {"last-bus", "no-say"}
FILES = {path.name: path.read_text("utf-8") for path in sorted(EXAMPLE.rglob("*.toml"))}


def test_the_example_has_nothing_to_mend() -> None:
    faults = rules.check_campaign(load_campaign(EXAMPLE), TODAY, load_house_style(EXAMPLE))
    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("snippet", re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL))
def test_what_the_guide_shows_is_in_the_example(snippet: str) -> None:
    assert any(snippet in words for words in FILES.values())


def test_the_guide_names_every_file_and_key_of_the_example() -> None:
    keys = re.findall(r"^(\w+) = ", "\n".join(FILES.values()), re.MULTILINE)
    tables = re.findall(r"^\[[\w-]+\]$", FILES["campaign.toml"] + FILES["frame.toml"], re.MULTILINE)
    files = FILES.keys() - {f"{id_}.toml" for id_ in CONCERNS}
    named = {*files, *keys, *tables}
    assert [name for name in sorted(named) if name not in GUIDE] == []


def test_the_guide_has_the_numbers_of_wordings_that_check_goes_by() -> None:
    fewest = rules.FEWEST
    wanted = {
        "`[opening]` and `[thanks]`": {fewest["opening"], fewest["thanks"]},
        "`[reply]` and `[reply-by-email]`": {fewest["reply"]},
        "a concern that is suggested": {fewest["suggested"]},
        "any other concern": {fewest["concern"]},
        "`[[evergreen]]` words of a concern": {fewest["evergreen"]},
        "the words for a role or a group": {
            fewest[f"{kind}-by-role"] for kind in ("concern", "opening", "thanks")
        },
        "the first ask that fits a role": {asks.FEWEST_FIRST},
        "any other ask": {fewest["ask"]},
    }
    told = GUIDE.partition("| what | wordings of each sentence, at least |\n| --- | --- |\n")[2]
    rows = (line.strip("| ").split(" | ") for line in told.partition("\n\n")[0].splitlines())
    assert {what: {int(number)} for what, number in rows} == wanted
    assert rules.FEWEST_SUBJECTS == 8
    assert "at least eight" in GUIDE


def test_the_guide_names_every_role_and_group() -> None:
    assert [name for name in ROLE_NAMES if f"`{name}`" not in GUIDE] == []


def recipients() -> list[Addressee]:
    """Everybody who can be written to, and one of each role."""
    parliament = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
    found = [to for seat in parliament if (to := addressee(seat, parliament))]
    return found + [Addressee(found[0].member, role, found[0].constituency) for role in Role]


@pytest.mark.parametrize("today", [TODAY, date(2040, 1, 1)], ids=["in date", "long after"])
def test_a_letter_can_be_made_of_the_example(today: date) -> None:
    campaign = load_campaign(EXAMPLE)
    for to in recipients():
        offered = [concern.id for concern in campaign.concerns_on(today)]
        assert set(offered) == CONCERNS
        ask = campaign.asks_on(today, to.role, offered)[0]
        stories = (Story("get-to-work", clean("I clean.")),)
        answers = Answers(Sender(clean("Jo Bloggs")), stories, tuple(offered), ask.id)
        letter = Composer(campaign, to, today).assemble(answers, Random(1))
        kinds = ["opening", "story", "concern", "concern", "ask", "thanks"]
        assert [p.kind for p in letter.standing] == kinds
        assert "{" not in "".join(letter.body)
        assert ("120" in "".join(letter.body)) == (today == TODAY)
