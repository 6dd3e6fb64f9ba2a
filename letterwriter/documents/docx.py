"""A letter as a Word document, laid out like the PDF as far as Word allows.

The words go in through python-docx as text, never as XML. Where a line ends is
for the reader's own Word and fonts to say, so sizes here rest on an estimate
that errs towards room.
"""

import io
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from letterwriter.campaigns.paper import Layout
from letterwriter.documents.bidi import reads_right_to_left, runs
from letterwriter.documents.docx_page import set_up
from letterwriter.documents.docx_styles import add_styles
from letterwriter.documents.text import foot, title, with_comma
from letterwriter.letters.letter import Letter
from letterwriter.text.clean_text import CleanText

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

# What starts at the right where it is in Arabic; the blocks at the top keep their edge.
_FLOWING = ("Salutation", "Body Text", "Closing")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can hold


def as_docx(letter: Letter, layout: Layout = Layout.C5) -> bytes:
    """The letter as a .docx file for Word, LibreOffice and others, for one kind of envelope.

    The same letter gives the same bytes. The file names neither the writer,
    but in the letter itself, nor when it was made.
    """
    import docx  # 0.1 s, and only where a document is made

    document = docx.Document()
    set_up(document, title(letter), foot(letter))
    sender, recipient = _filled(letter.sender), _filled(letter.recipient)
    body = letter.body
    add_styles(document, layout, sender=sender, date=letter.date, recipient=recipient, body=body)
    for line in sender:
        _write(document, "Sender", line)
    _write(document, "Date", letter.date)
    for line in recipient:
        _write(document, "Recipient", line)
    _write(document, "Salutation", with_comma(letter.salutation))
    for text in body:
        last = _write(document, "Body Text", text)
        last.paragraph_format.keep_with_next = text is body[-1] or None  # the close has company
    _write(document, "Closing", with_comma(letter.close))
    _write(document, "Signature", letter.name)
    return _without_dates(document)


def _filled(lines: Iterable[CleanText]) -> list[CleanText]:
    return [line for line in lines if line]


def _write(document: "Document", style: str, text: str) -> "Paragraph":
    """Add a paragraph; Word needs a mark on words that run from right to left."""
    from docx.oxml import OxmlElement

    paragraph = document.add_paragraph(style=style)
    if style in _FLOWING and reads_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001
    for frame in paragraph.style.element.xpath("w:pPr/w:framePr") if paragraph.style else ():
        paragraph._p.get_or_add_pPr().append(deepcopy(frame))  # noqa: SLF001
    for words, leftward in runs(text):
        paragraph.add_run(words).font.rtl = leftward or None
    return paragraph


def _without_dates(document: "Document") -> bytes:
    """The file's bytes, with no time of making on any of its parts."""
    made, answer = io.BytesIO(), io.BytesIO()
    document.save(made)
    with ZipFile(made) as source, ZipFile(answer, "w", ZIP_DEFLATED) as copy:
        for part in source.infolist():
            copy.writestr(ZipInfo(part.filename, _LONG_AGO), source.read(part), ZIP_DEFLATED)
    return answer.getvalue()
