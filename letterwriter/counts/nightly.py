"""The publication of the day: read from the database once a night, and held in memory."""

import time
from collections.abc import Callable
from datetime import date
from threading import Lock, Thread
from typing import Final

from letterwriter.counts.database import CountsDatabase
from letterwriter.counts.publication import Publication, last_night, publication

_AGAIN: Final = 30.0  # seconds without asking after a failure
_FOR_ANOTHER: Final = 1.0  # seconds to wait while another thread reads


class NightlyCounts:
    """One thread reads while others wait for a second, and are answered with what is there."""

    def __init__(
        self, database: CountsDatabase, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._clock = clock
        self._lock = Lock()
        self._held: dict[str, Publication] = {}
        self._next_try = clock()

    def published(self, campaign: str, today: date) -> Publication | None:
        """The last night's; an earlier one while the database fails, None where there is none."""
        if not self._is_here(campaign, today) and self._lock.acquire(timeout=_FOR_ANOTHER):
            try:
                self._read(campaign, today)
            finally:
                self._lock.release()
        return self._held.get(campaign)

    def at_hand(self, campaign: str, today: date) -> Publication | None:
        """What there is without waiting; what there is not is read in a thread of its own."""
        if not self._is_here(campaign, today) and not self._lock.locked():
            Thread(target=self.published, args=(campaign, today), daemon=True).start()
        return self._held.get(campaign)

    def _is_here(self, campaign: str, today: date) -> bool:
        held = self._held.get(campaign)
        return held is not None and held.until == last_night(today)[0]

    def _read(self, campaign: str, today: date) -> None:
        if self._is_here(campaign, today) or self._clock() < self._next_try:
            return
        until, before = last_night(today)
        try:
            so_far = self._database.so_far(campaign, until, before)
        except Exception:  # noqa: BLE001  # whoever writes to it says what is wrong
            self._database.close()
            self._next_try = self._clock() + _AGAIN
        else:
            self._held[campaign] = publication(until, so_far)
