"""The wizard for browsers without JavaScript: each button of a screen asks for the next one."""

from flask import Blueprint
from werkzeug.wrappers import Response

from letterwriter.web.wizard.answering import answered

bp = Blueprint("wizard", __name__)


@bp.post("/write")
def step() -> tuple[str, int] | Response:
    """The screen that follows the one that was sent."""
    return answered()
