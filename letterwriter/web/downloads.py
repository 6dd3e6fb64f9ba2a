"""Files that are made for a visitor to save, and how many of them one may have made."""

from collections.abc import Mapping
from datetime import date
from secrets import token_hex
from typing import Final, cast

from flask import Flask, Response, abort, current_app, request

from letterwriter.tallies.tally import as_line, printed_ahead
from letterwriter.web.limits.rate_limit import RateLimit
from letterwriter.web.settings import Settings

_LIMIT: Final = "letterwriter-gate"


def init_app(app: Flask, settings: Settings) -> None:
    """Count what is made for each visitor; raises BadSetting where the counts cannot be kept."""
    limit = app.extensions[_LIMIT] = RateLimit(settings)
    limit.open()


def rate_limit() -> RateLimit:
    """The running site's."""
    return cast(RateLimit, current_app.extensions[_LIMIT])


def count_document() -> None:
    """Count one more document for the visitor; the page for "too many" above the limit."""
    if not rate_limit().allows(request.remote_addr or ""):
        abort(429)


def tally_of_printed(day: date, copies: Mapping[str, int]) -> Response:
    """A tally of letters printed ahead, by constituency's code, with an id by chance."""
    line = as_line(printed_ahead(token_hex(8), day, copies))
    return attachment(f"{line}\n".encode(), "text/plain; charset=utf-8", "tally-printed.jsonl")


def attachment(content: bytes, media_type: str, name: str) -> Response:
    """The answer that a browser saves under this name."""
    response = Response(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
