"""Headers that keep pages private and closed to others, and forms to our own pages.

Forms are guarded without a cookie or a token that could run out: the browser
says where a form came from (Sec-Fetch-Site, or Origin in older ones), and a
form of another site is refused. See docs/adr/0004-forms-without-cookies.md.
"""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

from letterwriter.web.settings import Settings

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "child-src 'self'",  # what Safari before 15.5 asks instead of worker-src,
        "frame-src 'none'",  # and not for frames
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "same-origin",  # no-referrer would blank the Origin that forms are judged by
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",  # but for the pages in indexing.py beside this
}
WITH_CAMERA = "camera=(self), geolocation=(), microphone=()"  # for the page that scans codes
_KEPT = {200, 206, 304}  # a file, a part of one, one that the browser has: no page of an error
_PUBLISHED = {"counts.as_json", "counts.as_csv"}  # numbers alone, the same for everybody
MAX_BODY = 64 * 1024  # bytes: a long letter in any script, with room to spare


def init_app(app: Flask, settings: Settings) -> None:
    """Set limits, headers and the guard of forms."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=MAX_BODY,
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(minutes=5),  # one letter's way, not a day's
    )
    app.before_request(refuse_other_sites)
    app.after_request(add_headers)


def refuse_other_sites() -> None:
    """Refuse a form that a page of another site sends in a visitor's name."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site not in ("same-origin", "none"):
            abort(403)
        return
    origin = request.headers.get("Origin")
    if origin is not None and _host_of(origin) != request.host:
        abort(403)


def _host_of(origin: str) -> str | None:
    """The host and port of an origin; None for what is no address, such as "http://["."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def add_headers(response: Response) -> Response:
    """Add the security headers, and forbid storing any page: only what never changes may be."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    public = request.endpoint == "static" or request.endpoint in _PUBLISHED
    may_be = public or response.cache_control.immutable
    if not (may_be and response.status_code in _KEPT):
        response.headers["Cache-Control"] = "no-store"
    return response
