"""What was typed on other pages goes along as hidden fields: the server keeps nothing."""

from collections.abc import Iterable

from letterwriter.web.forms import Posted
from letterwriter.web.sheet import PREFIX

Fields = list[tuple[str, str]]

_BUTTONS = frozenset({"edit"})


def carried(posted: Posted, without: Iterable[str] = ()) -> Fields:
    """All fields of a request but these and the buttons, in order, for hidden inputs."""
    left_out = _BUTTONS | set(without)
    return [(name, value) for name, value in posted.items(multi=True) if name not in left_out]


def answers_of(posted: Posted) -> Fields:
    """The fields of the writing page."""
    return [(name, value) for name, value in carried(posted) if not name.startswith(PREFIX)]


def letter_of(posted: Posted) -> Fields:
    """The fields of the letter page."""
    return [(name, value) for name, value in carried(posted) if name.startswith(PREFIX)]
