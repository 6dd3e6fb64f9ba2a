"""What works without a network: the pages and files that a device keeps, and its worker."""

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from letterwriter.web.offline.bundle import Kept
from letterwriter.web.offline.current_bundle import present

bp = Blueprint("offline", __name__)

_A_YEAR = 365 * 24 * 60 * 60  # seconds


@bp.get("/at/<edition>/start.json")
def start_json(edition: str) -> Response:
    """What reading a postcode takes, and what is said of it."""
    return _file(edition, "start.json")


@bp.get("/at/<edition>/campaign.json")
def campaign_json(edition: str) -> Response:
    """The campaign and the words of a letter, as slots and sentences."""
    return _file(edition, "campaign.json")


@bp.get("/at/<edition>/seats.json")
def seats_json(edition: str) -> Response:
    """All seats with their members."""
    return _file(edition, "seats.json")


@bp.get("/at/<edition>/postcodes.bin")
def postcodes_bin(edition: str) -> Response:
    """The table of postcodes."""
    return _file(edition, "postcodes.bin")


@bp.get("/at/<edition>/areas/<name>")
def area_part(edition: str, name: str) -> Response:
    """A postcode area's part of the table, or its seats: all that one look-up needs."""
    return _file(edition, f"areas/{name}")


@bp.get("/at/<edition>/static/<path:filename>")
def static_file(edition: str, filename: str) -> Response:
    """A style sheet, a script or an icon, as it was when the edition was made."""
    return _file(edition, f"static/{filename}")


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


@bp.get("/stall/")
def stall_with_slash() -> AnyResponse:
    """The stall's address as some people type it."""
    return redirect(url_for("offline.stall"), 308)


def _file(edition: str, name: str) -> Response:
    """A file of the present edition. What is at its address never changes."""
    now = present()
    found = now.files.get(name) or now.part(name) if edition == now.id else None
    if found is None:
        abort(404)
    response = _answer(found)
    response.cache_control.public = True
    response.cache_control.max_age = _A_YEAR
    response.cache_control.immutable = True
    return response


def _answer(kept: Kept) -> Response:
    """Gzipped for a client that takes it, as all browsers do."""
    packed = kept.packed if request.accept_encodings["gzip"] else None
    response = Response(packed or kept.content, mimetype=kept.mimetype)
    if kept.packed:
        response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response
