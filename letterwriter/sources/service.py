"""A service on the network that is asked many times: patiently, politely, and never for ever."""

import json
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, InvalidHeader, ReadTimeoutError
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from letterwriter import __version__
from letterwriter.sources.kept_answers import KeptAnswers
from letterwriter.sources.service_fault import ServiceFault, Trouble

_AGENT: Final = f"letterwriter/{__version__} (refreshes its table of MPs; python-requests)"
_TRIES: Final = 4  # after the first, for no connection, 429 and 5xx
_READS: Final = 3  # of an answer that stops in the middle
_MOST_WAIT: Final = 300  # seconds that we stay when asked to wait; else we come another time
_MOST_BYTES: Final = 8 * 1024 * 1024  # the largest answer, the government's posts, is under one


@dataclass(frozen=True, slots=True)
class Manners:
    """How long to wait: before a request, for a connection, for more of an answer, for all of it.

    All in seconds. ``sleep``, ``clock`` and the time of day are arguments so that tests need
    not wait.
    """

    pause: float = 0.1
    connect: float = 10
    read: float = 30
    whole: float = 90
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time


class Service:
    """Asks for JSON. Answers that are in ``kept`` are not asked for again."""

    def __init__(self, base: str, kept: KeptAnswers, manners: Manners) -> None:
        self._base = base.rstrip("/")
        self._kept = kept
        self._manners = manners
        self._session = requests.Session()
        self._session.headers.update({"User-Agent": _AGENT, "Accept": "application/json"})
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=_patience(manners.sleep)))

    def get(self, path: str, query: Mapping[str, str | int] | None = None) -> object:
        """The JSON of an answer; raises ServiceFault, or OSError where none can be kept."""
        address = f"{self._base}{path}" + (f"?{urlencode(query)}" if query else "")
        kept = self._kept.get(address)
        answer = kept or self._asked(address, path)
        try:
            found: object = json.loads(answer)
        except ValueError:
            page = answer.lstrip()[:1] == b"<"
            raise ServiceFault(Trouble.PAGE if page else Trouble.NO_JSON, path) from None
        if kept is None:
            self._kept.keep(address, answer)
        return found

    def _asked(self, address: str, path: str) -> bytes:
        """The whole answer; one that stops in the middle is asked for again."""
        for attempt in range(_READS):
            self._manners.sleep(self._manners.pause if attempt == 0 else 2**attempt)
            try:
                return self._read(address, path)
            except requests.exceptions.ChunkedEncodingError:
                continue
            except requests.Timeout:
                raise ServiceFault(Trouble.SLOW, path) from None
            except _TooLong as asked:
                raise ServiceFault(Trouble.BUSY, path, minutes=asked.minutes) from None
            except (requests.RequestException, HTTPError) as error:
                raise _fault(error, path) from None
        raise ServiceFault(Trouble.CUT, path)

    def _read(self, address: str, path: str) -> bytes:
        waits = self._manners.connect, self._manners.read
        until = self._manners.clock() + self._manners.whole
        body = bytearray()
        with self._session.get(address, timeout=waits, stream=True) as response:
            if response.status_code == requests.codes.too_many_requests:
                raise ServiceFault(Trouble.BUSY, path)
            if response.status_code != requests.codes.ok:
                raise ServiceFault(Trouble.STATUS, path, status=str(response.status_code))
            for part in response.iter_content(64 * 1024):
                body += part
                if len(body) > _MOST_BYTES:
                    raise ServiceFault(Trouble.TOO_LARGE, path)
                if self._manners.clock() > until:  # byte by byte it could take for ever
                    raise ServiceFault(Trouble.SLOW, path)
        return bytes(body)


class _TooLong(Exception):
    """The service asks us to wait longer than we stay."""

    def __init__(self, seconds: float) -> None:
        self.minutes = str(math.ceil(seconds / 60))
        super().__init__(f"asked to wait for {self.minutes} minutes")


def _patience(sleep: Callable[[float], None]) -> Retry:
    class Patience(Retry):
        """Waits as long as it is asked to, if that is not too long, and through ``sleep``."""

        def sleep(self, response: BaseHTTPResponse | None = None) -> None:
            try:
                asked = self.get_retry_after(response) if response else None
            except InvalidHeader:  # neither seconds nor a date
                asked = None
            if asked and asked > _MOST_WAIT:
                raise _TooLong(asked)
            sleep(asked or max(1, self.get_backoff_time()))

    return Patience(
        total=_TRIES,
        status_forcelist=(429, 500, 502, 503, 504),
        backoff_factor=1,
        backoff_jitter=0.5,
        raise_on_status=False,  # the last answer tells more than that there were too many
    )


def _fault(error: Exception, path: str) -> ServiceFault:
    """What lies under the exceptions that requests and urllib3 wrap into one another."""
    cause = error.args[0] if error.args else error
    reason = getattr(cause, "reason", cause)
    if isinstance(reason, ReadTimeoutError):
        return ServiceFault(Trouble.SLOW, path)
    return ServiceFault(Trouble.DOWN, path, cause=str(reason).rpartition(": ")[2])
