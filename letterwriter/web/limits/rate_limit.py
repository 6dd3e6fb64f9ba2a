"""How many documents one visitor may make a minute, whoever counts them."""

import hmac
import logging
from collections.abc import Callable
from functools import cached_property
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

from letterwriter.postcodes.circuit_breaker import CircuitBreaker, Clock
from letterwriter.web.limits.limit_storage import MEMORY, SharedStorage, lasting, passing
from letterwriter.web.limits.visitor_address import counted_as
from letterwriter.web.settings import BadSetting, Settings

if TYPE_CHECKING:
    from limits.strategies import RateLimiter

AGAIN: Final = 10.0  # seconds until a storage that failed is tried once more

_T = TypeVar("_T")

_log = logging.getLogger(__name__)


class RateLimit:
    """How many PDFs and Word documents one visitor's address may make a minute.

    The address is held only as a keyed hash, and only for that minute. Where a
    shared storage is set and fails, each process counts its part of the limit in
    its own memory until it is back: a site is not down because its Redis is.
    """

    def __init__(self, settings: Settings, clock: Clock = monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._breaker = CircuitBreaker(clock, most=1, rest=AGAIN)
        self._lock = Lock()
        self._alone_since: float | None = None

    def allows(self, address: str) -> bool:
        """Whether this address may make one more document now."""
        from limits import RateLimitItemPerMinute  # noqa: PLC0415  # at the first PDF, not the start

        name = counted_as(address).encode()
        key = hmac.digest(self._settings.secret_key.encode(), name, "sha256").hex()
        whole = RateLimitItemPerMinute(self._settings.pdfs_a_minute)
        allowed = self._asked(lambda shared: shared.hit(whole, key))
        if allowed is not None:
            return allowed
        return self._own.hit(RateLimitItemPerMinute(self._settings.pdfs_each), key)

    @property
    def is_shared(self) -> bool:
        """Whether all processes are to count together."""
        return self._settings.limits_storage != MEMORY

    def seconds_alone(self) -> int:
        """How long the shared storage has failed, 0 if it counts now; it is tried to tell."""
        self._asked(lambda shared: shared.look())
        since = self._alone_since
        return 0 if since is None else 1 + int(self._clock() - since)

    def open(self) -> None:
        """Try the storage as the site starts; raises BadSetting where no waiting would mend it.

        In a storage of its own, as connections do not survive that processes part.
        """
        if not self.is_shared:
            return
        try:
            SharedStorage(self._settings.limits_storage).look()
        except Exception as error:  # noqa: BLE001  # sorted here: refused, or reported and tried again
            if why := lasting(error):
                raise BadSetting(f"LETTERWRITER_LIMITS_STORAGE cannot be used: {why}") from None
            self._note(error)

    @cached_property
    def _shared(self) -> SharedStorage:
        return SharedStorage(self._settings.limits_storage)

    @cached_property
    def _own(self) -> "RateLimiter":
        from limits.storage import MemoryStorage  # noqa: PLC0415  # as above
        from limits.strategies import FixedWindowRateLimiter  # noqa: PLC0415

        return FixedWindowRateLimiter(MemoryStorage())

    def _asked(self, ask: Callable[[SharedStorage], _T]) -> _T | None:
        """What the shared storage answers; None where there is none, or it fails."""
        if not self.is_shared or not self._breaker.allows():
            return None
        try:
            answer = ask(self._shared)
        except Exception as error:  # noqa: BLE001  # whatever is wrong there is no visitor's matter
            self._note(error)
            return None
        self._note(None)
        return answer

    def _note(self, error: Exception | None) -> None:
        """Remember how asking went, and tell the log where that changes."""
        self._breaker.note(failed=error is not None)
        with self._lock:
            was_alone = self._alone_since is not None
            if error and not was_alone:
                self._alone_since = self._clock()
                _log.warning(_LOST, passing(error), AGAIN)
            elif error is None and was_alone:
                self._alone_since = None
                _log.warning(_BACK)


_LOST: Final = (
    "the storage in LETTERWRITER_LIMITS_STORAGE %s: each process counts its part of the limits in "
    "its own memory for now, and tries again every %d seconds"
)
_BACK: Final = "the storage in LETTERWRITER_LIMITS_STORAGE is back: limits are shared again"
