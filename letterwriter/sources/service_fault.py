"""What can go wrong with a service on the network."""

from collections.abc import Mapping
from enum import StrEnum


class Trouble(StrEnum):
    """What happened; the words are in ``templates/words/refresh.toml``."""

    DOWN = "down"  # no connection
    SLOW = "slow"
    CUT = "cut"  # the answer stops in the middle
    BUSY = "busy"  # it asks us to come back later
    STATUS = "status"  # an answer that is an error
    PAGE = "page"  # a web page in place of data
    NO_JSON = "no-json"
    TOO_LARGE = "too-large"
    SHAPE = "shape"  # a field is missing or something else than it was
    EMPTY = "empty"  # a list that has never been without entries
    MOVING = "moving"  # a list that changed while it was read


class ServiceFault(Exception):
    """Why the service's answer cannot be used; ``slots`` fill the words."""

    def __init__(self, trouble: Trouble, where: str, **slots: str) -> None:
        self.trouble = trouble
        self.where = where  # the address without the host: "/api/Members/Search"
        self.slots: Mapping[str, str] = slots
        super().__init__(f"{where}: {trouble.value} {dict(slots) or ''}".rstrip())

    @property
    def may_pass(self) -> bool:
        """Whether the answers before it are still good, to go on from another time."""
        return self.trouble in (
            Trouble.DOWN,
            Trouble.SLOW,
            Trouble.CUT,
            Trouble.BUSY,
            Trouble.STATUS,
            Trouble.PAGE,
        )
