"""What search engines ask for: which pages there are."""

from flask import Blueprint, Response, abort, render_template

from letterwriter.web.app_data import app_data
from letterwriter.web.requests.indexing import PUBLIC

bp = Blueprint("for_search", __name__)


@bp.get("/robots.txt")
def robots() -> Response:
    """Everything may be looked at; what may be kept is said with each answer."""
    site = app_data().site
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {site}/sitemap.xml"] if site else [])]
    return Response("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@bp.get("/sitemap.xml")
def sitemap() -> Response:
    """The public pages, by their whole addresses; none where the site does not know its own."""
    site = app_data().site
    if not site:
        abort(404)
    told = render_template("sitemap.xml", site=site, paths=PUBLIC)
    return Response(told, content_type="application/xml; charset=utf-8")
