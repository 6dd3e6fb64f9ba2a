"""Window posters: a few words and the way to the site, in several designs."""

from letterwriter.domain.cleaning import clean_line
from letterwriter.domain.pack import Poster
from letterwriter.outputs.qr import square
from letterwriter.outputs.typeset import typeset

DESIGNS = (1, 2, 3, 4)
A4 = "a4"
A3 = "a3"
SIZES = (A4, A3)


def poster(what: Poster, design: int = 1, size: str = A4, *, tagged: bool = True) -> bytes:
    """One page. ``design`` is one of `DESIGNS`, ``size`` one of `SIZES`."""
    return typeset(
        "poster",
        lambda show: {
            "text": show(clean_line(what.text)),
            "site": what.site,
            "address": spoken(what.site),
            "qr": square(what.site),
            "imprint": show(clean_line(what.imprint)),
            "design": design,
            "size": size,
        },
        tagged=tagged,
    )


def spoken(site: str) -> str:
    """An address as people type it: without https:// and the last stroke."""
    return site.partition("://")[2].rstrip("/") or site
