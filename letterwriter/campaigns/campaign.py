"""A campaign: the facts it may use, the questions it asks, the words it offers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from letterwriter.campaigns.changes import PlannedChange
from letterwriter.campaigns.paper import Layout
from letterwriter.campaigns.promoter import Colours, Promoter
from letterwriter.parliament.members import Role
from letterwriter.text.clean_text import CleanText
from letterwriter.text.passage import Passage, fill

FEWEST_OFFERED = 3  # concerns: fewer are hardly a choice


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a letter may say, with its source and the date until which to trust it.

    ``figures`` are the words a wording may take by slot: figure ``months`` of
    the fact ``leave-30`` fills ``{leave-30.months}``.
    """

    id: str
    says: str
    source: str
    url: str
    as_at: date
    review_by: date
    figures: Mapping[str, str]

    def in_date(self, today: date) -> bool:
        """Whether it may still be printed: up to and including its review date."""
        return today <= self.review_by


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question about the writer's own reasons.

    The ``example`` is shown and never inserted; the ``lead_in`` may start the
    paragraph if the writer keeps it (empty where there is none).
    """

    id: str
    label: str
    question: str
    hint: str
    example: str
    lead_in: CleanText


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing in the government's plans that a writer may be worried about."""

    id: str
    label: str
    passage: Passage
    fact_ids: tuple[str, ...]
    review_by: date
    suggested: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """One question that the member can answer yes or no, for members of these roles."""

    id: str
    label: str
    roles: frozenset[Role]
    passage: Passage
    fact_ids: tuple[str, ...]
    review_by: date


@dataclass(frozen=True, slots=True)
class Frame:
    """The words round the writer's own: who I am at the start, thanks at the end."""

    opening: Passage
    opening_vacant: Passage  # to the Home Secretary, from a seat without a member
    thanks: Passage
    reply_by_email: Passage
    reply_by_post: Passage


@dataclass(frozen=True, slots=True)
class Campaign:
    """Everything a letter of this campaign can be made of, and who stands behind it.

    ``hosts`` are the addresses at which this campaign is served rather than
    the site's usual one; ``quick_prompt`` is the id of the one question that a
    short letter asks at a stall, ``quick_prompt_at_home`` of the one elsewhere.
    """

    id: str
    title: CleanText
    subject: CleanText  # of an email
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
    changes: tuple[PlannedChange, ...]
    prompts: tuple[Prompt, ...]
    concerns: tuple[Concern, ...]
    asks: tuple[Ask, ...]

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
    def prompts_at_home(self) -> tuple[Prompt, ...]:
        """The prompts but for the one whose words only fit a stall."""
        only_at_stall = {self.quick_prompt} - {self.quick_prompt_at_home}
        return tuple(prompt for prompt in self.prompts if prompt.id not in only_at_stall)

    def changes_on(self, today: date) -> tuple[PlannedChange, ...]:
        """What is changing, as far as its facts are in date, with figures filled in."""
        known = (change for change in self.changes if today <= change.review_by)
        return tuple(replace(change, text=fill(change.text, self.figures)) for change in known)

    def concerns_on(self, today: date) -> tuple[Concern, ...]:
        """The concerns that are in date, and whose facts all are, with figures in their labels."""
        figures = self.figures
        return tuple(
            replace(concern, label=fill(concern.label, figures))
            for concern in self.concerns
            if self._in_date(concern, today)
        )

    def few_on(self, today: date) -> bool:
        """Whether so many concerns wait for a check of their facts that too few remain."""
        return len(self.concerns_on(today)) < min(FEWEST_OFFERED, len(self.concerns))

    def asks_on(self, today: date, role: Role) -> tuple[Ask, ...]:
        """The asks that are in date and fit a member of this role, with figures in their labels."""
        figures = self.figures
        fit = (ask for ask in self.asks if role in ask.roles and self._in_date(ask, today))
        return tuple(replace(ask, label=fill(ask.label, figures)) for ask in fit)

    def _in_date(self, part: Concern | Ask, today: date) -> bool:
        facts = (self.facts[fact_id] for fact_id in part.fact_ids)
        return today <= part.review_by and all(fact.in_date(today) for fact in facts)
