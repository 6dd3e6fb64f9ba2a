"""A service on the network that is asked many times, with retries, pauses and a longest time."""

import math
from collections.abc import Callable, Mapping
from typing import Final, TypeVar
from urllib.parse import urlencode

import requests
from urllib3.exceptions import ReadTimeoutError

from letterwriter import __version__
from letterwriter.files.strict_json import NotJson, read_json
from letterwriter.parliament.api import bounded_request
from letterwriter.parliament.api.bounded_request import Packed, Request, Response, TooLarge
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.http_cache import HttpCache
from letterwriter.parliament.api.retries import RetryBudget, RetryPolicy, asked_to_wait
from letterwriter.parliament.api.shapes import Json
from letterwriter.parliament.api.time_limit import TimeLimit

_AGENT: Final = f"letterwriter/{__version__} (refreshes its table of MPs; python-requests)"
_PASSING: Final = frozenset({429, 500, 502, 503, 504})  # statuses that are asked again
_MOST_WAIT: Final = 300  # seconds that we stay when asked to wait; else we come another time
_MOST_BYTES: Final = 8 * 1024 * 1024  # the largest answer, the government's posts, is under one
_MOST_IN_ALL: Final = 64 * 1024 * 1024  # a refresh reads some five
_LONGEST_CAUSE: Final = 200  # characters, for a line on the screen

_T = TypeVar("_T")


class Service:
    """Asks for JSON. Answers that are in ``kept`` are not asked for again."""

    def __init__(self, base: str, kept: HttpCache, policy: RetryPolicy) -> None:
        self._base = base.rstrip("/")
        self._kept = kept
        self._policy = policy
        self._session = bounded_request.session(self._base, _AGENT)
        self._limit = TimeLimit(policy.whole, at_once=2)
        self._until = policy.clock() + policy.in_all
        self._bytes = 0

    def get(
        self,
        path: str,
        query: Mapping[str, str | int] | None,
        read: Callable[[Json], _T],
    ) -> _T:
        """What ``read`` makes of the answer's JSON.

        An answer is kept only once ``read`` has taken it: a bad one is asked for anew another
        time. Raises ServiceFault, as ``read`` may, or OSError where none can be kept.
        """
        address = f"{self._base}{path}" + (f"?{urlencode(query)}" if query else "")
        kept = self._kept.get(address)
        if kept is not None:
            try:
                return read(_json(kept, path))
            except ServiceFault:  # damaged on the disk, or by an edition that took more
                self._kept.drop(address)
        answer = self._answer_to(address, path)
        found = read(_json(answer, path))
        self._kept.keep(address, answer)
        return found

    def _answer_to(self, address: str, path: str) -> bytes:
        """The whole answer; what may pass is asked for again, after a while."""
        budget = RetryBudget(self._policy.whole)
        self._wait(self._policy.pause, path)
        while True:
            began = self._policy.clock()
            answer, fault = self._try_once(
                address, path, min(budget.seconds_left, self._until - began)
            )
            if answer is not None and answer.status not in _PASSING:
                return self._checked_body(answer, path)
            budget = budget.after(self._policy.clock() - began)
            wait = asked_to_wait(answer.retry_after) if answer else None
            if wait and wait > _MOST_WAIT:
                minutes = str(math.ceil(wait / 60))
                raise ServiceFault(Failure.BUSY, path, minutes=minutes)
            if budget.is_spent(cut=bool(fault and fault.trouble is Failure.CUT)):
                raise fault or _status(answer, path)
            self._wait(wait or budget.backing_off, path)

    def _try_once(
        self, address: str, path: str, left: float
    ) -> tuple[Response | None, ServiceFault | None]:
        """One try: an answer of whatever status, or what kept it from coming and may pass."""
        question = Request(address, self._policy.connect, self._policy.read, _MOST_BYTES)
        try:
            found = self._limit.call(lambda: bounded_request.fetch(self._session, question), left)
        except TimeoutError:
            raise ServiceFault(Failure.SLOW, path) from None
        except TooLarge:
            raise ServiceFault(Failure.TOO_LARGE, path) from None
        except (Packed, requests.exceptions.ContentDecodingError):
            raise ServiceFault(Failure.PACKED, path) from None
        except requests.RequestException as error:
            return None, _fault(error, path)
        return found, None

    def _checked_body(self, answer: Response, path: str) -> bytes:
        if answer.is_redirect:
            raise ServiceFault(Failure.MOVED, path, status=str(answer.status))
        if answer.status != requests.codes.ok:
            raise _status(answer, path)
        self._bytes += len(answer.body)
        if self._bytes > _MOST_IN_ALL:
            raise ServiceFault(Failure.TOO_LARGE, path)
        return answer.body

    def _wait(self, seconds: float, path: str) -> None:
        """Sleep so long; raises ServiceFault where that would take all questions too long."""
        if self._policy.clock() + seconds >= self._until:
            raise ServiceFault(Failure.LATE, path, minutes=str(math.ceil(self._policy.in_all / 60)))
        self._policy.sleep(seconds)


def _json(answer: bytes, path: str) -> Json:
    try:
        return Json(path, read_json(answer))
    except NotJson:
        page = answer.lstrip()[:1] == b"<"
        raise ServiceFault(Failure.PAGE if page else Failure.NO_JSON, path) from None


def _status(answer: Response | None, path: str) -> ServiceFault:
    if answer is None or answer.status == requests.codes.too_many_requests:
        return ServiceFault(Failure.BUSY, path)
    return ServiceFault(Failure.STATUS, path, status=str(answer.status))


def _fault(error: Exception, path: str) -> ServiceFault:
    """What lies under the exceptions that requests and urllib3 wrap into one another."""
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return ServiceFault(Failure.CUT, path)
    inner = error.args[0] if error.args else error
    reason = getattr(inner, "reason", inner)
    if isinstance(error, requests.Timeout) or isinstance(reason, ReadTimeoutError):
        return ServiceFault(Failure.SLOW, path)
    text = str(reason).rpartition(": ")[2][:_LONGEST_CAUSE]
    cause = "".join(each if each.isprintable() else "?" for each in text)  # it may quote the answer
    return ServiceFault(Failure.DOWN, path, cause=cause)
