"""PDFs finished: parts of a long document joined, and the wish to be printed at actual size.

Typst's memory grows with the document, and what it made last stays in its cache
for the next ten compiles. So a long document is made in parts of few pages: ten
of ten hold no more than one of a hundred, and 2,000 no more than 100. Where
the parts have tags, the whole has them.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from letterwriter.documents.pdf_files.joined_tags import JoinedTags
from letterwriter.documents.pdf_files.pdf_wording import with_typed_wording

if TYPE_CHECKING:
    from pikepdf import Pdf

PAGES_A_PART = 10
# For print shops, in millimetres: how far colour runs over the edge that is cut, and how far the
# sheet reaches beyond it. They ask for 3; the rest is room for marks.
BLEED, AROUND = 3, 10


def joined_pdf(parts: Iterable[bytes], title: str) -> bytes:
    """PDFs joined in order, with a title and a language; the same parts give the same bytes."""
    import pikepdf  # only where a PDF is made: no page should wait for it

    whole = pikepdf.new()
    tags = JoinedTags(whole)
    # All parts are made before any is opened: in between, memory would break into small pieces.
    for part in list(parts):
        opened, before = pikepdf.open(BytesIO(part)), len(whole.pages)
        whole.pages.extend(opened.pages)
        tags.add(opened, whole.pages[before:])
    tags.write()
    with_typed_wording(whole)
    whole.Root.Lang = pikepdf.String("en-GB")
    whole.docinfo["/Title"] = title
    with whole.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
    return _saved(whole)


def at_actual_size(pdf: bytes) -> bytes:
    """The PDF with the wish to be printed as it is, not fitted to the page."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        with_typed_wording(file)
        return _saved(file)


def for_print_shop(pdf: bytes) -> bytes:
    """The PDF, drawn `AROUND` larger than it will be, with where to cut it noted in its pages."""
    import pikepdf

    point = 72 / 25.4
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            for name, inside in (("/TrimBox", AROUND), ("/BleedBox", AROUND - BLEED)):
                by = inside * point
                box = (left + by, bottom + by, right - by, top - by)
                page[name] = pikepdf.Array(round(edge, 3) for edge in box)
        return _saved(file)


def _saved(pdf: "Pdf") -> bytes:
    import pikepdf

    wishes = pikepdf.Dictionary(DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None"))
    pdf.Root.ViewerPreferences = wishes
    file = BytesIO()
    pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return file.getvalue()
