"""Pages for what goes wrong: each says what happened and how to go on."""

from flask import Flask, current_app, render_template, request
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException

from letterwriter.processes.budget import Spent
from letterwriter.web.last_resort import bare_pages, tell

PAGES = {400, 403, 404, 405, 413, 422, 429, 500, 503}
_RETRY = {429: "60", 503: "10"}  # seconds
_TOLD = ("Allow", "Content-Range")  # what 405 and 416 must say besides
_BARE = "letterwriter-bare-pages"


def init_app(app: Flask) -> None:
    """One page for every kind of error; the words are in ``templates/errors/``."""
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(Spent, spent)
    app.register_error_handler(Exception, report)
    app.extensions[_BARE] = bare_pages(app, PAGES)


def show(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    """The page of an error, without a word of what was sent."""
    code = error.code or 500
    page = code if code in PAGES else (500 if code >= 500 else 400)
    headers = {name: value for name, value in error.get_headers() if name in _TOLD}
    if code in _RETRY:
        headers["Retry-After"] = _RETRY[code]
    return _page(page), code, headers


def spent(_: Spent) -> tuple[str, int, dict[str, str]]:
    """The page of work that took more than its budget: what was sent, or else our own fault."""
    if request.method == "GET":
        return _page(503), 503, {"Retry-After": _RETRY[503]}
    return _page(422), 422, {}


def report(error: Exception) -> tuple[str, int, dict[str, str]]:
    """The page of a fault of ours, which is logged without its message."""
    tell(current_app.logger, error)
    return _page(500), 500, {}


def _page(code: int) -> str:
    """The page with its frame; without it where the frame cannot be made."""
    bare: str = current_app.extensions[_BARE][code]
    if request_ctx.url_adapter is None:  # an impossible Host: no link can be made under it
        return bare
    try:
        return render_template(f"errors/{code}.html", errors=True)
    except Exception as error:  # noqa: BLE001  # whatever it is, a page must be shown
        tell(current_app.logger, error)
        return bare
