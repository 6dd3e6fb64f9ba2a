"""What works without a network: the pages and files that a device keeps, and its worker."""

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from letterwriter.web.offline.bundle import Kept
from letterwriter.web.offline.current_bundle import present
from letterwriter.web.requests.security import WITH_CAMERA

bp = Blueprint("offline", __name__)

_A_YEAR = 365 * 24 * 60 * 60  # seconds


@bp.get("/at/<edition>/<path:name>")
def edition_file(edition: str, name: str) -> Response:
    """A file of the present edition: its tables and words, a postcode area's part, a script.

    What is at its address never changes.
    """
    now = present()
    found = now.files.get(name) or now.part(name) if edition == now.id else None
    if found is None:
        abort(404)
    response = _answer(found)
    response.cache_control.public = True
    response.cache_control.max_age = _A_YEAR
    response.cache_control.immutable = True
    return response


@bp.get("/sw.js")
def worker() -> Response:
    """The service worker, with what it should keep in its first line."""
    return _answer(present().worker)


@bp.get("/manifest.webmanifest", endpoint="manifest")
@bp.get("/offline", endpoint="shell")
@bp.get("/stall", endpoint="stall")
@bp.get("/stall/ready", endpoint="ready")
def kept_page() -> Response:
    """A page that a device keeps: it holds nothing of anybody's."""
    return _answer(present().pages[request.path])


@bp.get("/organise")
def organise() -> Response:
    """The organiser's page, the only one that may ask for the camera: it scans tallies' codes."""
    page = kept_page()
    page.headers["Permissions-Policy"] = WITH_CAMERA
    return page


@bp.get("/stall/")
def stall_with_slash() -> AnyResponse:
    """The stall's address as some people type it."""
    return redirect(url_for("offline.stall"), 308)


def _answer(kept: Kept) -> Response:
    """Gzipped for a client that takes it, as all browsers do."""
    packed = kept.packed if request.accept_encodings["gzip"] else None
    response = Response(packed or kept.content, mimetype=kept.mimetype)
    if kept.packed:
        response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response
