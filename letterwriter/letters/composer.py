"""Putting a letter together, and putting it together again when the answers change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.answers import Answers, FirstLetter, Story
from letterwriter.letters.letter import CLOSE, Kind, Letter, Paragraph, headed
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Role
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.dates import written_date
from letterwriter.text.passage import Choice, Passage, Slots

AGAIN_PREFIX = "again-"  # begins the ids of a second letter's opening and request
ASKED = "-asked"  # ends the id of an opening that quotes the first letter's question


def again_id(case: str) -> str:
    """The id of what a second letter says in a case."""
    return f"{AGAIN_PREFIX}{case}"


def is_again(letter: Letter) -> bool:
    """Whether a letter follows another."""
    return any(p.id.startswith(AGAIN_PREFIX) for p in letter.paragraphs)


class Composer:
    """Makes the paragraphs of one letter: a campaign's words on a day, for one addressee."""

    def __init__(
        self,
        campaign: Campaign,
        addressee: Addressee,
        today: date,
        first: FirstLetter | None = None,
    ) -> None:
        """With ``first``, the letter that this one follows: its case should be the campaign's."""
        self._campaign = campaign
        self._addressee = addressee
        self._today = today
        self._first = first
        self._slots: Slots = campaign.figures | addressee.slots | (first.slots if first else {})
        self._passages = _passages(campaign, addressee.role, today)

    def assemble(self, answers: Answers, random: Random) -> Letter:
        """A letter in the order that offices read: who, my story, concerns, ask, thanks.

        Wordings are picked by ``random``: the same one gives the same letter.
        """
        reply = "email" if answers.sender.reply_by_email else "post"
        paragraphs = [
            self._templated(Kind.OPENING, self._opening, random),
            *(self._story(story) for story in answers.stories if story.text.strip()),
            *(self._concern(id_, answers, random) for id_ in answers.concern_ids),
            *(self._templated(Kind.ASK, id_, random) for id_ in self._asks(answers)),
            self._templated(Kind.THANKS, reply, random),
        ]
        return Letter(
            sender=answers.sender.block,
            date=CleanText(written_date(self._today)),
            recipient=self.recipient,
            salutation=self.salutation,
            paragraphs=tuple(paragraphs),
            close=CLOSE,
            name=answers.sender.name,
        )

    @property
    def recipient(self) -> tuple[CleanText, ...]:
        """The addressee's lines."""
        return tuple(map(CleanText, self._addressee.block))

    @property
    def salutation(self) -> CleanText:
        """How the addressee is greeted, without the comma."""
        return CleanText(self._addressee.member.salutation)

    def known(self, kind: Kind, id_: str) -> bool:
        """Whether the campaign has a passage of this kind and id."""
        return (kind, id_) in self._passages

    def text(self, kind: Kind, id_: str, choice: Choice) -> CleanText:
        """The campaign's words for a choice of wordings; raises KeyError for an unknown passage."""
        return self._rendered(self._passages[kind, id_], choice)

    def can_say(self, paragraph: Paragraph) -> bool:
        """Whether its wordings can be filled for this addressee; not all speak of every place."""
        passage = self._passages[paragraph.kind, paragraph.id]
        return passage.can_say(paragraph.choice, self._slots)

    def another_way(self, paragraph: Paragraph) -> Paragraph:
        """The same paragraph in other wordings; what the writer changed in it is replaced.

        Why it matters to the writer stays at its head. A paragraph that is the
        writer's own has no other wordings and stays.
        """
        passage = self._passages.get((paragraph.kind, paragraph.id))
        if passage is None:
            return paragraph
        choice = passage.another(paragraph.choice, self._slots)
        words = self._rendered(passage, choice)
        return Paragraph(
            paragraph.kind,
            headed(paragraph.why, words),
            paragraph.id,
            choice,
            template=words,
            why=paragraph.why,
        )

    def lead_in(self, prompt_id: str) -> CleanText:
        """A prompt's lead-in, empty where it has none or is unknown."""
        try:
            return self._campaign.prompt(prompt_id).lead_in
        except KeyError:
            return NO_TEXT

    @property
    def _opening(self) -> str:
        if self._first is None:
            return "member"
        return f"{again_id(self._first.case)}{ASKED * bool(self._first.ask)}"

    def _asks(self, answers: Answers) -> tuple[str, ...]:
        """The ids of what is asked: a second letter asks what its case says."""
        if self._first:
            return (again_id(self._first.case),)
        return (answers.ask_id,) if answers.ask_id else ()

    def _concern(self, id_: str, answers: Answers, random: Random) -> Paragraph:
        made, why = self._templated(Kind.CONCERN, id_, random), answers.whys.get(id_, NO_TEXT)
        return replace(made, text=headed(why, made.template), why=why)

    def _templated(self, kind: Kind, id_: str, random: Random) -> Paragraph:
        choice = self._passages[kind, id_].pick(random, self._slots)
        text = self.text(kind, id_, choice)
        return Paragraph(kind, text, id_, choice, template=text)

    def _rendered(self, passage: Passage, choice: Choice) -> CleanText:
        """Its words, clean since a campaign's were when they were loaded, and names are checked."""
        return CleanText(passage.render(choice, self._slots))

    def _story(self, story: Story) -> Paragraph:
        lead_in = self.lead_in(story.prompt_id) if story.lead_in else NO_TEXT
        text = CleanText(f"{lead_in} {story.text.strip()}".strip())
        return Paragraph(Kind.STORY, text, story.prompt_id, template=lead_in)


def _passages(campaign: Campaign, role: Role, today: date) -> dict[tuple[Kind, str], Passage]:
    frame = campaign.frame
    concerns = ((concern.id, campaign.words_on(concern, today)) for concern in campaign.concerns)
    thanks = frame.thanks.for_role(role)
    return {
        (Kind.OPENING, "member"): frame.opening.for_role(role),
        **{(Kind.CONCERN, id_): words.for_role(role) for id_, words in concerns if words},
        **{(Kind.ASK, ask.id): ask.passage for ask in campaign.asks},
        (Kind.THANKS, "email"): _joined(thanks, frame.reply_by_email),
        (Kind.THANKS, "post"): _joined(thanks, frame.reply),
        **dict(_again_passages(campaign, role)),
    }


def _again_passages(campaign: Campaign, role: Role) -> Iterator[tuple[tuple[Kind, str], Passage]]:
    for case in campaign.again:
        id_, opening = again_id(case.id), case.opening.for_role(role)
        yield (Kind.OPENING, id_), opening
        yield (Kind.OPENING, f"{id_}{ASKED}"), _joined(opening, case.asked.for_role(role))
        yield (Kind.ASK, id_), case.request.for_role(role)


def _joined(first: Passage, second: Passage) -> Passage:
    return Passage(first.sentences + second.sentences)
