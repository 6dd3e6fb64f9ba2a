"""A postcode service of somebody else's, such as https://api.postcodes.io, asked for one postcode.

Nothing of a postcode is logged or kept here. See docs/adr/0064-a-second-opinion-if-asked-for.md.
"""

import json
import logging
from collections.abc import Mapping
from time import monotonic
from typing import Any, Final
from urllib.parse import quote, urlsplit

from letterwriter import __version__
from letterwriter.domain.lookup import Lookup
from letterwriter.domain.parliament import Parliament
from letterwriter.domain.postcode import NotAPostcode, Postcode, parse
from letterwriter.domain.second_opinion import Silence, second_opinion
from letterwriter.sources.restraint import Breaker, Clock, Pace
from letterwriter.sources.time_limit import AllBusy, TimeLimit

SECONDS: Final = 2.0  # from asking to the whole answer: somebody stands and waits
_AT_ONCE: Final = 4
_LARGEST: Final = 64 * 1024  # bytes: an answer has about two thousand
_CHUNK: Final = 4096
_HEADERS: Final = {"Accept": "application/json", "User-Agent": f"letterwriter/{__version__}"}
_CODES: Final = ("parliamentary_constituency_2024", "parliamentary_constituency")
# Their lines hold the address that was asked for, and so the postcode.
_TALKERS: Final = ("urllib3.connectionpool", "urllib3.util.retry")
_OWN_MACHINE: Final = {"127.0.0.1", "localhost"}


class Unusable(ValueError):
    """An answer that is not what the service promises."""


def service_address(text: str) -> str:
    """The address without a slash at its end; raises ValueError saying how to write it."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port  # a port that is no number raises here
    except ValueError:
        raise ValueError("write it as https://api.postcodes.io") from None
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _OWN_MACHINE):
        raise ValueError(
            "it must begin with https://, since it is told people's postcodes "
            "(http:// is for 127.0.0.1 and localhost alone)"
        )
    if not host or parts.username is not None or parts.query or parts.fragment or " " in text:
        raise ValueError("write it as https://api.postcodes.io, without a name, ? or #")
    return text.rstrip("/")


class PostcodeService:
    """The service at an address; ``seconds`` is the longest that anyone waits for it."""

    def __init__(self, address: str, *, seconds: float = SECONDS, clock: Clock = monotonic) -> None:
        self._address = service_address(address)
        self._seconds = seconds
        self._limit = TimeLimit(seconds, _AT_ONCE)
        self._breaker = Breaker(clock)
        self._pace = Pace(clock)
        for name in _TALKERS:
            logging.getLogger(name).addFilter(_none)

    @property
    def name(self) -> str:
        """What people are told that it is called: "api.postcodes.io"."""
        return urlsplit(self._address).hostname or ""

    @property
    def resting(self) -> bool:
        """Whether it failed so often that it is not asked for a while."""
        return self._breaker.resting

    def opinion(self, lookup: Lookup, parliament: Parliament) -> Lookup | Silence:
        """Ask for the look-up's postcode. Never raises."""
        postcode = lookup.postcode
        if postcode is None or not self._breaker.allows() or not self._pace.allows():
            return Silence.NOT_ASKED
        try:
            opinion = self._ask(lookup, postcode, parliament)
        except AllBusy:
            return Silence.NOT_ASKED
        except Exception:  # noqa: BLE001  # whatever goes wrong out there, our own answer stands
            opinion = Silence.FAILED
        self._breaker.note(failed=opinion is Silence.FAILED)
        return opinion

    def _ask(self, lookup: Lookup, postcode: Postcode, parliament: Parliament) -> Lookup | Silence:
        import requests  # noqa: F401, PLC0415  # not at the start, and not on the service's time

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
        about = parse(str(result.get("postcode")))
    except NotAPostcode:
        raise Unusable from None
    code = next((codes[name] for name in _CODES if codes.get(name)), None)
    if about != postcode or not isinstance(code, str):
        raise Unusable
    return code


def _fetched(address: str, seconds: float) -> dict[str, Any] | None:
    """The JSON object at an address, None where the service has none; raises for all else."""
    import requests  # noqa: PLC0415  # as above

    with requests.get(
        address, headers=_HEADERS, timeout=seconds, allow_redirects=False, stream=True
    ) as response:
        body = b""
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > _LARGEST:
                raise Unusable
        status = response.status_code
    answer = json.loads(body)
    if not isinstance(answer, dict):
        raise Unusable
    if status == 404 and answer.get("status") == 404:
        return None  # said twice, so that a wrong address is not taken for it
    if status != 200:
        raise Unusable
    return answer


def _none(record: logging.LogRecord) -> bool:  # noqa: ARG001  # logging's signature
    return False
