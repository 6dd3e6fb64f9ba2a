"""A campaign's passages, what is wrong in each, and a paragraph of chosen wordings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.texts import (
    CONCERN_KINDS,
    LETTER_SLOTS,
    CampaignText,
    story_ends,
    texts_around_letters,
    texts_in_letters,
    texts_of_subjects,
)
from letterwriter.files.faults import Fault
from letterwriter.text.passage import SLOT, Slots

_JOIN_WORDS = 2  # on either side of where two sentences meet


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a paragraph: ``kind`` is "join", "figure", "missing" or "" for all else."""

    text: str
    kind: str = ""


def all_texts(campaign: Campaign) -> list[CampaignText]:
    """Every passage that people meet, in the order of the files."""
    found = [
        *texts_in_letters(campaign),
        *texts_of_subjects(campaign),
        *texts_around_letters(campaign),
    ]
    return [text for text in found if any(text.passage.sentences)]


def faults_at(place: CampaignText, faults: Sequence[Fault]) -> dict[str, list[str]]:
    """What is wrong in a passage: by "2.3" for sentence and wording, by "2", or "" for all."""
    told: dict[str, list[str]] = {}
    for fault in faults:
        if fault.file == place.file and (at := _place_within(place, fault.key)) is not None:
            told.setdefault(at, []).append(fault.what)
    return told


def _place_within(place: CampaignText, key: str) -> str | None:
    """Where in a passage the key of a fault leads: "2.3", "2" or ""; None where it is elsewhere."""
    if key == place.key:
        return ""
    start = f"{place.key}, " if place.key else ""
    if not key.startswith(f"{start}sentence "):
        return None
    numbers = key.removeprefix(f"{start}sentence ").split(", wording ")
    return ".".join(numbers) if all(number.isdecimal() for number in numbers) else None


def in_no_passage(texts: Sequence[CampaignText], faults: Sequence[Fault]) -> list[Fault]:
    """The faults that are in none of these passages, such as a missing file."""
    return [
        fault
        for fault in faults
        if not any(
            place.file == fault.file and _place_within(place, fault.key) is not None
            for place in texts
        )
    ]


def befores(campaign: Campaign, place: CampaignText) -> list[str]:
    """What may stand right before a passage in a letter, to see how it goes on."""
    if place.kind in CONCERN_KINDS:
        return list(story_ends())
    if place.kind == "ask":
        (ask,) = (ask for ask in campaign.asks if f"ask {ask.id}" == place.key)
        bring = [c for c in campaign.concerns if c.id in ask.concern_ids] or campaign.concerns[:1]
        return [c.passage.usual.sentences[-1][0] for c in bring]
    if place.kind.startswith("thanks"):
        return [ask.passage.sentences[-1][0] for ask in campaign.asks]
    if place.kind == "reply":
        return list(campaign.frame.thanks.usual.sentences[-1])
    return []


def paragraph(sentences: Sequence[str], slots: Slots) -> Iterator[Piece]:
    """Sentences as they stand in a letter, with the words at each join and the figures marked."""
    for number, sentence in enumerate(sentences):
        words = sentence.split(" ")
        first = _JOIN_WORDS if number else 0
        last = len(words) - (_JOIN_WORDS if number < len(sentences) - 1 else 0)
        for kind, part in (
            ("join", words[:first]),
            ("", words[first : max(first, last)]),
            ("join", words[max(first, last) :]),
        ):
            if part:
                yield from _filled(" ".join(part), kind, slots)
                yield Piece(" ", kind)


def _filled(text: str, kind: str, slots: Slots) -> Iterator[Piece]:
    """The text with its slots filled, each a piece of its own."""
    at = 0
    for found in SLOT.finditer(text):
        if found.start() > at:
            yield Piece(text[at : found.start()], kind)
        filled = slots.get(found[1])
        yield Piece(found[0], "missing") if filled is None else Piece(filled, "figure")
        at = found.end()
    if text[at:]:
        yield Piece(text[at:], kind)


def all_slots(campaign: Campaign) -> Slots:
    """What fills a wording: figures, and invented words about a letter."""
    return campaign.figures | LETTER_SLOTS | {"topic": campaign.concerns[0].topic}
