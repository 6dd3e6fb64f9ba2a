"""A letter to the editor of a local paper, made from one to the MP.

It is for everybody to read: shorter, without the MP's block, and with the writer's address for the
editor alone. Its twin is static/js/engine/editor_letter.js.
"""

from typing import Final, NamedTuple

from letterwriter.campaigns.campaign import Campaign
from letterwriter.documents.text import with_comma
from letterwriter.files.messages import message
from letterwriter.letters.composer import is_again
from letterwriter.letters.letter import Kind, Letter
from letterwriter.parliament.addressee import Addressee
from letterwriter.text.clean_text import CleanText
from letterwriter.text.passage import Passage, Slots
from letterwriter.text.word_split import words_of

_OWN: Final = (Kind.STORY, Kind.OWN)


class EditorLetter(NamedTuple):
    """The text with LF line ends, and how many words of it would be printed."""

    text: str
    words: int


def may_be_public(letter: Letter, campaign: Campaign) -> bool:
    """Whether a letter to the editor is offered: to nobody who tells of being in the system."""
    told = {p.id for p in letter.standing if p.kind is Kind.STORY}
    if campaign.editor is None or is_again(letter):
        return False
    return not told & campaign.private_prompts


def editor_letter(
    letter: Letter, campaign: Campaign, to: Addressee, town: CleanText
) -> EditorLetter:
    """The writer's own words, the first concern, name and town.

    Raises ValueError where the campaign has no words for it.
    """
    if campaign.editor is None:
        raise ValueError(campaign.id)
    place = sum(sum(p.choice) for p in letter.standing)  # stays put for the same letter
    own = [text for p in letter.standing if p.kind in _OWN for text in p.printed]
    concern = [p.text for p in letter.standing if p.kind is Kind.CONCERN][:1]
    signed = [line for line in (letter.name, town) if line]
    address = [line for line in letter.sender if line != letter.name]
    private = [message("followup", "not-for-publication"), *address] if address else []
    printed = [
        with_comma(CleanText(message("followup", "dear-editor"))),
        _said(campaign.editor.opening.for_role(to.role), place, to.slots),
        *own,
        *concern,
        _said(campaign.editor.close, place, to.slots),
        "\n".join(signed),
    ]
    blocks = [block for block in (*printed, "\n".join(private)) if block]
    return EditorLetter("\n\n".join(blocks) + "\n", len(words_of(" ".join(printed))))


def _said(passage: Passage, place: int, slots: Slots) -> str:
    return passage.render(tuple(place for _ in passage.sentences), slots)
