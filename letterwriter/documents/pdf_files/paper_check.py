"""Whether a letter's PDF fits its window envelope and the printer, as tests and people check it.

The rules are those of ``campaigns/paper.py``. Lines and boxes that are drawn are not looked at.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from letterwriter.campaigns.paper import BODY_TOP, HEIGHT, SENDER, WIDTH, Layout, Rectangle
from letterwriter.documents.pdf_files.pdf_places import PaperPage, Placed, pages_of

if TYPE_CHECKING:
    from pikepdf import Pdf

_SLACK = 0.3  # mm: for what a program rounds, and less than anybody can see
_SIDE, _END = 15.0, 5.0  # mm that printers do not reach at the sides, and at the top and foot
_REACHED = Rectangle(_SIDE, _END, WIDTH - 2 * _SIDE, HEIGHT - 2 * _END)


class UnreadablePdf(ValueError):
    """A file that is no PDF, or one with a password; ``key`` names the sentence that says so."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class PaperFault:
    """Something that stands where it must not; without ``what`` the page itself is at fault.

    ``key`` names the sentence that tells how to mend it: templates/words/paper_check.toml.
    """

    page: int  # counted from one
    key: str
    size: tuple[float, float]  # of the page, in millimetres
    what: Placed | None = None


@dataclass(frozen=True, slots=True)
class PaperReport:
    """How many pages there are, and what is wrong with them."""

    pages: int
    faults: tuple[PaperFault, ...]


@contextmanager
def readable_pdf(pdf: bytes) -> Iterator["Pdf"]:
    """The PDF, opened to be looked at. Raises `UnreadablePdf`, also while it is looked at."""
    import pikepdf  # only where a PDF is looked at: no page should wait for it

    try:
        with pikepdf.open(BytesIO(pdf)) as file:
            yield file
    except pikepdf.PasswordError:
        raise UnreadablePdf("locked") from None
    except (pikepdf.PikepdfError, ValueError, TypeError, LookupError, AttributeError):
        raise UnreadablePdf("not-a-pdf") from None  # what is cut off or made up fails anywhere


def check_paper(
    pdf: bytes, layout: Layout | None = Layout.C5, *, each_a_letter: bool = False
) -> PaperReport:
    """What is wrong with the letter of a PDF, or, with ``each_a_letter``, with letters of one page.

    With None for the layout it is a sheet for no envelope: its size and margins count alone.
    Raises `UnreadablePdf`.
    """
    with readable_pdf(pdf) as file:
        pages = list(pages_of(file))
    faults = [
        PaperFault(number, key, (page.width, page.height), what)
        for number, page in enumerate(pages, 1)
        for key, what in _faults(page, layout, first=number == 1 or each_a_letter)
    ]
    return PaperReport(len(pages), tuple(faults))


def _faults(
    page: PaperPage, layout: Layout | None, *, first: bool
) -> Iterator[tuple[str, Placed | None]]:
    if abs(page.width - WIDTH) > 1 or abs(page.height - HEIGHT) > 1:
        yield "size", None
        return  # on another sheet all else stands elsewhere
    if first and layout:
        if not any(_overlap(one.box, layout.window) for one in page.placed):
            yield "empty", None
        yield from ((key, one) for one in page.placed if (key := _above_the_body(one.box, layout)))
    yield from (("margin", one) for one in page.placed if not _inside(one.box, _REACHED))


def _above_the_body(box: Rectangle, layout: Layout) -> str:
    """Which rule is broken, if any, by what stands on a letter's first page."""
    if box.top >= BODY_TOP - _SLACK:
        return ""
    if _overlap(box, layout.window):
        return "" if _inside(box, layout.window) else "over-the-edge"
    if box.left < SENDER.left - _SLACK:
        return "beside"
    return "" if _inside(box, SENDER) else "column"


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    across = one.left < other.right - _SLACK and one.right > other.left + _SLACK
    return across and one.top < other.bottom - _SLACK and one.bottom > other.top + _SLACK


def _inside(one: Rectangle, other: Rectangle) -> bool:
    across = one.left >= other.left - _SLACK and one.right <= other.right + _SLACK
    return across and one.top >= other.top - _SLACK and one.bottom <= other.bottom + _SLACK
