"""What ``letterwriter check --inbox`` prints: ten letters to one member, laid side by side."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import Final

import click

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.inbox import AIMS, Inbox, Measured, Setting
from letterwriter.letters.simulation import simulated_addressee
from letterwriter.packs.variations import Variations
from letterwriter.parliament.members import Role
from letterwriter.text.clean_text import CleanText

INBOXES: Final = 40  # in each setting: 1,800 pairs of ten letters each
_STORIES: Final = (0, 15, 60)  # words
_SIGNED: Final = 60  # letters of a pack to one member
_MOST_IN_PACK: Final = 0.45  # of shingles, at the 99th percentile


def report_inbox(
    campaign: Campaign, today: date, stories: Sequence[CleanText], letters: int, seed: int
) -> Iterator[str]:
    """Print what is found for each role and setting, and yield what is past an aim."""
    for role in Role:
        for setting in Setting:
            for words in _STORIES:
                told = _stories(stories, words)
                random = Random(f"{seed} {role} {setting} {words}")  # noqa: S311  # no secret
                inbox = Inbox(campaign, role, today, random)
                measured = Measured()
                for _ in range(INBOXES):
                    measured.add(inbox.letters(setting, letters, told))
                at = f"{role.value}, {setting.value}, stories of {words} words"
                click.echo(f"{at}: {_line(measured)}")
                yield from (
                    f"{campaign.id}: {at}: {what}" for what in measured.missed(AIMS[setting])
                )
    yield from _report_pack(campaign, today, seed)


def _stories(stories: Sequence[CleanText], words: int) -> list[CleanText]:
    """Stories of so many words, cut from longer ones where need be."""
    cut = (CleanText(" ".join(story.split()[:words])) for story in stories)
    return [story for story in cut if words and len(story.split()) == words]


def _line(measured: Measured) -> str:
    pairs = measured.pairs or 1
    return (
        f"{measured.sharing / pairs:.0%} of pairs share a run, "
        f"{measured.three_sentences / pairs:.0%} three sentences; "
        f"one run in {measured.middle_copies} letters (at worst {max(measured.copies)}); shingles "
        f"95th {measured.score(0.95):.2f}, 99th {measured.score(0.99):.2f}, "
        f"worst {measured.score(1):.2f}"
    )


def _report_pack(campaign: Campaign, today: date, seed: int) -> Iterator[str]:
    """Letters to sign at a table, to one member: those have no story."""
    to = simulated_addressee(Role.BACKBENCHER)
    random = Random(seed)  # noqa: S311  # no secret
    measured = Measured()
    measured.add(Variations(campaign, to, today, random).letters_to_sign(_SIGNED).letters)
    click.echo(f"{_SIGNED} letters to sign: {_line(measured)}")
    if (score := measured.score(0.99)) > _MOST_IN_PACK:
        yield (
            f"{campaign.id}: {_SIGNED} letters to sign: shingles at the 99th percentile "
            f"{score:.2f}, at most {_MOST_IN_PACK:.2f}"
        )
