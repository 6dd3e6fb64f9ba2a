"""Putting a letter together, and putting it together again when the answers change."""

from datetime import date
from random import Random

from letterwriter.domain.addressee import Addressee
from letterwriter.domain.answers import Answers, Story
from letterwriter.domain.campaign import Campaign
from letterwriter.domain.letter import CLOSE, Kind, Letter, Paragraph, written_date
from letterwriter.domain.parliament import Role
from letterwriter.domain.passage import Choice, Passage, Slots


class Composer:
    """Makes the paragraphs of one letter: a campaign's words, for one addressee."""

    def __init__(self, campaign: Campaign, addressee: Addressee) -> None:
        self._campaign = campaign
        self._addressee = addressee
        self._slots: Slots = campaign.figures | addressee.slots
        self._passages = _passages(campaign)

    def assemble(self, answers: Answers, today: date, random: Random) -> Letter:
        """A letter in the order that offices read: who, my story, concerns, ask, thanks.

        Wordings are picked by ``random``: the same one gives the same letter.
        """
        opening = "vacant" if self._addressee.role is Role.VACANT else "member"
        reply = "email" if answers.sender.reply_by_email else "post"
        paragraphs = [
            self._templated(Kind.OPENING, opening, random),
            *(self._story(story) for story in answers.stories if story.text.strip()),
            *(self._templated(Kind.CONCERN, id_, random) for id_ in answers.concern_ids),
            *([self._templated(Kind.ASK, answers.ask_id, random)] if answers.ask_id else []),
            self._templated(Kind.THANKS, reply, random),
        ]
        return Letter(
            sender=answers.sender.block,
            date=written_date(today),
            recipient=self._addressee.block,
            salutation=self._addressee.member.salutation,
            paragraphs=tuple(paragraphs),
            close=CLOSE,
            name=answers.sender.name,
        )

    def known(self, kind: Kind, id_: str) -> bool:
        """Whether the campaign has a passage of this kind and id."""
        return (kind, id_) in self._passages

    def text(self, kind: Kind, id_: str, choice: Choice) -> str:
        """The campaign's words for a choice of wordings; raises KeyError for an unknown passage."""
        return self._passages[kind, id_].render(choice, self._slots)

    def can_say(self, paragraph: Paragraph) -> bool:
        """Whether its wordings can be filled for this addressee; not all speak of every place."""
        passage = self._passages[paragraph.kind, paragraph.id]
        return passage.can_say(paragraph.choice, self._slots)

    def another_way(self, paragraph: Paragraph) -> Paragraph:
        """The same paragraph in other wordings; what the writer changed in it is replaced.

        A paragraph that is the writer's own has no other wordings and stays.
        """
        passage = self._passages.get((paragraph.kind, paragraph.id))
        if passage is None:
            return paragraph
        choice = passage.another(paragraph.choice, self._slots)
        text = passage.render(choice, self._slots)
        return Paragraph(paragraph.kind, text, paragraph.id, choice, template=text)

    def lead_in(self, prompt_id: str) -> str:
        """A prompt's lead-in, empty where it has none or is unknown."""
        try:
            return self._campaign.prompt(prompt_id).lead_in
        except KeyError:
            return ""

    def _templated(self, kind: Kind, id_: str, random: Random) -> Paragraph:
        choice = self._passages[kind, id_].pick(random, self._slots)
        text = self.text(kind, id_, choice)
        return Paragraph(kind, text, id_, choice, template=text)

    def _story(self, story: Story) -> Paragraph:
        lead_in = self.lead_in(story.prompt_id) if story.lead_in else ""
        text = f"{lead_in} {story.text.strip()}" if lead_in else story.text.strip()
        return Paragraph(Kind.STORY, text, story.prompt_id, template=lead_in)


def _passages(campaign: Campaign) -> dict[tuple[Kind, str], Passage]:
    frame = campaign.frame
    return {
        (Kind.OPENING, "member"): frame.opening,
        (Kind.OPENING, "vacant"): frame.opening_vacant,
        **{(Kind.CONCERN, concern.id): concern.passage for concern in campaign.concerns},
        **{(Kind.ASK, ask.id): ask.passage for ask in campaign.asks},
        (Kind.THANKS, "email"): _joined(frame.thanks, frame.reply_by_email),
        (Kind.THANKS, "post"): _joined(frame.thanks, frame.reply_by_post),
    }


def _joined(first: Passage, second: Passage) -> Passage:
    return Passage(first.sentences + second.sentences)
