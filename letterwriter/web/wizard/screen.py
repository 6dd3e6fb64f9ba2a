"""What a screen is to the server, and what a button of one leads to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from letterwriter.web.wizard.visit import Visit

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with an answer: the error's key in the template, and the id of its box.

    ``words`` are there where the template has none of its own; ``box`` is empty for a group.
    """

    key: str
    box: str = ""
    words: str = ""


def _nothing(_visit: Visit, _part: str) -> Values:
    return {}


def _right(_visit: Visit, _part: str) -> Wrong | None:
    return None


def _no_fields(_visit: Visit, _part: str) -> Iterable[str]:
    return ()


def _same(visit: Visit) -> Visit:
    return visit


@dataclass(frozen=True, slots=True)
class Screen:
    """A template of ``templates/screens``: what fills it, what it asks, what is wrong with answers.

    The part is what follows the colon in "story:school". ``asks`` are the names of the fields
    that the screen shows; all others go along unseen. ``skip`` is the visit without its answer.
    """

    values: Callable[[Visit, str], Values] = _nothing
    asks: Callable[[Visit, str], Iterable[str]] = _no_fields
    wrong: Callable[[Visit, str], Wrong | None] = _right
    skip: Callable[[Visit], Visit] = _same


@dataclass(frozen=True, slots=True)
class Shown:
    """The screen to draw: its name with its part, for this visit; ``more`` goes to its template."""

    at: str
    visit: Visit
    wrong: Wrong | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
