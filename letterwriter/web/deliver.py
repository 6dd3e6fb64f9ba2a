"""Handing the letter over: print, PDF, text, copy, mail. Nothing is sent or kept here."""

import hmac
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from letterwriter.domain.letter import Letter
from letterwriter.domain.paper import Layout
from letterwriter.outputs import links, text
from letterwriter.outputs.press import Busy, Press
from letterwriter.outputs.testsheet import envelope_sheet
from letterwriter.web import carrying, sheet
from letterwriter.web.forms import PaperForm
from letterwriter.web.settings import Settings
from letterwriter.web.world import world
from letterwriter.web.write import Desk, desk_for

if TYPE_CHECKING:
    from limits.strategies import RateLimiter

bp = Blueprint("deliver", __name__)

FILE_NAME = "letter-to-my-mp"  # says nothing of who wrote it
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Gate:
    """How many PDFs and Word documents one visitor's address may make a minute.

    The address is held only as a keyed hash, and only for that minute.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _limiter(self) -> "RateLimiter":
        from limits import strategies  # noqa: PLC0415  # loaded at the first PDF, not at the start
        from limits.storage import storage_from_string  # noqa: PLC0415

        return strategies.FixedWindowRateLimiter(storage_from_string(self._settings.limits_storage))

    def allows(self, address: str) -> bool:
        """Whether this address may make one more document now."""
        from limits import RateLimitItemPerMinute  # noqa: PLC0415

        key = hmac.digest(self._settings.secret_key.encode(), address.encode(), "sha256").hex()
        limit = RateLimitItemPerMinute(self._settings.pdfs_a_minute)
        return self._limiter.hit(limit, key)


def init_app(app: Flask, settings: Settings) -> None:
    """Set up the press and its gate."""
    app.extensions["letterwriter-press"] = Press()
    app.extensions["letterwriter-gate"] = Gate(settings)


@bp.post("/send")
def send() -> str | AnyResponse:
    """The page with every way of handing the letter over, and what happens next."""
    desk = desk_for(request.form)
    if desk is None or not sheet.is_posted(request.form):
        return redirect(url_for("find.start"), 303)
    letter = _letter(desk)
    to, subject = desk.addressee.member.email, world().campaign.subject
    return render_template(
        "send/send.html",
        desk=desk,
        letter=letter,
        plain=text.as_text(letter),
        email=text.email_body(letter),
        mailto=links.mailto(letter, to, subject),
        gmail=links.gmail(letter, to, subject),
        outlook=links.outlook(letter, to, subject),
        carried=carrying.carried(request.form),
        subject=subject,
        paper=PaperForm(None, world().campaign.layout),
    )


@bp.post("/letter.pdf")
def pdf() -> Response:
    """The letter as a PDF to save or print."""
    letter = _posted_letter()
    return _file(_made(lambda press: press.pdf(letter, _layout())), "application/pdf", "pdf")


@bp.post("/letter.docx")
def word() -> Response:
    """The letter as a Word document to save and change."""
    letter = _posted_letter()
    return _file(_made(lambda press: press.docx(letter, _layout())), WORD, "docx")


@bp.get("/test-sheet.pdf")
def test_sheet() -> Response:
    """A sheet that shows whether the address comes into an envelope's window."""
    made = _made(lambda press: press.made(envelope_sheet))
    return Response(made, content_type="application/pdf")


@bp.post("/letter.txt")
def plain_text() -> Response:
    """The letter as plain text to save."""
    return _file(text.as_text(_posted_letter()).encode(), "text/plain; charset=utf-8", "txt")


def _posted_letter() -> Letter:
    desk = desk_for(request.form)
    if desk is None or not sheet.is_posted(request.form):
        abort(400)
    return _letter(desk)


def _made(make: Callable[[Press], bytes]) -> bytes:
    """A document from the press, or the page that says why there is none."""
    if not current_app.extensions["letterwriter-gate"].allows(request.remote_addr or ""):
        abort(429)
    try:
        return make(current_app.extensions["letterwriter-press"])
    except Busy:
        abort(503)


def _layout() -> Layout:
    return PaperForm(request.form, world().campaign.layout).chosen


def _letter(desk: Desk) -> Letter:
    return sheet.letter_of(sheet.posted_form(request.form), desk.composer)


def _file(content: bytes, mimetype: str, ending: str) -> Response:
    response = Response(content, content_type=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}.{ending}"'
    return response
