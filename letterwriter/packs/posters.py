"""Window posters: a few words and the way to the site, in several designs."""

from letterwriter.documents.qr import square
from letterwriter.documents.typst import typeset
from letterwriter.packs.pack import Poster
from letterwriter.text.clean_text import in_one_line

DESIGNS = (1, 2, 3, 4)
A4 = "a4"
A3 = "a3"
SIZES = (A4, A3)


def make_poster(what: Poster, design: int = 1, size: str = A4, *, tagged: bool = True) -> bytes:
    """One page. ``design`` is one of `DESIGNS`, ``size`` one of `SIZES`."""
    return typeset(
        "poster",
        lambda show: {
            "text": show(in_one_line(what.text)),
            "site": what.site,
            "address": spoken(what.site),
            "qr": square(what.site),
            "imprint": show(in_one_line(what.imprint)),
            "design": design,
            "size": size,
        },
        tagged=tagged,
    )


def spoken(site: str) -> str:
    """An address as people type it: without https:// and the last stroke."""
    return site.partition("://")[2].rstrip("/") or site
