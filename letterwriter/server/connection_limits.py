"""How long a visitor may take, and how much may be held for all who are slow.

A letter sent over a bad phone line fits these; one byte a second does not.
"""

from dataclasses import dataclass
from typing import Final

HEAD_SECONDS: Final = 15.0  # for the first line and the headers, and between two requests
GRACE_SECONDS: Final = 20.0  # for a body or an answer, however slow it begins
BYTES_A_SECOND: Final = 8 * 1024  # after that, on average: an old phone's line, both ways


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process holds for visitors at a time.

    ``connections`` open ones, and ``held`` bytes of bodies and answers that
    are on their way; past either, who has been waited for longest has to go.
    """

    connections: int = 1000
    held: int = 64 * 1024 * 1024


def seconds_for(moved: int) -> float:
    """How long a body or an answer may take of which so many bytes have moved by now."""
    return GRACE_SECONDS + moved / BYTES_A_SECOND
