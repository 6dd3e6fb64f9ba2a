"""A House that the service lists no members of: dissolved, or a fault of the service.

A list that is empty by itself proves nothing. Between a dissolution and the election the service
also has nobody in any constituency, and says of those who sat that they left, on one day.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from letterwriter.parliament.dissolution import Dissolution
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.seat_checks import SEATS

_ASKED: Final = 6  # members whose own record is looked at
_ENOUGH: Final = 3  # of them, who left on one day


@dataclass(frozen=True, slots=True)
class EmptyHouse:
    """What the service says besides its empty list of members.

    ``left`` is when each former member who was asked about ceased to sit, None for one who still
    does; those without a usable answer are not in it.
    """

    constituencies: int
    held: int  # of them, by the list of constituencies
    left: tuple[date | None, ...]

    def dissolved_on(self, today: date) -> date | None:
        """The day of the dissolution; None where this does not prove one."""
        days = [day for day in self.left if day]
        if self.held or self.constituencies != SEATS or len(days) < len(self.left):
            return None
        day = max(days, default=today)
        return day if Counter(days)[day] >= _ENOUGH and day <= today else None


def ids_to_ask(parliament: Parliament) -> tuple[str, ...]:
    """Some members of a table, from all over it, to ask the service about one by one."""
    ids = [seat.member.member_id for seat in parliament if seat.member and seat.member.member_id]
    return tuple(ids[:: max(1, len(ids) // _ASKED)][:_ASKED])


def without_members(known: Parliament, day: date, source: str, since: Dissolution) -> Parliament:
    """The table of a House without members, as seen on a day."""
    seats = (replace(seat, member=None, as_of=day, source=source) for seat in known)
    return Parliament(seats, since)
