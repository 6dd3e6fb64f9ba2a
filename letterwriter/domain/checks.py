"""What is wrong with a campaign's words, for the people who write them.

Each check reads the passages of a campaign with the place where they stand, and
yields faults that say where, what, and how to mend it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letterwriter.domain.campaign import Campaign
from letterwriter.domain.fault import Fault
from letterwriter.domain.own_words import words
from letterwriter.domain.parliament import Role
from letterwriter.domain.passage import SLOT, Passage, fill, slots_of

LETTER_SLOTS = {"constituency": "Manchester Rusholme", "mp_name": "Lucy Powell", "council": "Leeds"}
CONCERN_WORDS = range(45, 66)  # a paragraph this long leaves room for the writer's own
LONGEST_FRAME = 60  # words of an opening, an ask or a thanks, whatever wordings are picked
FEWEST = {
    "opening": 6,
    "opening-vacant": 4,
    "thanks": 6,
    "reply": 4,
    "concern": 4,
    "ask": 3,
    "label": 1,
}

# Digits, and number words that state a quantity which a source should back.
_FIGURE = re.compile(
    r"\d|\b(?:per ?cent|(?:hundred|thousand|million|billion)s?|dozens?|half|quarter|"
    r"eleven|twelve|thirteen|fifteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\[[^\]]*\]|\bXX+\b|\bTODO\b|lorem ipsum", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A passage, its kind (which decides its limits), and where it stands."""

    kind: str
    file: str
    key: str
    passage: Passage
    fact_ids: tuple[str, ...] = ()

    def fault(self, what: str, sentence: int = -1, wording: int = -1) -> Fault:
        """A fault at this place; ``sentence`` and ``wording`` count from 0."""
        parts = [self.key]
        parts += [f"sentence {sentence + 1}"] if sentence >= 0 else []
        parts += [f"wording {wording + 1}"] if wording >= 0 else []
        return Fault(self.file, ", ".join(part for part in parts if part), what)


def check(campaign: Campaign, today: date) -> list[Fault]:
    """Everything wrong with a campaign on a day, sorted by file."""
    faults = [*_facts(campaign, today), *_dates(campaign, today), *_choices(campaign)]
    slots = campaign.figures | LETTER_SLOTS
    for place in places(campaign):
        faults += [*_fact_ids(place, campaign), *_counts(place), *_wordings(place, slots)]
        if all(slots_of(w) <= slots.keys() for s in place.passage.sentences for w in s):
            faults += _lengths(place, slots)
    return sorted(faults)


def places(campaign: Campaign) -> Iterator[Place]:
    """Every passage of a campaign and where it stands in its files."""
    frame = campaign.frame
    yield Place("opening", "frame.toml", "opening", frame.opening)
    yield Place("opening-vacant", "frame.toml", "opening-vacant", frame.opening_vacant)
    yield Place("thanks", "frame.toml", "thanks", frame.thanks)
    yield Place("reply", "frame.toml", "reply-by-email", frame.reply_by_email)
    yield Place("reply", "frame.toml", "reply-by-post", frame.reply_by_post)
    for concern in campaign.concerns:
        file = f"concerns/{concern.id}.toml"
        yield Place("label", file, "label", Passage(((concern.label,),)), concern.fact_ids)
        yield Place("concern", file, "", concern.passage, concern.fact_ids)
    for ask in campaign.asks:
        key = f"ask {ask.id}"
        yield Place("label", "asks.toml", f"{key}, label", Passage(((ask.label,),)), ask.fact_ids)
        yield Place("ask", "asks.toml", key, ask.passage, ask.fact_ids)


def _facts(campaign: Campaign, today: date) -> Iterator[Fault]:
    for fact in campaign.facts.values():
        if not fact.in_date(today):
            what = f"was due for review by {fact.review_by}: look it up and date it anew"
            yield Fault("facts.toml", fact.id, f"{what} (source: {fact.source})")
        if not fact.url.startswith("https://"):
            yield Fault("facts.toml", f"{fact.id}, url", "should begin with https://")


