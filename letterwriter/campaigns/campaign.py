"""A campaign: the facts it may use, the questions it asks, the words it offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from letterwriter.campaigns.again import AgainCase
from letterwriter.campaigns.editor import EditorWords
from letterwriter.campaigns.open_letter import FurtherReading, OpenLetter
from letterwriter.campaigns.paper import Layout
from letterwriter.campaigns.promoter import Colours, Promoter
from letterwriter.campaigns.role_passage import RolePassage
from letterwriter.parliament.members import Role
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.passage import Passage, fill

FEWEST_OFFERED = 3  # concerns: fewer are hardly a choice


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a letter may say, with its source and the days on which to trust it.

    ``figures`` are the words a wording may take by slot: figure ``months`` of
    the fact ``leave-30`` fills ``{leave-30.months}``. ``says`` is for visitors,
    ``note`` for whoever writes wordings: what an office would answer.
    """

    id: str
    says: str
    note: str
    source: str
    url: str
    look_up: str  # the address to check it at, where that is not ``url``
    as_at: date
    true_from: date  # date.min where it was true before anybody wrote here
    review_by: date
    figures: Mapping[str, str]

    def in_date(self, today: date) -> bool:
        """Whether it may be printed: once it is true, and up to and on its review date."""
        return self.true_from <= today <= self.review_by


@dataclass(frozen=True, slots=True)
class ChangePart:
    """A part of "What is changing": facts of one standing, such as those in force."""

    title: CleanText
    fact_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question about the writer's own reasons.

    The ``example`` is shown and never inserted; the ``lead_in`` may start the
    paragraph if the writer keeps it (empty where there is none). An answer to a
    ``private`` one should not be offered to a newspaper.
    """

    id: str
    label: str
    question: str
    hint: str
    example: str
    lead_in: CleanText
    private: bool = False


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing in the government's plans that a writer may be worried about.

    ``about`` says what it is and stays true; ``stands`` how it stands, with
    figures, as long as its facts are in date (empty for one without facts).
    ``evergreen`` are words without figures, which stand in a letter when a
    fact is out of date; None where nothing does, and the concern is then not
    offered. ``objection`` is the strongest honest one, and what meets it.
    """

    id: str
    label: str
    topic: CleanText  # what the subject of an email calls it: "family reunion"
    about: CleanText
    stands: CleanText
    passage: RolePassage
    evergreen: RolePassage | None
    fact_ids: tuple[str, ...]
    review_by: date
    suggested: bool
    objection: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One question that the member can answer yes or no, for members of these roles.

    It grows from the concerns named in ``concern_ids`` and is offered before
    others with them. Where it is not ``whole`` its words lean on what one of
    those says, and it is offered with them alone.
    """

    id: str
    label: str
    roles: frozenset[Role]
    passage: Passage
    fact_ids: tuple[str, ...]
    review_by: date
    concern_ids: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The words round the writer's own: who I am at the start, thanks at the end."""

    opening: RolePassage
    thanks: RolePassage
    reply: Passage
    reply_by_email: Passage  # where the writer asked for that
    review_by: date


