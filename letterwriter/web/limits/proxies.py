"""Proxies before the site: whom a request is from, and the usual mistakes in setting them up.

A mistake is reported in the log, once a process and in words: nothing of a request is in them.
"""

import logging
import re
from threading import Lock
from typing import Final

from flask import Flask, current_app, request
from werkzeug.http import parse_list_header
from werkzeug.middleware.proxy_fix import ProxyFix

from letterwriter.web.settings import Settings

_ENOUGH: Final = 20  # requests, as a first look may be from the machine itself, past the proxy
_MONITORS: Final = "health.healthz"  # nor are these asked through it
_OF_PROXIES: Final = ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded")
_INSIDE: Final = re.compile(r"[0-9.]+|\[.*|[^.]*")  # an address or a name without a dot

_log = logging.getLogger(__name__)


class ProxyWatch:
    """Compares what requests bring with ``proxies``, the number that was set."""

    def __init__(self, proxies: int) -> None:
        self._proxies = proxies
        self._lock = Lock()
        self._arrivals = 0
        self._right = False  # whether one came as it should
        self._own_seen = False  # whether a form of our own came with our own host
        self._reported = False  # whether a form's mistake was reported

    def note_arrival(self, addresses: int) -> None:
        """Take a request with so many addresses in X-Forwarded-For."""
        if self._arrivals >= _ENOUGH:
            return
        with self._lock:
            self._arrivals += 1
            self._right = self._right or addresses == self._proxies
            if self._arrivals == _ENOUGH and not self._right:
                _log.warning(_MORE if addresses > self._proxies else _FEWER, _ENOUGH)

    def note_form(self, origin: str, host: str, *, vouched: bool, hosts: int | None) -> None:
        """Take a form by the host of its page and the one that it came to.

        ``vouched`` says that a newer browser knows them to be the same site, ``hosts`` how
        many names X-Forwarded-Host holds, None where no proxy's header came along.
        """
        if origin == host:
            self._own_seen = True
        elif vouched or (not self._own_seen and self._may_be_ours(origin, host, hosts)):
            with self._lock:
                reported, self._reported = self._reported, True
            if not reported:
                _log.warning(_FORM)

    def _may_be_ours(self, origin: str, host: str, hosts: int | None) -> bool:
        named, called = origin.partition(":")[0], host.partition(":")[0]
        inside = _INSIDE.fullmatch(called) is not None and _INSIDE.fullmatch(named) is None
        misled = hosts is not None and (not self._proxies or hosts != self._proxies)
        return named == called or inside or misled


def init_app(app: Flask, settings: Settings) -> None:
    """Take from the trusted proxies whom a request is from, and watch what they send."""
    if hops := settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # Flask's documented way
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    app.extensions["letterwriter-proxies"] = ProxyWatch(settings.proxies)
    app.before_request(_watch)


def _watch() -> None:
    """Look at a request before it is answered or refused."""
    if request.endpoint == _MONITORS:
        return
    watch: ProxyWatch = current_app.extensions["letterwriter-proxies"]
    watch.note_arrival(_values("X-Forwarded-For"))
    origin = request.headers.get("Origin", "").partition("://")[2]
    came_from = request.headers.get("Sec-Fetch-Site", "")  # a newer browser knows others' forms
    if request.method == "POST" and origin and came_from in ("", "same-origin"):
        hosts = _values("X-Forwarded-Host") if _proxied() else None
        watch.note_form(origin, request.host, vouched=bool(came_from), hosts=hosts)


def _values(header: str) -> int:
    return len(parse_list_header(request.headers.get(header, "")))


def _proxied() -> bool:
    return any(name in request.headers for name in _OF_PROXIES)


_READ: Final = "README and `letterwriter check --settings` say what proxies must send"
_FEWER: Final = (
    "none of the first %d requests brought an address in X-Forwarded-For from each proxy that "
    "LETTERWRITER_PROXIES counts, so that all visitors are limited as if they were one: let the "
    f"proxies send it, or set LETTERWRITER_PROXIES to how many there are; {_READ}"
)
_MORE: Final = (
    "each of the first %d requests brought more addresses in X-Forwarded-For than "
    "LETTERWRITER_PROXIES counts proxies, so that many visitors are limited as if they were one: "
    f"set LETTERWRITER_PROXIES to how many there are; {_READ}"
)
_FORM: Final = (
    "a form that seems to be this site's own came with another host than its page has, and so "
    "browsers older than 2023 are refused: set LETTERWRITER_PROXIES to how many proxies there are "
    f"and let them pass Host on unchanged or send X-Forwarded-Host; {_READ}. This is told once"
)
