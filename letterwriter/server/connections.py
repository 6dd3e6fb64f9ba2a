"""All open connections of a process: the overdue are closed, and all memory of them is bounded."""

from collections.abc import Iterable
from typing import Protocol

from letterwriter.server.connection_limits import Limits


class Open(Protocol):
    """A connection as this list sees it."""

    working: bool  # a page is being made for it: nothing is waited for
    since: float  # when we began to wait for what is waited for now

    @property
    def held(self) -> int:
        """Bytes in memory for it."""
        ...

    def overdue(self, now: float) -> bool:
        """Whether it has been waited for long enough."""
        ...

    def drop(self) -> None:
        """Close it at once."""
        ...


class Connections:
    """The open connections. Used by the event loop's thread alone."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: set[Open] = set()

    def add(self, connection: Open) -> None:
        """Take one more; where there are too many, the longest awaited goes."""
        if len(self._open) >= self._limits.connections:
            self._drop_longest_awaited(self._open)
        self._open.add(connection)

    def discard(self, connection: Open) -> None:
        """Forget one that is closed."""
        self._open.discard(connection)

    def free_memory(self) -> None:
        """Drop those that hold memory, the longest awaited first, while it is too much."""
        holding = [each for each in self._open if each.held]
        while sum(each.held for each in holding) > self._limits.held:
            dropped = self._drop_longest_awaited(holding)
            if dropped is None:
                return
            holding.remove(dropped)

    def drop_overdue(self, now: float) -> None:
        """Drop all that took too long."""
        for connection in [each for each in self._open if each.overdue(now)]:
            connection.drop()

    def drop_awaited(self) -> None:
        """Drop all for which no page is being made and no answer is under way."""
        for connection in [each for each in self._open if not each.working and not each.held]:
            connection.drop()

    def _drop_longest_awaited(self, among: Iterable[Open]) -> Open | None:
        awaited = [each for each in among if not each.working]
        if not awaited:
            return None
        longest = min(awaited, key=lambda each: each.since)
        self._open.discard(longest)
        longest.drop()
        return longest
