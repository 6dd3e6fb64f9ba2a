"""What a person says that a column holds: "Their heading=address"."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from letterwriter.mailmerge.columns.words import MEANINGS, Meaning, folded_heading

_LONGEST: Final = 700  # characters: a heading may be a question


class NoChoice(ValueError):
    """A text that does not say what a column holds; ``meaning`` is what we do not know, if any."""

    def __init__(self, meaning: str = "") -> None:
        self.meaning = meaning
        super().__init__("no choice")


def parse_choice(text: str) -> tuple[str, Meaning]:
    """A column's label in small letters, and what it holds. Raises `NoChoice`."""
    heading, equals, called = text.rpartition("=")
    label = folded_label(heading)
    if not equals or not label or len(text) > _LONGEST:
        raise NoChoice
    meaning = _called().get(folded_heading(called))
    if meaning is None:
        raise NoChoice(called.strip())
    return label, meaning


def parse_choices(texts: Iterable[str]) -> dict[str, Meaning]:
    """Those of them that say something: a page's menus may say nothing."""
    found: dict[str, Meaning] = {}
    for text in texts:
        try:
            label, meaning = parse_choice(text)
        except NoChoice:
            continue
        found[label] = meaning
    return found


def folded_label(label: str) -> str:
    """A label as choices are kept by it."""
    return " ".join(label.split()).casefold()


def names_of_meanings() -> list[str]:
    """What can be said of a column, in the order in which it is offered."""
    return [meaning.called for meaning in offered_meanings()]


def offered_meanings() -> tuple[Meaning, ...]:
    """The parts of a name and of an address first, as they are most often asked for."""
    start = MEANINGS.index(Meaning.NAME)
    others = [meaning for meaning in MEANINGS[:start] if meaning is not Meaning.IGNORE]
    return (*MEANINGS[start:-1], *sorted(others, key=_ORDER.index), Meaning.IGNORE)


_ORDER: Final = (
    Meaning.POSTCODE,
    Meaning.CONSTITUENCY,
    Meaning.EMAIL,
    Meaning.PHONE,
    Meaning.STORY,
    Meaning.CONCERNS,
    Meaning.WHY,
    Meaning.ASK,
    Meaning.CONSENT,
    Meaning.STOP,
)


@cache
def _called() -> dict[str, Meaning]:
    ids = {folded_heading(meaning.value): meaning for meaning in Meaning}
    return ids | {folded_heading(meaning.called): meaning for meaning in Meaning}
