"""Headers that keep pages private and closed to others, and forms to our own pages.

Forms are guarded without a cookie or a token that could run out: the browser
says where a form came from (Sec-Fetch-Site, or Origin in older ones), and a
form of another site is refused. See docs/adr/0020-forms-without-cookies.md.
"""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

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
}
MAX_BODY = 64 * 1024  # bytes: a long letter in any script, with room to spare


def init_app(app: Flask, settings: Settings) -> None:
    """Set limits, headers and the guard of forms."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=MAX_BODY,
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(minutes=5),  # one letter's way, not a day's
    )
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # Flask's documented way
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
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
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403)


def add_headers(response: Response) -> Response:
    """Add the security headers, and forbid storing any page: only what never changes may be."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static" and not response.cache_control.immutable:
        response.headers["Cache-Control"] = "no-store"
    return response
