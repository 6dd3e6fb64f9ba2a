"""A postcode service of somebody else's, such as https://api.postcodes.io, asked for one postcode.

Nothing of a postcode is logged or kept here. See docs/adr/0016-a-second-opinion-if-asked-for.md.
"""

import logging
from collections.abc import Mapping
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlsplit

from letterwriter import __version__
from letterwriter.files.strict_json import read_json
from letterwriter.parliament.api.time_limit import AllBusy, TimeLimit
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.circuit_breaker import CircuitBreaker, Clock
from letterwriter.postcodes.lookup import Lookup
from letterwriter.postcodes.outside_lookup import Silence, second_opinion
from letterwriter.postcodes.postcode import NotAPostcode, Postcode, parse_postcode
from letterwriter.processes.limit_share import share_of
from letterwriter.text.web_address import safe_service

if TYPE_CHECKING:
    from limits.strategies import RateLimiter

SECONDS: Final = 2.0  # from asking to the whole answer: somebody stands and waits
MOST_A_MINUTE: Final = 60  # far more than people at stalls press, far fewer than a script could
_AT_ONCE: Final = 4
_LARGEST: Final = 64 * 1024  # bytes: an answer has about two thousand
_AGENT: Final = f"letterwriter/{__version__}"
_CODES: Final = ("parliamentary_constituency_2024", "parliamentary_constituency")
# Their lines hold the address that was asked for, and so the postcode.
_LOGGERS_OF_ADDRESSES: Final = ("urllib3.connectionpool", "urllib3.util.retry")


class Unusable(ValueError):
    """An answer that is not what the service promises."""


def service_address(text: str) -> str:
    """The address without a slash at its end; raises ValueError saying how to write it."""
    return safe_service(text, "https://api.postcodes.io", "since it is told people's postcodes")


class PostcodeService:
    """The service at an address; ``seconds`` is the longest that anyone waits for it.

    ``processes`` ask it, each its part of what one site may.
    """

    def __init__(
        self,
        address: str,
        *,
        seconds: float = SECONDS,
        clock: Clock = monotonic,
        processes: int = 1,
    ) -> None:
        self._address = service_address(address)
        self._seconds = seconds
        self._limit = TimeLimit(seconds, _AT_ONCE)
        self._breaker = CircuitBreaker(clock)
        self._most_a_minute = share_of(MOST_A_MINUTE, processes)
        for name in _LOGGERS_OF_ADDRESSES:
            logging.getLogger(name).addFilter(_drop_record)

    @property
    def name(self) -> str:
        """Its name for people: "api.postcodes.io"."""
        return urlsplit(self._address).hostname or ""

    @property
    def resting(self) -> bool:
        """Whether it failed so often that it is not asked for a while."""
        return self._breaker.resting

    def opinion(self, lookup: Lookup, parliament: Parliament) -> Lookup | Silence:
        """Ask for the look-up's postcode. Never raises."""
        postcode = lookup.postcode
        if postcode is None or not self._breaker.allows() or not self._within_limit():
            return Silence.NOT_ASKED
        try:
            opinion = self._ask(lookup, postcode, parliament)
        except AllBusy:
            return Silence.NOT_ASKED
        except Exception:  # noqa: BLE001  # whatever goes wrong out there, our own answer stands
            opinion = Silence.FAILED
        self._breaker.note(failed=opinion is Silence.FAILED)
        return opinion

    def _within_limit(self) -> bool:
        """Whether one more may be asked within a minute, whoever asks; it counts as asked."""
        from limits import RateLimitItemPerMinute  # noqa: PLC0415  # as below

        return self._limiter.hit(RateLimitItemPerMinute(self._most_a_minute))

    @cached_property
    def _limiter(self) -> "RateLimiter":
        from limits.storage import MemoryStorage  # noqa: PLC0415  # as below
        from limits.strategies import MovingWindowRateLimiter  # noqa: PLC0415

        return MovingWindowRateLimiter(MemoryStorage())

    def _ask(self, lookup: Lookup, postcode: Postcode, parliament: Parliament) -> Lookup | Silence:
        # Not at the start, since it is slow to load, and not on the service's time.
        from letterwriter.parliament.api import bounded_request  # noqa: F401, PLC0415

        address = f"{self._address}/postcodes/{quote(str(postcode))}"
        answer = self._limit.call(lambda: _fetched(address, self._seconds))
        if answer is None:
            return Silence.UNKNOWN
        code = code_for(postcode, answer)
        return second_opinion(lookup, code, self.name, parliament) or Silence.FAILED


def code_for(postcode: Postcode, answer: Mapping[str, Any]) -> str:
    """The constituency's code in an answer about this postcode; raises Unusable.

    Source: https://api.postcodes.io/docs/postcode/lookup, of which "result"
    counts: {"postcode": "M14 5TP", "codes": {"parliamentary_constituency_2024": "E14001353"}}.
    """
    result = answer.get("result")
    codes = result.get("codes") if isinstance(result, dict) else None
    if not isinstance(result, dict) or not isinstance(codes, dict):
        raise Unusable
    try:
        about = parse_postcode(str(result.get("postcode")))
    except NotAPostcode:
        raise Unusable from None
    code = next((codes[name] for name in _CODES if codes.get(name)), None)
    if about != postcode or not isinstance(code, str):
        raise Unusable
    return code


def _fetched(address: str, seconds: float) -> dict[str, Any] | None:
    """The JSON object at an address, None where the service has none; raises for all else."""
    from letterwriter.parliament.api import bounded_request  # noqa: PLC0415  # as above

    question = bounded_request.Request(address, connect=seconds, read=seconds, largest=_LARGEST)
    with bounded_request.session(address, _AGENT) as session:
        found = bounded_request.fetch(session, question, errors=True)
    answer = read_json(found.body)
    if not isinstance(answer, dict):
        raise Unusable
    if found.status == 404 and answer.get("status") == 404:
        return None  # said twice, so that a wrong address is not taken for it
    if found.status != 200:
        raise Unusable
    return answer


def _drop_record(record: logging.LogRecord) -> bool:  # noqa: ARG001  # logging's signature
    return False
