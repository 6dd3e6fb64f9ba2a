"""The questions: why you care, what worries you and why, what you ask."""

from collections.abc import Container, Iterable, Iterator

from letterwriter.campaigns.again import AgainCase
from letterwriter.campaigns.campaign import Ask, Concern, Prompt
from letterwriter.letters.answers import LONGEST_STORY, LONGEST_WHY, MOST_CONCERNS, OWN_LINE
from letterwriter.text.dates import is_future, typed_day
from letterwriter.web.wizard.screen import Screen, Values, Wrong
from letterwriter.web.wizard.visit import Visit


def _choices(
    items: Iterable[Prompt | Concern | Ask | AgainCase], chosen: Container[str]
) -> Iterator[Values]:
    for item in items:
        yield {"id": item.id, "label": item.label, "chosen": item.id in chosen}


def _told(concerns: Iterable[Concern], chosen: Container[str]) -> Iterator[Values]:
    """Concerns to choose from, each with what it is and how it stands."""
    for concern in concerns:
        (choice,) = _choices((concern,), chosen)
        yield {**choice, "about": concern.about, "stands": concern.stands}


def _prompts(visit: Visit, _: str) -> Values:
    offered = visit.here.campaign.prompts_at_home
    return {"prompts": list(_choices(offered, visit.state.prompts))}


def _story(visit: Visit, id_: str) -> Values:
    prompt, answer = visit.here.campaign.prompt(id_), visit.state.story(id_)
    return {
        "id": id_,
        "question": prompt.question,
        "hint": prompt.hint,
        "example": prompt.example,
        "lead_in": prompt.lead_in,
        "lead_in_offered": bool(prompt.lead_in) and not visit.state.quick,
        "lead_in_kept": answer.lead_in,
        "story": answer.text,
    }


def _story_wrong(visit: Visit, id_: str) -> Wrong | None:
    too_long = len(visit.state.story(id_).text) > LONGEST_STORY
    return Wrong("long", "story") if too_long else None


def _concerns(visit: Visit, _: str) -> Values:
    here = visit.here
    return {
        "concerns": list(_told(visit.concerns, visit.state.concerns)),
        "no_concerns": not visit.concerns,
        "few_concerns": bool(visit.concerns) and here.campaign.few_on(here.today),
        "can_skip": _nothing_said(visit.having(concerns=())) is None,
    }


def _concerns_wrong(visit: Visit, _: str) -> Wrong | None:
    chosen = set(visit.state.concerns)
    if not chosen <= {concern.id for concern in visit.concerns}:
        return Wrong("gone")
    return Wrong("many") if len(chosen) > MOST_CONCERNS else _nothing_said(visit)


def _nothing_said(visit: Visit) -> Wrong | None:
    """Whether a letter would have neither a story nor a worry."""
    if visit.state.concerns or visit.answers().stories:
        return None
    return Wrong("none" if visit.concerns else "empty")


def _whys(visit: Visit, _: str) -> Values:
    whys, chosen = visit.state.whys, list(visit.chosen)
    typed = {f"why-{i}": whys.get(concern.id, "") for i, concern in enumerate(chosen)}
    return {"whys": list(_choices(chosen, ())), **typed}


def _whys_asked(visit: Visit, _: str) -> Iterator[str]:
    return (f"why-{concern.id}" for concern in visit.chosen)


def _whys_wrong(visit: Visit, _: str) -> Wrong | None:
    whys = visit.answers().whys
    for i, concern in enumerate(visit.chosen):
        if len(whys.get(concern.id, "")) > LONGEST_WHY:
            return Wrong("long", f"why-{i}")
    return None


def _ask(visit: Visit, _: str) -> Values:
    to = visit.to
    return {
        "to": to.member.name if to else "",
        "asks": list(_choices(visit.asks, (visit.ask,))),
        "no_asks": not visit.asks,
    }


def _ask_wrong(visit: Visit, _: str) -> Wrong | None:
    if not visit.asks or visit.state.ask in {ask.id for ask in visit.asks}:
        return None
    return Wrong("none")


def _concerns_asked(_visit: Visit, _part: str) -> tuple[str]:
    return ("concerns",)


def _without_concerns(visit: Visit) -> Visit:
    return visit.having(concerns=())


def _again(visit: Visit, _: str) -> Values:
    return {"cases": list(_choices(visit.here.campaign.again, (visit.state.again,)))}


def _again_wrong(visit: Visit, _: str) -> Wrong | None:
    return None if visit.state.again else Wrong("none")


_FIRST_BOXES = {"first_date": ("first-date", 40), "first_ask": ("first-ask", 300)}  # ids, lengths


def _first(visit: Visit, _: str) -> Values:
    state = visit.state
    return {
        "first-date": state.first_date,
        "first-ask": state.first_ask,
        "own-line": state.story(OWN_LINE).text,
    }


def _first_wrong(visit: Visit, _: str) -> Wrong | None:
    state, day = visit.state, typed_day(visit.state.first_date)
    if not state.first_date:
        return Wrong("missing", "first-date")
    if day and is_future(day, visit.here.today):
        return Wrong("to-come", "first-date")
    for name, (box, most) in _FIRST_BOXES.items():
        if len(getattr(state, name)) > most:
            return Wrong("long", box)
    return Wrong("long", "own-line") if len(state.story(OWN_LINE).text) > LONGEST_STORY else None


AGAIN_CASE = Screen(_again, lambda *_: ("again",), _again_wrong)
FIRST_LETTER = Screen(_first, lambda *_: (*_FIRST_BOXES, f"story-{OWN_LINE}"), _first_wrong)
PROMPTS = Screen(_prompts, lambda *_: ("prompts",), skip=lambda visit: visit.having(prompts=()))
STORY = Screen(_story, lambda _, id_: (f"story-{id_}", f"leadin-{id_}"), _story_wrong)
WORRIES = Screen(_concerns, _concerns_asked, _concerns_wrong, _without_concerns)
WORRY = WORRIES  # a short letter's one
WHYS = Screen(_whys, _whys_asked, _whys_wrong)
ASK = Screen(_ask, lambda *_: ("ask",), _ask_wrong)
