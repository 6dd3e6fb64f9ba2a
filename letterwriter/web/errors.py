"""Pages for what goes wrong: each says what happened and how to go on."""

import traceback

from flask import Flask, current_app, render_template
from werkzeug.exceptions import HTTPException

PAGES = {400, 403, 404, 405, 413, 429, 500, 503}
_RETRY = {429: "60", 503: "10"}  # seconds


def init_app(app: Flask) -> None:
    """One page for every kind of error; the words are in ``templates/errors/``."""
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(Exception, report)


def show(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    """The page of an error, without a word of what was sent."""
    code = error.code or 500
    page = code if code in PAGES else (500 if code >= 500 else 400)
    headers = {"Retry-After": _RETRY[code]} if code in _RETRY else {}
    return render_template(f"errors/{page}.html", errors=True), code, headers


def report(error: Exception) -> tuple[str, int, dict[str, str]]:
    """Log where a fault of ours happened and of what kind it is, never its message.

    A message such as "invalid literal: 'my story'" would put a person's words into the log.
    """
    places = "".join(traceback.format_tb(error.__traceback__))
    current_app.logger.error("%s, its message left out\n%s", type(error).__name__, places)
    return render_template("errors/500.html", errors=True), 500, {}
