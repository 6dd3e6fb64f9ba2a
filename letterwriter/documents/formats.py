"""The formats in which a letter can be saved: for another, a module that makes it, and a line here.

Whatever offers them reads this list: the command line, the page of ways to send a letter, the
addresses of its files, and the service worker.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from letterwriter.campaigns.paper import Layout
from letterwriter.documents.docx import as_docx
from letterwriter.documents.eml import as_eml
from letterwriter.documents.pdf import as_pdf
from letterwriter.documents.text import as_text
from letterwriter.letters.letter import Letter
from letterwriter.text.clean_text import CleanText

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a letter goes: the envelope that it is laid out for, and the head of its email."""

    layout: Layout
    to: CleanText  # an email address; empty where there is none on record
    subject: CleanText


@dataclass(frozen=True, slots=True)
class Format:
    """One of them; ``label`` is the key of its button's words in ``templates/words/formats.toml``.

    One that is laid out for paper takes a process of its own to be made, and is nothing that a
    terminal could show. A draft of an email is no use on paper, so its button stands elsewhere.
    """

    name: str  # on the command line
    extension: str  # of the file, and of its address on the site
    media_type: str
    label: str
    make: Callable[[Letter, Delivery], bytes]
    for_paper: bool = True
    for_email: bool = False


def _pdf(letter: Letter, how: Delivery) -> bytes:
    return as_pdf(letter, how.layout)


def _docx(letter: Letter, how: Delivery) -> bytes:
    return as_docx(letter, how.layout)


def _plain(letter: Letter, _: Delivery) -> bytes:
    return as_text(letter).encode()


def _draft(letter: Letter, how: Delivery) -> bytes:
    return as_eml(letter, how.to, how.subject)


FORMATS: tuple[Format, ...] = (  # in the order of their buttons; the first is what most people need
    Format("pdf", "pdf", "application/pdf", "save-pdf", _pdf),
    Format("docx", "docx", _WORD, "save-docx", _docx),
    Format("text", "txt", "text/plain; charset=utf-8", "save-text", _plain, for_paper=False),
    Format("eml", "eml", "message/rfc822", "save-eml", _draft, for_paper=False, for_email=True),
)
