"""Parts of a long document joined into one PDF.

Typst's memory grows with the document, and what it made last stays in its cache
for the next ten compiles. So a long document is made in parts of few pages: ten
of ten hold no more than one of a hundred, and 2,000 no more than 100. Joining
drops the tags, which a pile of paper can bear.
"""

from collections.abc import Iterable
from io import BytesIO

PAGES_A_PART = 10


def joined_pdf(parts: Iterable[bytes], title: str) -> bytes:
    """PDFs joined in order, with a title and a language; the same parts give the same bytes."""
    import pikepdf  # only where a PDF is made: no page should wait for it

    whole = pikepdf.new()
    # All parts are made before any is opened: in between, memory would break into small pieces.
    for part in list(parts):
        whole.pages.extend(pikepdf.open(BytesIO(part)).pages)
    whole.Root.Lang = pikepdf.String("en-GB")
    whole.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    whole.docinfo["/Title"] = title
    file = BytesIO()
    whole.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return file.getvalue()
