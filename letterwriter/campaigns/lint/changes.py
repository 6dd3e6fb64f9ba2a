"""Whether "What is changing" can be read in two minutes and by everybody."""

from collections.abc import Iterator
from typing import Final

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.changes import WORDS_A_MINUTE, PartToday, sentences_of, split_sentences
from letterwriter.campaigns.lint.readability import HARDEST, grade
from letterwriter.files.faults import Fault
from letterwriter.text.word_split import words_of

MOST_MINUTES: Final = 2
LONGEST_TOLD: Final = 30  # words of each of a concern's two: two lines on a tablet


def check_changes(campaign: Campaign) -> Iterator[Fault]:
    """Facts on that page that are hard to read, all of it too long, concerns that say nothing."""
    ids = [id_ for part in campaign.changes for id_ in part.fact_ids]
    for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        yield Fault("campaign.toml", "changing", f'names the fact "{id_}" twice; once is enough')
    for id_ in dict.fromkeys(ids):
        level = grade(split_sentences(campaign.facts[id_].says))
        if level > HARDEST:
            what = (
                f"reads at grade {level:.1f}, and {HARDEST:.0f} is the most for what the page of "
                "changes shows: use shorter words or shorter sentences"
            )
            yield Fault("facts.toml", f"{id_}, says", what)
    yield from _length(campaign)
    yield from _concerns(campaign)


def _length(campaign: Campaign) -> Iterator[Fault]:
    """Too many words, where every fact may be told: the longest that the page can be."""
    parts = [
        PartToday(part.title, tuple(campaign.facts[id_] for id_ in part.fact_ids), waits=False)
        for part in campaign.changes
    ]
    count = sum(len(words_of(sentence)) for sentence in sentences_of(parts))
    most = MOST_MINUTES * WORDS_A_MINUTE
    if count > most:
        what = f"has {count} words; {most} are the most that is read in {MOST_MINUTES} minutes"
        yield Fault("campaign.toml", "changing", what)


def _concerns(campaign: Campaign) -> Iterator[Fault]:
    """Concerns that have facts and do not say how it stands, and what is too long to be shown."""
    for concern in campaign.concerns:
        file = f"concerns/{concern.id}.toml"
        if concern.fact_ids and not concern.stands:
            yield Fault(file, "stands", "is missing: how this stands, in one sentence")
        for key, text in (("about", concern.about), ("stands", concern.stands)):
            if (count := len(words_of(text))) > LONGEST_TOLD:
                yield Fault(file, key, f"has {count} words; shorten it to {LONGEST_TOLD}")
