"""Pages that only tell, and the health check."""

from flask import Blueprint, jsonify, redirect, render_template, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from letterwriter.sources.tables import newest_day, oldest_day
from letterwriter.web import opinion, review
from letterwriter.web.world import world

bp = Blueprint("pages", __name__)


@bp.get("/about")
def about() -> str:
    """What this is and who made it."""
    return render_template("pages/about.html")


@bp.get("/privacy")
def privacy() -> str:
    """What happens to what people type: nothing."""
    return render_template("pages/privacy.html", service=opinion.service_name())


@bp.get("/data")
def data() -> str:
    """Where the tables and facts come from, and their dates."""
    here = world()
    return render_template(
        "pages/data.html",
        postcodes=here.postcodes,
        edition=here.edition,
        facts=sorted(here.campaign.facts.values(), key=lambda fact: fact.as_at, reverse=True),
        oldest=oldest_day(here.parliament),
        newest=newest_day(here.parliament),
        ministers=here.parliament.lists_ministers,
    )


@bp.get("/your-own-case")
def own_case() -> str:
    """Where to find help with one's own case, which this site does not write about."""
    return render_template("pages/own_case.html")


@bp.post("/clear")
def clear() -> Response:
    """Leave everything typed behind; the page's script has emptied the device before."""
    return redirect(url_for("pages.cleared"), 303)


@bp.get("/cleared")
def cleared() -> str:
    """Says that nothing is left."""
    return render_template("pages/cleared.html")


@bp.get("/campaign.css")
def colours() -> Response:
    """The campaign's own colours, for browsers to lay over the site's."""
    sheet = render_template("campaign.css", colours=world().campaign.colours)
    return FlaskResponse(sheet, content_type="text/css; charset=utf-8")


@bp.get("/healthz")
def healthz() -> Response:
    """For a monitor: the site is up, how many days old its tables are, and when facts are due.

    ``members`` goes by the oldest row of the table; docs/data.md says what to watch for.
    """
    here = world()
    return jsonify(
        members=(here.today - oldest_day(here.parliament)).days,
        postcodes=max(0, (here.today - here.edition.as_of).days),  # editions are of a whole month,
        **review.ages(here),
    )
