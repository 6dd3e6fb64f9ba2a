"""Which screen comes after which: one question a screen.

Its twin is static/js/wizard/steps.js; tests/js/test_steps.py compares them.
"""

from math import ceil
from typing import NamedTuple

from letterwriter.letters.answers import LONG_SECONDS, SHORT_SECONDS
from letterwriter.web.wizard.visit import Visit

_SIDE = {
    "choose": "postcode",
    "by-name": "postcode",
    "nearby": "found",
    "email": "send",
    "print": "send",
    "editor": "done",
    "meet": "done",
}
_MINUTE = 60  # seconds
_LONG_MORE = 2  # questions: a story, and why what was chosen matters


class Cost(NamedTuple):
    """What a letter takes of a person who has not begun."""

    questions: int
    minutes: int


# A letter that follows another asks for the first one, not for worries.
_SECOND = ("again", "postcode", "found", "safety", "first", "name", "address", "letter", "send")


def _questions(visit: Visit) -> tuple[str, ...]:
    stories = tuple(f"story:{prompt.id}" for prompt in visit.prompts)
    asking = ("ask",) if visit.asks else ()
    if visit.state.quick:
        return (*stories, "worry", *(asking if visit.state.chooses_ask else ()), "name", "address")
    whys = ("whys",) if visit.chosen else ()
    return ("prompts", *stories, "worries", *whys, *asking, "name", "address", "reply")


def road(visit: Visit) -> tuple[str, ...]:
    """The screens from the postcode to the letter in the hand, for what is known now."""
    if visit.state.again:
        return _SECOND
    return ("postcode", "found", "safety", *_questions(visit), "letter", "send")


def cost(visit: Visit, *, quick: bool) -> Cost:
    """What a short letter takes, or a longer one with one story."""
    begun = visit.having(again="", quick=quick, prompts=(), concerns=(), chooses_ask=False)
    questions = len(_questions(begun)) + (0 if quick else _LONG_MORE)
    seconds = SHORT_SECONDS if quick else LONG_SECONDS
    return Cost(questions, ceil(questions * seconds / _MINUTE))


def following(visit: Visit, at: str) -> str:
    """The screen after this one; the last one stays."""
    screens = road(visit)
    place = screens.index(at) + 1 if at in screens else 0
    return screens[min(place, len(screens) - 1)]


def before(visit: Visit, at: str) -> str:
    """The screen that Back leads to."""
    if at in _SIDE or at == "done":
        return _SIDE.get(at, "send")
    screens = road(visit)
    return screens[max(screens.index(at) - 1, 0)] if at in screens else screens[0]


def progress(visit: Visit, at: str) -> tuple[int, int] | None:
    """How far one has come, and how far it is in all; None where a screen is no step of the way.

    None at the postcode too: how many steps follow is chosen on the next screen.
    """
    if visit.seat and visit.to is None:
        return None  # the way ends here
    screens = road(visit)
    on = _SIDE.get(at, at)
    if on == "postcode" and not visit.state.again:
        return None
    return (screens.index(on) + 1, len(screens)) if on in screens else None
