"""Pages that only tell."""

from flask import Blueprint, abort, render_template
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from letterwriter.documents.qr import square
from letterwriter.parliament.current_members import newest_day, oldest_day
from letterwriter.postcodes.date_messages import wrong_dates
from letterwriter.web.app_data import app_data
from letterwriter.web.views.offline import kept_page

bp = Blueprint("pages", __name__)


# What this is and who made it; what happens to what people type; help with one's own case,
# which this site does not write about; what is changing; a letter to look
# at. Devices keep these.
bp.add_url_rule("/about", "about", kept_page)
bp.add_url_rule("/privacy", "privacy", kept_page)
bp.add_url_rule("/your-own-case", "own_case", kept_page)
bp.add_url_rule("/changes", "changes", kept_page)
bp.add_url_rule("/example", "example", kept_page)


@bp.get("/data")
def data() -> str:
    """Where the tables and facts come from, and their dates."""
    here = app_data()
    return render_template(
        "pages/data.html",
        postcodes=here.postcodes,
        edition=here.edition,
        facts=sorted(here.campaign.facts.values(), key=lambda fact: fact.as_at, reverse=True),
        to_come=list(wrong_dates(here.parliament, here.edition, here.today)),
        oldest=oldest_day(here.parliament),
        newest=newest_day(here.parliament),
        ministers=here.parliament.lists_ministers,
    )


@bp.get("/take")
def take() -> str:
    """The page that a code leads to: what was scanned is in the address's fragment, for a script.

    See docs/adr/0014-a-code-to-take-along.md.
    """
    return render_template("transfer/transfer.html")


@bp.get("/site-code.svg")
def site_code() -> Response:
    """The code that a telephone scans to come here, without a border; none without an address."""
    site = app_data().site
    if not site:
        abort(404)
    return FlaskResponse(square(site), content_type="image/svg+xml")


@bp.get("/cleared")
def cleared() -> str:
    """Says that nothing is left."""
    return render_template("pages/cleared.html")


@bp.get("/campaign.css")
def colours() -> Response:
    """The campaign's own colours, for browsers to lay over the site's."""
    sheet = render_template("campaign.css", colours=app_data().campaign.colours)
    return FlaskResponse(sheet, content_type="text/css; charset=utf-8")
