"""Asks that a reader could not make sense of where they stand."""

import re
from collections.abc import Iterator
from typing import Final

from letterwriter.campaigns.campaign import Ask, Campaign
from letterwriter.files.faults import Fault
from letterwriter.parliament.members import Role

FEWEST_FIRST: Final = 10  # wordings of the first ask that fits a role: a short letter has that one

# Words that lean on a sentence before: "this change", "do the same".
_LEANING: Final = re.compile(
    r"\b(?:this|these|those|such an?|the same|do so|doing so)\b"
    r"(?! (?:letter|government|House|country|Bill|Parliament|points|concerns|matters?)\b)",
    re.IGNORECASE,
)


def check_asks(campaign: Campaign) -> Iterator[Fault]:
    """Asks that may stand alone and do not, and those that no concern can bring."""
    known = {concern.id for concern in campaign.concerns}
    for ask in campaign.asks:
        yield from _concerns(ask, known)
        if ask.whole:
            yield from _leaning(ask)
    yield from _first(campaign)


def _concerns(ask: Ask, known: set[str]) -> Iterator[Fault]:
    for id_ in ask.concern_ids:
        if id_ not in known:
            yield _fault(ask, "concerns", f'names the concern "{id_}", which has no file')
    if not ask.whole and not known & set(ask.concern_ids):
        what = "is false, and no concern brings it: name those that say what it is about"
        yield _fault(ask, "whole", what)


def _leaning(ask: Ask) -> Iterator[Fault]:
    first = ask.passage.sentences[:1]
    for j, wording in enumerate(first[0] if first else (), 1):
        if found := _LEANING.search(wording):
            what = (
                f'says "{found[0]}", and nothing before it says what that is: name it in full, '
                "or set whole to false and name the concerns that say it"
            )
            yield _fault(ask, f"sentence 1, wording {j}", what)


def _first(campaign: Campaign) -> Iterator[Fault]:
    """What a short letter asks stands in most letters, so it needs the most wordings."""
    firsts = {next((a for a in campaign.asks if role in a.roles), None) for role in Role}
    for ask in campaign.asks:
        fewest = min((len(set(sentence)) for sentence in ask.passage.sentences), default=0)
        if ask in firsts and fewest < FEWEST_FIRST:
            what = f"comes first for a role and has {fewest} wordings; write {FEWEST_FIRST}"
            yield _fault(ask, "sentences", what)


def _fault(ask: Ask, key: str, what: str) -> Fault:
    return Fault("asks.toml", f"ask {ask.id}, {key}", what)
