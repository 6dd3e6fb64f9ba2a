"""Window posters: a few words and the way to the site, in several designs."""

from letterwriter.documents.pdf_files.pdf_merge import AROUND, BLEED, for_print_shop
from letterwriter.documents.qr import square
from letterwriter.documents.typst import typeset
from letterwriter.packs.pack import Poster
from letterwriter.text.clean_text import in_one_line

DESIGNS = (1, 2, 3, 4)
A4 = "a4"
A3 = "a3"
SIZES = (A4, A3)


def make_poster(
    what: Poster, design: int = 1, size: str = A4, *, tagged: bool = True, bleed: bool = False
) -> bytes:
    """One page. ``design`` is of `DESIGNS`, ``size`` of `SIZES`; ``bleed`` is for print shops."""
    pdf = typeset(
        "poster",
        lambda show: {
            "text": show(in_one_line(what.text)),
            "site": what.site,
            "address": spoken(what.site),
            "qr": square(what.site),
            "imprint": show(in_one_line(what.imprint)),
            "design": design,
            "size": size,
            "bleed": bleed_sizes(bleed=bleed),
        },
        tagged=tagged,
    )
    return for_print_shop(pdf) if bleed else pdf


def bleed_sizes(*, bleed: bool) -> dict[str, int] | None:
    """What templates take of it, in millimetres."""
    return {"over": BLEED, "around": AROUND} if bleed else None


def spoken(site: str) -> str:
    """An address as people type it: without https:// and the last stroke."""
    return site.partition("://")[2].rstrip("/") or site
