"""What is wrong with a campaign's words, for the people who write them.

Each check reads the passages of a campaign with the place where they stand, and
yields faults that say where, what, and how to fix it.
"""

from collections.abc import Iterator
from datetime import date

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.lint.asks import check_asks
from letterwriter.campaigns.lint.changes import check_changes
from letterwriter.campaigns.lint.house_style import HouseStyle
from letterwriter.campaigns.lint.lasting import check_lasting
from letterwriter.campaigns.lint.wordings import (
    check_copies,
    check_lengths,
    check_neighbours,
    check_reading,
    check_siblings,
    check_undated,
    check_unfilled,
    check_wordings,
    check_words,
)
from letterwriter.campaigns.review_dates import overdue
from letterwriter.campaigns.texts import (
    CONCERN_KINDS,
    FIRST_SLOTS,
    LETTER_SLOTS,
    CampaignText,
    texts_around_letters,
    texts_in_letters,
    texts_of_again,
    texts_of_choices,
    texts_of_subjects,
    texts_sent,
    texts_to_editors,
)
from letterwriter.files.faults import Fault
from letterwriter.text.passage import Passage, Slots, slots_of

# Wordings of a sentence: ten where most letters pass, so that ten of them in an office differ.
FEWEST = {
    "opening": 10,
    "opening-by-role": 5,
    "thanks": 10,
    "thanks-by-role": 5,
    "reply": 8,
    "suggested": 10,
    "concern": 5,
    "concern-by-role": 5,
    "evergreen": 5,
    "ask": 5,
    "again": 4,
    "editor": 4,
    "label": 1,
    "told": 1,
}
FEWEST_SUBJECTS = 8
MOST_SENTENCES = 3  # of a concern


def check_campaign(campaign: Campaign, today: date, style: HouseStyle) -> list[Fault]:
    """Everything wrong with a campaign on a day, sorted by file."""
    faults = [*_addresses(campaign), *overdue(campaign, today), *_choices(campaign)]
    faults += [*check_lasting(campaign), *check_asks(campaign), *check_changes(campaign)]
    slots = campaign.figures | LETTER_SLOTS
    for place in texts_of_subjects(campaign):
        named = slots | {"topic": "family reunion"}
        faults += [*check_words(place, style, named), *check_wordings(place, named)]
        faults += _read_whole(place, named)
    for place in (*texts_in_letters(campaign), *texts_of_choices(campaign)):
        faults += [*_fact_ids(place, campaign), *_counts(place)]
        faults += [*check_words(place, style, slots), *check_wordings(place, slots)]
        faults += _read_whole(place, slots)
    for place in (*texts_of_again(campaign), *texts_to_editors(campaign)):
        first = slots | FIRST_SLOTS
        faults += [*_counts(place), *check_words(place, style, first)]
        faults += [*check_wordings(place, first), *_read_whole(place, first)]
    faults += _copies(campaign, slots)
    for place in texts_around_letters(campaign):
        faults += [*check_words(place, style, slots), *check_unfilled(place)]
    for place in texts_sent(campaign):
        faults += check_undated(place, style)
    return sorted(faults)


def _read_whole(place: CampaignText, slots: Slots) -> Iterator[Fault]:
    """What can be checked in a passage once its slots are filled."""
    if all(slots_of(wording) <= slots.keys() for _, _, wording in place.wordings()):
        yield from check_lengths(place, slots)
        if place.kind != "label":
            yield from check_reading(place, slots)
            yield from check_siblings(place, slots)
    if place.kind != "label":
        yield from check_neighbours(place)


def _copies(campaign: Campaign, slots: Slots) -> Iterator[Fault]:
    """Concerns or their labels that are those of another file."""
    in_files = [place for place in texts_in_letters(campaign) if place.file.startswith("concerns/")]
    whole = [place for place in in_files if place.kind in {"concern", "suggested"}]
    yield from check_copies(whole, slots)
    labels: dict[Passage, str] = {}
    for place in in_files:
        if place.key != "label":
            continue
        if place.passage in labels:
            yield place.fault(f"is that of {labels[place.passage]}: people could not choose")
        labels.setdefault(place.passage, place.file)


def _addresses(campaign: Campaign) -> Iterator[Fault]:
    for fact in campaign.facts.values():
        if not fact.url.startswith("https://"):
            yield Fault("facts.toml", f"{fact.id}, url", "should begin with https://")


def _choices(campaign: Campaign) -> Iterator[Fault]:
    """Ids that occur twice, and roles that nothing can be asked of."""
    for file, ids in (
        ("prompts.toml", [prompt.id for prompt in campaign.prompts]),
        ("asks.toml", [ask.id for ask in campaign.asks]),
    ):
        for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            yield Fault(file, id_, "stands here twice; give each an id of its own")
    if len(set(campaign.subjects)) < FEWEST_SUBJECTS:
        what = f"has {len(set(campaign.subjects))} different ones; write {FEWEST_SUBJECTS}"
        yield Fault("campaign.toml", "subjects", what)
    if all("{topic}" in subject for subject in campaign.subjects):
        what = "all name a {topic}, and a letter may be without concerns: add some that do not"
        yield Fault("campaign.toml", "subjects", what)


def _fact_ids(place: CampaignText, campaign: Campaign) -> Iterator[Fault]:
    for fact_id in place.fact_ids:
        if fact_id not in campaign.facts:
            yield place.fault(f'names the fact "{fact_id}", which is not in facts.toml')
    used = {
        s.partition(".")[0]
        for sentence in place.passage.sentences
        for w in sentence
        for s in slots_of(w)
        if "." in s
    }
    fix = "add it to its facts"
    if place.file == "frame.toml":
        fix = "it stands in every letter and could not be left out once that is past: remove it"
    for fact_id in sorted(used & campaign.facts.keys() - set(place.fact_ids)):
        yield place.fault(f'prints a figure of the fact "{fact_id}"; {fix}')


def _counts(place: CampaignText) -> Iterator[Fault]:
    wanted = FEWEST[place.kind]
    count = len(place.passage.sentences)
    if place.kind in CONCERN_KINDS and not 1 <= count <= MOST_SENTENCES:
        yield place.fault(f"has {count} sentences; a concern has one to three")
    for i, sentence in enumerate(place.passage.sentences):
        if len(set(sentence)) < wanted:
            yield place.fault(f"has {len(set(sentence))} different wordings; write {wanted}", i)
