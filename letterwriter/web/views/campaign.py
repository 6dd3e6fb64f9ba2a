"""The campaign's own page: the open letter, what is on near people, posters, where to read on."""

from flask import Blueprint, Response, abort, render_template

from letterwriter.actions.when import when
from letterwriter.web.app_data import app_data
from letterwriter.web.downloads import attachment
from letterwriter.web.local_actions import actions_here, has_calendar_here

bp = Blueprint("campaign", __name__, url_prefix="/campaign")


@bp.get("")
def page() -> str:
    """What the campaign is, and what is to come."""
    actions = actions_here()
    return render_template(
        "pages/campaign.html",
        actions=[(action, when(action)) for action in actions],
        has_calendar=has_calendar_here(),
    )


@bp.get("/actions/<id_>.ics")
def entry(id_: str) -> Response:
    """A local action for the visitor's own calendar."""
    action = next((each for each in actions_here() if each.id == id_), None)
    if action is None:
        abort(404)
    from letterwriter.actions.entry import entry_of  # noqa: PLC0415  # most sites have no calendar

    return attachment(
        entry_of(action, app_data().today), "text/calendar; charset=utf-8", "local-action.ics"
    )