@dataclass(frozen=True, slots=True)
class Campaign:
    """Everything a letter of this campaign can be made of, and who stands behind it.

    ``hosts`` are the addresses at which this campaign is served rather than
    the site's usual one; ``quick_prompt`` is the id of the one question that a
    short letter asks at a stall, ``quick_prompt_at_home`` of the one elsewhere.
    """

    id: str
    title: CleanText
    subjects: tuple[CleanText, ...]  # of an email: one is picked, with its slots filled
    summary: CleanText  # one sentence for the first page
    quick_prompt: CleanText
    quick_prompt_at_home: CleanText
    poster_text: CleanText
    layout: Layout  # of letters on paper, where the writer does not choose another
    hosts: tuple[str, ...]
    promoter: Promoter
    colours: Colours | None  # None: the site's own
    frame: Frame
    facts: Mapping[str, Fact]
    changes: tuple[ChangePart, ...]
    open_letter: OpenLetter | None
    further_reading: tuple[FurtherReading, ...]
    prompts: tuple[Prompt, ...]
    concerns: tuple[Concern, ...]
    asks: tuple[Ask, ...]
    again: tuple[AgainCase, ...] = ()  # of a second letter, in the order of their choice
    again_subjects: tuple[CleanText, ...] = ()  # of its email
    editor: EditorWords | None = None  # None: no letter to a newspaper is offered

    def prompt(self, id_: str) -> Prompt:
        """The prompt with this id; raises KeyError for one that is not there."""
        return {prompt.id: prompt for prompt in self.prompts}[id_]

    @property
    def figures(self) -> dict[str, str]:
        """Every figure by its slot name: ``{"leave-30.months": "30 months"}``."""
        return {
            f"{fact.id}.{name}": words
            for fact in self.facts.values()
            for name, words in fact.figures.items()
        }

    @property
    def private_prompts(self) -> frozenset[str]:
        """The ids of the prompts whose answers are for nobody but the member."""
        return frozenset(prompt.id for prompt in self.prompts if prompt.private)

    @property
    def prompts_at_home(self) -> tuple[Prompt, ...]:
        """The prompts but for the one whose words only fit a stall."""
        only_at_stall = {self.quick_prompt} - {self.quick_prompt_at_home}
        return tuple(prompt for prompt in self.prompts if prompt.id not in only_at_stall)

    def concerns_on(self, today: date) -> tuple[Concern, ...]:
        """The concerns that have words on that day, with figures in their labels.

        How a concern stands is told with its figures too, or not at all once they are past.
        """
        figures = self.figures
        return tuple(
            replace(
                concern,
                label=fill(concern.label, figures),
                stands=CleanText(fill(concern.stands, figures))
                if self.in_date(concern, today)
                else NO_TEXT,
            )
            for concern in self.concerns
            if self.words_on(concern, today)
        )

    def words_on(self, concern: Concern, today: date) -> RolePassage | None:
        """What a concern says on a day: without figures once a fact is out of date.

        None before all that it rests on is true, and for one that only has words with figures.
        """
        if any(today < self.facts[id_].true_from for id_ in concern.fact_ids):
            return None
        return concern.passage if self.in_date(concern, today) else concern.evergreen

    def few_on(self, today: date) -> bool:
        """Whether so many concerns wait for a check of their facts that too few remain."""
        return len(self.concerns_on(today)) < min(FEWEST_OFFERED, len(self.concerns))

    def asks_on(
        self, today: date, role: Role, concern_ids: Sequence[str] | None = None
    ) -> tuple[Ask, ...]:
        """The asks that are in date and fit a member of this role, with figures in their labels.

        With the concerns that a writer chose, those that grow from them come
        first, and none that leans on another concern is there. With None, which
        stands for "not known", all are.
        """
        figures = self.figures
        fit = [ask for ask in self.asks if role in ask.roles and self.in_date(ask, today)]
        if concern_ids is not None:
            fit = _grown(fit, concern_ids)
        return tuple(replace(ask, label=fill(ask.label, figures)) for ask in fit)

    def in_date(self, part: Concern | Ask, today: date) -> bool:
        """Whether what it rests on may be printed; what rests on no fact does not lapse."""
        facts = [self.facts[fact_id] for fact_id in part.fact_ids]
        return not facts or (today <= part.review_by and all(f.in_date(today) for f in facts))


def _grown(asks: Sequence[Ask], concern_ids: Sequence[str]) -> list[Ask]:
    """Asks in the order in which they fit these concerns, those of the last concern first.

    The ask stands right after the last concern.
    """
    nearest = list(reversed(concern_ids))
    none = len(nearest)

    def place(ask: Ask) -> int:
        return min((nearest.index(c) for c in ask.concern_ids if c in nearest), default=none)

    offered = [ask for ask in asks if ask.whole or place(ask) < none]
    return sorted(offered, key=place)
