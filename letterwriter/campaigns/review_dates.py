"""What in a campaign is past its review date or soon will be: what to look up, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from letterwriter.campaigns.campaign import Ask, Campaign, Concern, Fact
from letterwriter.files.faults import Fault
from letterwriter.files.messages import message

SOON: Final = 30  # days: time to look a few facts up at the next meeting


class State(StrEnum):
    """How a review date stands to a day."""

    PAST = "past"  # no longer in new letters
    DUE_SOON = "due soon"  # within ``SOON`` days
    IN_DATE = "in date"


def state_on(review_by: date, today: date) -> State:
    """The state on a day; the review date itself is the last good one."""
    left = (review_by - today).days
    if left < 0:
        return State.PAST
    return State.DUE_SOON if left <= SOON else State.IN_DATE


@dataclass(frozen=True, slots=True)
class AgedFact:
    """A fact on a day, with the ids of what rests on it."""

    fact: Fact
    state: State
    concern_ids: tuple[str, ...]
    ask_ids: tuple[str, ...]
    lasting: frozenset[str]  # those of the concerns that have words without figures
    on_page: bool  # whether "What is changing?" tells it

    @property
    def used_by(self) -> tuple[str, ...]:
        """What rests on it, each with its kind: ("concern delay", "ask keep-tribunal")."""
        concerns = (f"concern {id_}" for id_ in self.concern_ids)
        asks = (f"ask {id_}" for id_ in self.ask_ids)
        return (*concerns, *asks, *(("page changes",) if self.on_page else ()))

    @property
    def meanwhile(self) -> Iterator[str]:
        """What becomes of each once the fact is past, in words."""
        for id_ in self.concern_ids:
            yield message(
                "review", "lasts" if id_ in self.lasting else "left-out", part=f"concern {id_}"
            )
        yield from (message("review", "left-out", part=f"ask {id_}") for id_ in self.ask_ids)
        if self.on_page:
            yield message("review", "untold")


def facts_by_date(campaign: Campaign, today: date) -> tuple[AgedFact, ...]:
    """All facts, the one to be reviewed first at the front."""
    facts = sorted(campaign.facts.values(), key=lambda fact: (fact.review_by, fact.id))
    told = {id_ for part in campaign.changes for id_ in part.fact_ids}
    return tuple(
        AgedFact(
            fact,
            state_on(fact.review_by, today),
            tuple(concern.id for concern in campaign.concerns if fact.id in concern.fact_ids),
            tuple(ask.id for ask in campaign.asks if fact.id in ask.fact_ids),
            frozenset(concern.id for concern in campaign.concerns if concern.evergreen),
            fact.id in told,
        )
        for fact in facts
    )


def soonest_review(campaign: Campaign) -> date:
    """The first review date of the frame or any fact, concern or ask."""
    parts: list[Fact | Concern | Ask] = [*campaign.facts.values(), *campaign.concerns]
    return min(campaign.frame.review_by, *(part.review_by for part in (*parts, *campaign.asks)))


def past(campaign: Campaign, today: date) -> tuple[str, ...]:
    """What is past its own date, each with its kind: ("fact delay", "concern delay")."""
    kinds = (("fact", campaign.facts.values()), ("concern", campaign.concerns))
    return tuple(
        f"{kind} {part.id}"
        for kind, parts in (*kinds, ("ask", campaign.asks))
        for part in parts
        if state_on(part.review_by, today) is State.PAST
    )


def overdue(campaign: Campaign, today: date) -> Iterator[Fault]:
    """What is past its date: a fault, since people can no longer choose it."""
    return _due_faults(campaign, today, State.PAST)


def due_soon(campaign: Campaign, today: date) -> Iterator[Fault]:
    """What will be past its date within ``SOON`` days: no fault yet."""
    return _due_faults(campaign, today, State.DUE_SOON)


def _due_faults(campaign: Campaign, today: date, state: State) -> Iterator[Fault]:
    when = "past" if state is State.PAST else "due"
    nothing = message("review", "nothing")
    for aged in facts_by_date(campaign, today):
        if aged.state is state:
            fact = aged.fact
            what = message(
                "review",
                f"fact-{when}",
                day=fact.review_by.isoformat(),
                source=fact.source,
                url=fact.look_up or fact.url,
                meanwhile="; ".join(aged.meanwhile) or nothing,
            )
            yield Fault("facts.toml", fact.id, what)
    parts: list[Concern | Ask] = [*campaign.concerns, *campaign.asks]
    if state_on(campaign.frame.review_by, today) is state:
        day = campaign.frame.review_by.isoformat()
        yield Fault(
            "frame.toml", "review_by", message("review", f"wording-{when}", day=day, facts=nothing)
        )
    for part in parts:
        if state_on(part.review_by, today) is state:
            facts = ", ".join(part.fact_ids) or nothing
            day = part.review_by.isoformat()
            yield Fault(*_place(part), message("review", f"wording-{when}", day=day, facts=facts))


def _place(part: Concern | Ask) -> tuple[str, str]:
    if isinstance(part, Concern):
        return f"concerns/{part.id}.toml", "review_by"
    return "asks.toml", f"ask {part.id}, review_by"
