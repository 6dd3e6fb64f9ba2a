"""Where each of a campaign's texts stands in its files, for those who tell of faults."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from letterwriter.domain.campaign import Campaign
from letterwriter.domain.fault import Fault
from letterwriter.domain.passage import Passage

# What the slots about a letter are filled with to measure and to show wordings.
LETTER_SLOTS = {"constituency": "Manchester Rusholme", "mp_name": "Lucy Powell", "council": "Leeds"}


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

    def wordings(self) -> Iterator[tuple[int, int, str]]:
        """Every wording with its sentence and its number, from 0."""
        for i, sentence in enumerate(self.passage.sentences):
            for j, wording in enumerate(sentence):
                yield i, j, wording


def places(campaign: Campaign) -> Iterator[Place]:
    """Every passage that can stand in a letter, and the labels that people choose by."""
    frame = campaign.frame
    yield Place("opening", "frame.toml", "opening", frame.opening)
    yield Place("opening-vacant", "frame.toml", "opening-vacant", frame.opening_vacant)
    yield Place("thanks", "frame.toml", "thanks", frame.thanks)
    yield Place("reply", "frame.toml", "reply-by-email", frame.reply_by_email)
    yield Place("reply", "frame.toml", "reply-by-post", frame.reply_by_post)
    for concern in campaign.concerns:
        file = f"concerns/{concern.id}.toml"
        yield Place("label", file, "label", _only(concern.label), concern.fact_ids)
        yield Place("concern", file, "", concern.passage, concern.fact_ids)
    for ask in campaign.asks:
        key = f"ask {ask.id}"
        yield Place("label", "asks.toml", f"{key}, label", _only(ask.label), ask.fact_ids)
        yield Place("ask", "asks.toml", key, ask.passage, ask.fact_ids)


def asides(campaign: Campaign) -> Iterator[Place]:
    """The texts round the letter: what the pages and the posters say."""
    for key in ("title", "subject", "summary", "poster_text"):
        yield Place("aside", "campaign.toml", key, _only(getattr(campaign, key)))
    for prompt in campaign.prompts:
        for key in ("label", "question", "hint", "example", "lead_in"):
            place = f"prompt {prompt.id}, {key}"
            yield Place("aside", "prompts.toml", place, _only(getattr(prompt, key)))
    for fact in campaign.facts.values():
        yield Place("aside", "facts.toml", f"{fact.id}, says", _only(fact.says))


def lasting(campaign: Campaign) -> Iterator[Place]:
    """Every text that goes out with letters, on whatever day: not the questions and examples."""
    yield from places(campaign)
    for place in asides(campaign):
        if place.file == "campaign.toml" or place.key.endswith("lead_in"):
            yield place


def spoken(campaign: Campaign) -> Iterator[Place]:
    """Every run of sentences that stands together in a letter, each reply after the thanks."""
    frame = campaign.frame
    for place in places(campaign):
        if place.kind not in {"thanks", "reply", "label"}:
            yield place
    for key, reply in (("email", frame.reply_by_email), ("post", frame.reply_by_post)):
        together = Passage(frame.thanks.sentences + reply.sentences)
        yield Place("thanks", "frame.toml", f"thanks and reply-by-{key}", together)


def neighbours(place: Place) -> Iterator[tuple[str, str]]:
    """Every two wordings that can stand side by side: ``("1.2 + 2.4", "This. And that.")``."""
    for first, (one, other) in enumerate(pairwise(place.passage.sentences), 1):
        for (i, before), (j, after) in product(enumerate(one, 1), enumerate(other, 1)):
            yield f"{first}.{i} + {first + 1}.{j}", f"{before} {after}"


def _only(text: str) -> Passage:
    return Passage(((text,),))
