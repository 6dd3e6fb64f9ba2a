"""The first page, and what its form leads to."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from letterwriter.web.views.offline import kept_page
from letterwriter.web.wizard.answering import answered
from letterwriter.web.wizard.page import page
from letterwriter.web.wizard.screen import Shown
from letterwriter.web.wizard.visit import this_visit

bp = Blueprint("find", __name__)


bp.add_url_rule("/", "start", kept_page)  # the first page, with all screens for scripts


bp.add_url_rule("/again", "write_again", kept_page)  # the same, from its screen for second letters


@bp.get("/constituency")
def by_name() -> tuple[str, int]:
    """For someone without a fixed address, or who knows their constituency."""
    return page(Shown("by-name", this_visit()))


@bp.get("/find")
@bp.get("/write")
@bp.get("/letter")
@bp.get("/send")
def back_to_start() -> Response:
    """A page that was opened without its form: there is nothing to show, so begin."""
    return redirect(url_for("find.start"), 303)


@bp.post("/find")
def find() -> tuple[str, int] | Response:
    """The answer to a postcode or to a chosen constituency."""
    return answered("by-name" if "constituency" in request.form else "postcode")
