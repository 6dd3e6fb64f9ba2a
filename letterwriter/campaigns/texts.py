"""Where each of a campaign's texts stands in its files, so that a fault can name the place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from letterwriter.campaigns.campaign import Campaign, Concern
from letterwriter.campaigns.changes import split_sentences
from letterwriter.campaigns.editor import FILE
from letterwriter.campaigns.role_passage import RolePassage
from letterwriter.files.faults import Fault
from letterwriter.files.messages import message
from letterwriter.text.passage import Passage

# What the slots about a letter are filled with to measure and to show wordings.
LETTER_SLOTS = {"constituency": "Manchester Rusholme", "mp_name": "Lucy Powell", "council": "Leeds"}
# What those about the first letter are filled with, in the letters that follow one.
FIRST_SLOTS = {
    "first-date": "the first Monday in May",
    "first-ask": "Will you?",
}
CONCERN_KINDS = frozenset({"concern", "suggested", "evergreen", "concern-by-role"})  # kinds


@dataclass(frozen=True, slots=True)
class CampaignText:
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


def texts_in_letters(campaign: Campaign) -> Iterator[CampaignText]:
    """Every passage that can stand in a letter, and the labels that people choose by."""
    frame = campaign.frame
    yield from _by_role("opening", "frame.toml", frame.opening)
    yield from _by_role("thanks", "frame.toml", frame.thanks)
    yield CampaignText("reply", "frame.toml", "reply", frame.reply)
    yield CampaignText("reply", "frame.toml", "reply-by-email", frame.reply_by_email)
    for concern in campaign.concerns:
        yield from _of_concern(concern)
    for ask in campaign.asks:
        key = f"ask {ask.id}"
        yield CampaignText("label", "asks.toml", f"{key}, label", _only(ask.label), ask.fact_ids)
        yield CampaignText("ask", "asks.toml", key, ask.passage, ask.fact_ids)


def _by_role(kind: str, file: str, passage: RolePassage) -> Iterator[CampaignText]:
    for name, words in passage.all:
        yield CampaignText(
            f"{kind}{'-by-role' * bool(name)}", file, f"{kind}-{name}" if name else kind, words
        )


def _of_concern(concern: Concern) -> Iterator[CampaignText]:
    """Its label and topic, its words, and those without figures, for each role that has its own."""
    file, facts = f"concerns/{concern.id}.toml", concern.fact_ids
    yield CampaignText("label", file, "label", _only(concern.label), facts)
    yield CampaignText("label", file, "topic", _only(concern.topic))
    kind = "suggested" if concern.suggested else "concern"
    for name, words in concern.passage.all:
        yield CampaignText("concern-by-role" if name else kind, file, name, words, facts)
    for name, words in concern.evergreen.all if concern.evergreen else ():
        key = f"evergreen, {name}" if name else "evergreen"
        yield CampaignText("concern-by-role" if name else "evergreen", file, key, words)


def texts_of_again(campaign: Campaign) -> Iterator[CampaignText]:
    """Every passage of second letters."""
    for case in campaign.again:
        file = f"again/{case.id}.toml"
        yield CampaignText("label", file, "label", _only(case.label))
        for key, passage in (
            ("opening", case.opening),
            ("asked", case.asked),
            ("request", case.request),
        ):
            for name, words in passage.all:
                yield CampaignText("again", file, f"{key}, {name}" if name else key, words)


def texts_to_editors(campaign: Campaign) -> Iterator[CampaignText]:
    """What stands round the writer's words in a letter to a newspaper."""
    for key, words in campaign.editor.all if campaign.editor else ():
        yield CampaignText("editor", FILE, key, words)


def texts_of_choices(campaign: Campaign) -> Iterator[CampaignText]:
    """What is told of a concern before somebody chooses it."""
    for concern in campaign.concerns:
        file = f"concerns/{concern.id}.toml"
        yield CampaignText("told", file, "about", _by_sentence(concern.about))
        if concern.stands:
            yield CampaignText(
                "told", file, "stands", _by_sentence(concern.stands), concern.fact_ids
            )


