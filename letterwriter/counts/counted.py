"""What is counted, and what a number is counted under."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

COUNT_FIELDS: Final = ("day", "constituency", "door", "campaign", "letters")


class CountedDoor(StrEnum):
    """How a letter came into its writer's hands."""

    PRINTED = "printed"  # on paper, as a PDF or for Word
    EMAILED = "emailed"  # in an email program, or copied into one
    PLAIN = "plain"  # as plain text


class CountedUnder(NamedTuple):
    """What letters have in common that are counted together: nothing of any one of them."""

    day: date
    constituency: str  # its code
    door: str  # one of `CountedDoor`
    campaign: str  # its folder's name


Numbers = Mapping[CountedUnder, int]


@dataclass(frozen=True, slots=True)
class LettersSoFar:
    """Of one constituency: up to a day, and up to an earlier one."""

    now: int
    before: int
