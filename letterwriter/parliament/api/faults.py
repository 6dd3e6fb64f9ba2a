"""What can go wrong with a service on the network."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Failure(StrEnum):
    """What happened; the words are in ``templates/words/refresh.toml``."""

    DOWN = "down"  # no connection
    SLOW = "slow"
    CUT = "cut"  # the answer stops in the middle
    BUSY = "busy"  # it asks us to come back later
    LATE = "late"  # all questions together take too long
    STATUS = "status"  # an answer that is an error
    MOVED = "moved"  # a redirect, which is not followed
    PAGE = "page"  # a web page in place of data
    NO_JSON = "no-json"
    PACKED = "packed"  # in a way that was not asked for, or damaged
    TOO_LARGE = "too-large"
    SHAPE = "shape"  # a field is missing or something else than it was
    ODD = "odd"  # a name or an address with what none has in it
    EMPTY = "empty"  # a list that has never been without entries
    MOVING = "moving"  # a list that changed while it was read


class ServiceFault(Exception):
    """Why the service's answer cannot be used; ``slots`` fill the words."""

    def __init__(self, trouble: Failure, where: str, **slots: str) -> None:
        self.trouble = trouble
        self.where = where  # the address without the host: "/api/Members/Search"
        self.slots: Mapping[str, str] = slots
        super().__init__(f"{where}: {trouble.value} {dict(slots) or ''}".rstrip())

    @property
    def may_pass(self) -> bool:
        """Whether the answers before it are still good, to go on from another time."""
        return self.trouble in (
            Failure.DOWN,
            Failure.SLOW,
            Failure.CUT,
            Failure.BUSY,
            Failure.LATE,
            Failure.STATUS,
            Failure.MOVED,
            Failure.PAGE,
            Failure.PACKED,
        )

    @property
    def is_of_one_answer(self) -> bool:
        """Whether it speaks of this answer alone, not of the service and the way to it."""
        if self.trouble is Failure.STATUS:
            return self.slots.get("status") in ("404", "410")
        return self.trouble in _OF_ONE_ANSWER


_OF_ONE_ANSWER: Final = frozenset(
    {
        Failure.NO_JSON,
        Failure.PACKED,
        Failure.TOO_LARGE,
        Failure.SHAPE,
        Failure.ODD,
    }
)
