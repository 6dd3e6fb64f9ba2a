"""Which answers search engines may keep: a few pages that say the same to everybody, no others.

A page that answers a form holds what somebody typed; none of those is ever in an index.
"""

from typing import Final

from flask import Flask, Response, request

PUBLIC: Final = (
    "/",
    "/changes",
    "/campaign",
    "/example",
    "/about",
    "/privacy",
    "/your-own-case",
    "/data",
    "/volunteers",
    "/volunteers/postcards",
)
_FOR_ROBOTS: Final = ("/robots.txt", "/sitemap.xml")


def init_app(app: Flask) -> None:
    """Let search engines keep those; every other answer is refused them by the usual headers."""
    app.after_request(_let_in)


def is_public(path: str) -> bool:
    """Whether a page is for everybody, and has an address of its own to pass on."""
    return path in PUBLIC


def _let_in(response: Response) -> Response:
    asked = request.method in ("GET", "HEAD") and response.status_code in (200, 304)
    if asked and request.path in (*PUBLIC, *_FOR_ROBOTS):
        response.headers["X-Robots-Tag"] = "all"
    return response
