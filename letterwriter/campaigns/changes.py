"""What is changing: the campaign's facts in parts, told before a person begins to write."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from letterwriter.campaigns.campaign import Campaign, Fact

WORDS_A_MINUTE: Final = 238  # of silent reading: Brysbaert (2019), a mean of 190 studies
_SENTENCE_END: Final = re.compile(r"(?<=[.!?]) +(?=\W?[A-Z])")


@dataclass(frozen=True, slots=True)
class PartToday:
    """A part as it can be told on a day: the facts that are true and in date.

    ``waits`` says that a fact of it is past its review date and left out.
    """

    title: str
    facts: tuple[Fact, ...]
    waits: bool


def changes_on(campaign: Campaign, today: date) -> tuple[PartToday, ...]:
    """What is changing, as letters on that day may say it; no part before its first fact is."""
    parts = []
    for part in campaign.changes:
        facts = [campaign.facts[id_] for id_ in part.fact_ids]
        told = tuple(fact for fact in facts if fact.in_date(today))
        waits = any(fact.review_by < today for fact in facts)
        if told or waits:
            parts.append(PartToday(part.title, told, waits))
    return tuple(parts)


def sentences_of(parts: Sequence[PartToday]) -> Iterator[str]:
    """All that is read there, a sentence each, titles too; sources are not."""
    for part in parts:
        yield part.title
        for fact in part.facts:
            yield from split_sentences(fact.says)


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, each with its full stop."""
    return _SENTENCE_END.split(text)
