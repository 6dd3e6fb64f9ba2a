"""What is good about a letter, said before any advice."""

from enum import StrEnum

from letterwriter.letters.advice import FEW_WORDS
from letterwriter.letters.letter import Kind, Letter
from letterwriter.letters.own_words import OwnWords

MANY_WORDS = 60  # of the writer's own: from there letters of one campaign read unlike each other


class Praise(StrEnum):
    """What a letter is praised for, the best first; words in ``templates/words/praise.toml``."""

    MANY_OWN_WORDS = "many-own-words"
    OWN_WORDS = "own-words"
    SOME_OWN_WORDS = "some-own-words"
    CLEAR_ASK = "clear-ask"


def praise(letter: Letter, counted: OwnWords) -> Praise | None:
    """The best that is true of a letter; None where nothing of this is.

    ``counted`` is what ``own_words`` counted in it.
    """
    if counted.own >= MANY_WORDS:
        return Praise.MANY_OWN_WORDS
    if counted.own >= FEW_WORDS:
        return Praise.OWN_WORDS
    if counted.own:
        return Praise.SOME_OWN_WORDS
    asks = any(p.kind is Kind.ASK and p.text.strip() for p in letter.standing)
    return Praise.CLEAR_ASK if asks else None
