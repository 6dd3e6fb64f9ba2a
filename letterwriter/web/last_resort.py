"""When all else fails: pages that depend on nothing, and a server that is told nothing.

The pages are made from the error templates when the site starts. They draw on no request,
no table and no address, so nothing that a request brings can keep them from being shown.
"""

import logging
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from flask import Flask

from letterwriter.processes.budget import Elsewhere
from letterwriter.web.requests.security import HEADERS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_NEVER_KEPT: Final = ("Cache-Control", "no-store")
_Given = list[tuple[str, str]]


class LastResort:
    """Round the whole site: whatever fails in it ends here, and every answer has our headers."""

    def __init__(self, site: "WSGIApplication", page: str, log: logging.Logger) -> None:
        self._site = site
        self._page = page.encode()
        self._log = log

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer as the site does, or with the page for faults of ours."""

        def start(status: str, headers: _Given, *exc_info: Any) -> Any:
            return start_response(status, _with_ours(headers), *exc_info)

        try:
            return _Body(self._site(environ, start), self._log)
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:  # noqa: BLE001  # compiled libraries raise more than Exception
            tell(self._log, error)
            return self._failed(start_response)

    def _failed(self, start_response: "StartResponse") -> list[bytes]:
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(self._page))),
        ]
        # The error goes along so that headers which were set already may be replaced.
        start_response("500 Internal Server Error", _with_ours(headers), sys.exc_info())
        return [self._page]


class _Body:
    """An answer's bytes; a fault amid them ends the answer and goes no further."""

    def __init__(self, whole: Iterable[bytes], log: logging.Logger) -> None:
        self._whole = whole
        self._log = log

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._whole
        except Exception as error:  # noqa: BLE001  # a server would log the address that was asked for
            tell(self._log, error)

    def close(self) -> None:
        """Let go of what the answer held open, as servers ask."""
        try:
            getattr(self._whole, "close", lambda: None)()
        except Exception as error:  # noqa: BLE001  # as above
            tell(self._log, error)


def tell(log: logging.Logger, error: BaseException) -> None:
    """Log where a fault of ours happened and of what kind it is, never its message.

    A message such as "invalid literal: 'my story'" would put a person's words into the log.
    """
    places = "".join(traceback.format_tb(error.__traceback__))
    if isinstance(error.__cause__, Elsewhere):  # it happened in a process of its own
        places += error.__cause__.places
    log.error("%s, its message left out\n%s", type(error).__name__, places)


def init_app(app: Flask) -> None:
    """Put all that stands so far into a last resort: to be called when the site is complete."""
    app.logger.addFilter(_without_message)
    page = bare_pages(app, [500])[500]
    app.wsgi_app = LastResort(app.wsgi_app, page, app.logger)  # type: ignore[method-assign]


def bare_pages(app: Flask, codes: Iterable[int]) -> Mapping[int, str]:
    """Error pages by their status, without frame, styles and links."""
    found = ((code, app.jinja_env.get_template(f"errors/{code}.html")) for code in codes)
    return {code: template.render(errors=True, bare=True) for code, template in found}


def _without_message(record: logging.LogRecord) -> bool:
    """Flask's own lines hold the path that was asked for, and the message of the error."""
    if record.exc_info and record.exc_info[1]:
        error = record.exc_info[1]
        places = "".join(traceback.format_tb(error.__traceback__))
        record.msg, record.args = "%s, its message left out\n%s", (type(error).__name__, places)
        record.exc_info = record.exc_text = None
    return True


def _with_ours(headers: _Given) -> _Given:
    """These headers and those of ours that are not among them."""
    there = {name.lower() for name, _ in headers}
    ours = (*HEADERS.items(), _NEVER_KEPT)
    return [*headers, *(pair for pair in ours if pair[0].lower() not in there)]