def texts_of_subjects(campaign: Campaign) -> Iterator[CampaignText]:
    """The subjects of emails."""
    for key, subjects in (
        ("subjects", campaign.subjects),
        ("again_subjects", campaign.again_subjects),
    ):
        for i, subject in enumerate(subjects, 1):
            yield CampaignText("label", "campaign.toml", f"{key} {i}", _only(subject))


def texts_around_letters(campaign: Campaign) -> Iterator[CampaignText]:
    """The texts round the letter: what the pages and the posters say."""
    for key in ("title", "summary", "poster_text"):
        yield CampaignText("aside", "campaign.toml", key, _only(getattr(campaign, key)))
    for i, part in enumerate(campaign.changes, 1):
        yield CampaignText("aside", "campaign.toml", f"changing {i}, title", _only(part.title))
    yield from _of_its_page(campaign)
    for prompt in campaign.prompts:
        for key in ("label", "question", "hint", "example", "lead_in"):
            place = f"prompt {prompt.id}, {key}"
            yield CampaignText("aside", "prompts.toml", place, _only(getattr(prompt, key)))
    for fact in campaign.facts.values():
        yield CampaignText("aside", "facts.toml", f"{fact.id}, says", _only(fact.says))


def _of_its_page(campaign: Campaign) -> Iterator[CampaignText]:
    if letter := campaign.open_letter:
        for key, text in (("title", letter.title), ("join", letter.join)):
            yield CampaignText("aside", "campaign.toml", f"open_letter, {key}", _only(text))
        for i, text in enumerate(letter.paragraphs, 1):
            place = f"open_letter, paragraphs {i}"
            yield CampaignText("aside", "campaign.toml", place, _only(text))
    for i, reading in enumerate(campaign.further_reading, 1):
        place = f"find_out_more {i}, says"
        yield CampaignText("aside", "campaign.toml", place, _only(reading.says))


def texts_sent(campaign: Campaign) -> Iterator[CampaignText]:
    """Every text that goes out with letters, on whatever day: not the questions and examples."""
    yield from texts_in_letters(campaign)
    yield from texts_of_choices(campaign)
    yield from texts_of_subjects(campaign)
    yield from texts_of_again(campaign)
    yield from texts_to_editors(campaign)
    for place in texts_around_letters(campaign):
        if place.file == "campaign.toml" or place.key.endswith("lead_in"):
            yield place


def runs_of_sentences(campaign: Campaign) -> Iterator[CampaignText]:
    """Every run of sentences that stands together in a letter, each reply after the thanks."""
    frame = campaign.frame
    for place in texts_in_letters(campaign):
        if not place.kind.startswith("thanks") and place.kind not in {"reply", "label"}:
            yield place
    for key, reply in (("reply", frame.reply), ("reply-by-email", frame.reply_by_email)):
        for name, thanks in frame.thanks.all:
            together = Passage(thanks.sentences + reply.sentences)
            at = f"thanks-{name}" if name else "thanks"
            yield CampaignText("thanks", "frame.toml", f"{at} and {key}", together)


def story_ends() -> tuple[str, ...]:
    """What may stand before a concern, to see how it goes on."""
    return (message("preview", "story-end-asked"), message("preview", "story-end-plain"))


def neighbouring_wordings(place: CampaignText) -> Iterator[tuple[str, str]]:
    """Every two wordings that can stand side by side: ``("1.2 + 2.4", "This. And that.")``."""
    for first, (one, other) in enumerate(pairwise(place.passage.sentences), 1):
        for (i, before), (j, after) in product(enumerate(one, 1), enumerate(other, 1)):
            yield f"{first}.{i} + {first + 1}.{j}", f"{before} {after}"


def _by_sentence(text: str) -> Passage:
    return Passage(tuple((sentence,) for sentence in split_sentences(text)))


def _only(text: str) -> Passage:
    return Passage(((text,),))
