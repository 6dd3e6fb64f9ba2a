"""What a form of the wizard is answered with."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from letterwriter.web.wizard.buttons import pressed
from letterwriter.web.wizard.page import page
from letterwriter.web.wizard.screens import SCREENS
from letterwriter.web.wizard.visit import this_visit


def answered(usual: str = "postcode") -> tuple[str, int] | Response:
    """The screen that follows the one that was sent, which is ``usual`` where it does not say."""
    go = request.form.get("go", "next")
    if go == "clear-now":
        return redirect(url_for("pages.cleared"), 303)
    at = request.form.get("at", usual)
    known = at.partition(":")[0] in SCREENS
    return page(pressed(this_visit(), at if known else usual, go))
