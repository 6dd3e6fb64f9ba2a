"""OpenDocument spreadsheets (.ods), as LibreOffice writes them.

Source of the names: OpenDocument 1.3 part 3, sections 9 and 19. Repeated cells
and rows are counted before the library writes them out.
"""

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.limits import Allowance
from letterwriter.mailmerge.workbooks.markup import Attributes, look_through
from letterwriter.mailmerge.workbooks.ods_sheets import SheetsReader
from letterwriter.mailmerge.workbooks.parts import Parts
from letterwriter.mailmerge.workbooks.unpacked import tables
from letterwriter.mailmerge.workbooks.workbook import Workbook

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_PLAIN = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    _MANIFEST: b"<manifest/>",
}
# What the library leaves out of a text.
_MARKS = ((b"<text:line-break/>", b"\n"), (b"<text:tab/>", b"\t"))


def read_ods(parts: Parts) -> Workbook:
    """All sheets. Raises `Unreadable`, and other errors for broken files."""
    allowance = Allowance()
    if _MANIFEST in parts:
        look_through(parts.read(_MANIFEST), _Manifest(), allowance)
    content = parts.read(CONTENT)
    for mark, character in _MARKS:
        content = content.replace(mark, character)
    reader = SheetsReader(allowance)
    look_through(content, reader, allowance)
    if not reader.grids:  # a drawing
        raise Unreadable(Defect.NOT_A_LIST)
    found = tables(_PLAIN | {CONTENT: content})
    pairs = zip(reader.grids, found, strict=True)  # or the library counts them differently
    return Workbook(tuple(grid.sheet(table) for grid, table in pairs))


class _Manifest:
    """Refuses a file whose parts need a password."""

    def start(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002  # as readers do
        if tag == "encryption-data":
            raise Unreadable(Defect.PASSWORD)

    def end(self, tag: str) -> None:
        pass

    def text(self, words: str) -> None:
        pass
