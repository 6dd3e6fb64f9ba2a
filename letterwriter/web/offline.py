"""What works without a network: the pages and files that a device keeps, and its worker."""

from flask import Response, abort, request

from letterwriter.web.edition import Kept
from letterwriter.web.editions import present

_A_YEAR = 365 * 24 * 60 * 60  # seconds


def world_json(edition: str) -> Response:
    """The campaign, the seats and the words of a letter, as slots and sentences."""
    return _file(edition, "world.json")


def postcodes_bin(edition: str) -> Response:
    """The table of postcodes."""
    return _file(edition, "postcodes.bin")


def static_file(edition: str, filename: str) -> Response:
    """A style sheet, a script or an icon, as it was when the edition was made."""
    return _file(edition, f"static/{filename}")


def worker() -> Response:
    """The service worker, with what it should keep in its first line."""
    return _answer(present().worker)


def page() -> Response:
    """A page that a device keeps: it holds nothing of anybody's."""
    return _answer(present().pages[request.path])


def _file(edition: str, name: str) -> Response:
    """A file of the present edition. What is at its address never changes."""
    now = present()
    if edition != now.id or name not in now.files:
        abort(404)
    response = _answer(now.files[name])
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
