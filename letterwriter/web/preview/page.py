"""What the page of the preview shows: the list of passages, and the one that was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.texts import CampaignText
from letterwriter.files.faults import Fault
from letterwriter.web.preview.passages import (
    Piece,
    all_slots,
    all_texts,
    befores,
    faults_at,
    in_no_passage,
    paragraph,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A passage in the list: where it is, and how much is wrong in it."""

    id: str
    key: str
    faults: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording to choose, with what is wrong with it."""

    text: tuple[Piece, ...]
    faults: Sequence[str]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The passage that was chosen, and the paragraph that the chosen wordings make."""

    place: CampaignText
    faults: Sequence[str]
    before: Sequence[str]
    before_chosen: int
    sentences: Sequence[tuple[Sequence[str], Sequence[Wording]]]  # what is wrong, and the wordings
    paragraph: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """All of it."""

    files: Sequence[tuple[str, Sequence[Listed]]]
    shown: Shown
    id: str
    elsewhere: Sequence[Fault]


def preview_page(
    campaign: Campaign, faults: Sequence[Fault], asked: Mapping[str, str]
) -> PreviewPage:
    """The page for an address: ``at`` is a passage, ``before`` and ``s1`` are choices by number.

    What is none, or is none any more, is the first.
    """
    texts = all_texts(campaign)
    listed = [
        (place.file, Listed(_id(place), place.key or place.kind, _count(place, faults)))
        for place in texts
    ]
    files = [
        (file, [each for _, each in pairs])
        for file, pairs in groupby(listed, key=lambda pair: pair[0])
    ]
    chosen = next((each for each in texts if _id(each) == asked.get("at")), texts[0])
    shown = _shown(campaign, chosen, faults, asked)
    return PreviewPage(files, shown, _id(chosen), in_no_passage(texts, faults))


def _id(place: CampaignText) -> str:
    """What names a passage in an address, though others are added and taken away."""
    return f"{place.file} {place.key}".strip()


def _count(place: CampaignText, faults: Sequence[Fault]) -> int:
    return sum(map(len, faults_at(place, faults).values()))


def _number(text: str, count: int) -> int:
    plain = text.isascii() and text.isdecimal() and len(text) < 6
    return int(text) if plain and int(text) < count else 0


def _shown(
    campaign: Campaign, place: CampaignText, faults: Sequence[Fault], asked: Mapping[str, str]
) -> Shown:
    wrong, slots = faults_at(place, faults), all_slots(campaign)
    before = befores(campaign, place)
    before_chosen = _number(asked.get("before", ""), len(before))
    sentences, chosen = [], before[before_chosen : before_chosen + 1]
    for i, wordings in enumerate(place.passage.sentences, 1):
        choice = _number(asked.get(f"s{i}", ""), len(wordings))
        chosen += wordings[choice : choice + 1]
        told = [
            Wording(tuple(paragraph([text], slots)), wrong.get(f"{i}.{j}", ()), j == choice + 1)
            for j, text in enumerate(wordings, 1)
        ]
        sentences.append((wrong.get(str(i), ()), told))
    return Shown(
        place, wrong.get("", ()), before, before_chosen, sentences, tuple(paragraph(chosen, slots))
    )
