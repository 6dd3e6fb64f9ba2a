"""Where a request's work is done: in processes that can be ended, and for as long as it waits."""

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from flask import Flask, abort, current_app, request

from letterwriter.processes.budget import Abandoned, Budget, Busy
from letterwriter.web.requests.client_left import client_has_left

if TYPE_CHECKING:
    from letterwriter.processes.pool import Pool

LETTERS: Final = "letters"  # single ones, which go before everything else
SHEETS: Final = "sheets"  # packs, postcards and posters
LISTS: Final = "lists"  # one at a time, each in a process that nothing else was in

_GIVING_WAY: Final = 10  # the niceness of what can wait a little
_PLACES: Final[dict[str, dict[str, Any]]] = {
    LETTERS: {},
    SHEETS: {"nice": _GIVING_WAY},
    LISTS: {"nice": _GIVING_WAY, "at_once": 1, "reused": False},
}
_POOLS: Final = "letterwriter-pools"

_T = TypeVar("_T")


class Pools:
    """The places for each kind of work, set up when there is some of it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pools: dict[str, Pool] = {}

    def __getitem__(self, where: str) -> "Pool":
        from letterwriter.processes.pool import Pool  # noqa: PLC0415  # the site starts without it

        with self._lock:
            if where not in self._pools:
                self._pools[where] = Pool(**_PLACES[where])
            return self._pools[where]


def init_app(app: Flask) -> None:
    """Give the site its pools of processes."""
    app.extensions[_POOLS] = Pools()


def pools() -> Pools:
    """The running site's."""
    return cast(Pools, current_app.extensions[_POOLS])


def done(where: str, work: Callable[[], _T], budget: Budget) -> _T:
    """What ``work`` returns or raises, or the page that says how busy we are. Raises `Spent`."""
    try:
        return pools()[where].run(work, budget, partial(client_has_left, request.environ))
    except (Busy, Abandoned):  # whoever has left reads no page
        abort(503)