def _dates(campaign: Campaign, today: date) -> Iterator[Fault]:
    for concern in campaign.concerns:
        if today > concern.review_by:
            what = (
                f"was to be reviewed by {concern.review_by}: read its facts again and date it anew"
            )
            yield Fault(f"concerns/{concern.id}.toml", "review_by", what)
    for ask in campaign.asks:
        if today > ask.review_by:
            what = f"was to be reviewed by {ask.review_by}: read its facts again and date it anew"
            yield Fault("asks.toml", f"ask {ask.id}, review_by", what)


def _choices(campaign: Campaign) -> Iterator[Fault]:
    """Ids that occur twice, and roles that nothing can be asked of."""
    for file, ids in (
        ("prompts.toml", [prompt.id for prompt in campaign.prompts]),
        ("asks.toml", [ask.id for ask in campaign.asks]),
    ):
        for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            yield Fault(file, id_, "stands here twice; give each an id of its own")
    for role in Role:
        if not any(role in ask.roles for ask in campaign.asks):
            yield Fault("asks.toml", "roles", f'no ask fits "{role.value}"; add one')


def _fact_ids(place: Place, campaign: Campaign) -> Iterator[Fault]:
    for fact_id in place.fact_ids:
        if fact_id not in campaign.facts:
            yield place.fault(f'names the fact "{fact_id}", which is not in facts.toml')
    if place.kind not in ("concern", "ask", "label"):
        return
    used = {
        s.partition(".")[0]
        for sentence in place.passage.sentences
        for w in sentence
        for s in slots_of(w)
        if "." in s
    }
    for fact_id in sorted(used & campaign.facts.keys() - set(place.fact_ids)):
        yield place.fault(f'prints a figure of the fact "{fact_id}"; add it to its facts')


def _counts(place: Place) -> Iterator[Fault]:
    wanted = FEWEST[place.kind]
    if place.kind == "concern" and len(place.passage.sentences) != 3:
        yield place.fault(f"has {len(place.passage.sentences)} sentences; a concern has three")
    for i, sentence in enumerate(place.passage.sentences):
        if len(set(sentence)) < wanted:
            yield place.fault(f"has {len(set(sentence))} different wordings; write {wanted}", i)


def _wordings(place: Place, slots: dict[str, str]) -> Iterator[Fault]:
    for i, sentence in enumerate(place.passage.sentences):
        for j, wording in enumerate(sentence):
            for slot in sorted(slots_of(wording) - slots.keys()):
                yield place.fault(f"has the slot {{{slot}}}, which nothing fills", i, j)
            plain = SLOT.sub("", wording)
            if "{" in plain or "}" in plain:
                yield place.fault(
                    "has a brace that is not part of a slot such as {fact.figure}", i, j
                )
            if found := _FIGURE.search(plain):
                what = f'says "{found[0]}": put the figure into facts.toml and write its slot here'
                yield place.fault(what, i, j)
            if found := _PLACEHOLDER.search(plain):
                yield place.fault(f'has the placeholder "{found[0]}"; write what is meant', i, j)


def _lengths(place: Place, slots: dict[str, str]) -> Iterator[Fault]:
    """The shortest and the longest paragraph that the wordings can make."""
    counts = [[len(words(fill(w, slots))) for w in s] for s in place.passage.sentences if s]
    shortest, longest = sum(map(min, counts)), sum(map(max, counts))
    if place.kind == "concern":
        if longest >= CONCERN_WORDS.stop:
            yield place.fault(f"can have {longest} words; shorten it to {CONCERN_WORDS.stop - 1}")
        if shortest < CONCERN_WORDS.start:
            yield place.fault(f"can have only {shortest} words; bring it to {CONCERN_WORDS.start}")
    elif longest > LONGEST_FRAME:
        yield place.fault(f"can have {longest} words; shorten it to {LONGEST_FRAME}")
