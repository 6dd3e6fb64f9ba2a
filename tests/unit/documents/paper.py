"""A letter to print, and a PDF read back: what stands where, in millimetres from the top left."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

import pikepdf
import pymupdf
import pypdf

from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.text.cleaning import clean
from tests.cleaned import lines

MM = 72 / 25.4
SENTENCE = "My neighbour taught my daughter to read music on Saturdays, and asked for nothing. "
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2067\u2069\u00ad\ufe0f"


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


def letter(*texts: str, sender: tuple[str, ...] = (), name: str = "Siân Ŵyn") -> Letter:
    return Letter(
        sender=tuple(map(clean, sender or (name, "12 Heald Place", "Manchester", "M14 5TP"))),
        date=clean("2 March 2026"),
        recipient=lines("The Rt Hon Afzal Khan MP", "House of Commons", "London", "SW1A 0AA"),
        salutation=clean("Dear Afzal Khan"),
        paragraphs=tuple(Paragraph(Kind.STORY, clean(text)) for text in texts),
        close=clean("Yours sincerely"),
        name=clean(name),
    )


def prose(words: int) -> str:
    return " ".join(islice(cycle(SENTENCE.split()), words))


def of_words(words: int, paragraphs: int = 6) -> Letter:
    """A letter whose body has so many words, in paragraphs of about equal length."""
    share, rest = divmod(words, paragraphs)
    return letter(*(prose(share + (place < rest)) for place in range(paragraphs)))


def sheets(pdf: bytes) -> list[list[Word]]:
    with pymupdf.open(stream=pdf) as document:
        return [[_word(word) for word in page.get_text("words")] for page in document]


def words_in(sheet: Iterable[Word], left: float, top: float, right: float, bottom: float) -> str:
    """The text that has any part inside a box."""
    return " ".join(
        w.text
        for w in sheet
        if w.right > left and w.left < right and w.bottom > top and w.top < bottom
    )


def read(pdf: bytes) -> str:
    """All the text of a PDF, in reading order, without white space and what is invisible."""
    with pymupdf.open(stream=pdf) as document:
        text = "".join(page.get_text() for page in document)
    return squeezed(text)


def read_aloud(pdf: bytes) -> list[str]:
    """The text of each tagged paragraph of a PDF of one page, in the order of the tags."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        root: Any = file.Root
        (document,) = root.StructTreeRoot.K
        assert {str(part.S) for part in document.K} == {"/P"}
        paragraphs = [{int(number) for number in part.K} for part in document.K]
    return [read(_only(pdf, marks)) for marks in paragraphs]


def _only(pdf: bytes, marks: set[int]) -> bytes:
    """A PDF whose first page shows just the text with these marks."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        kept: list[Any] = []
        open_marks: list[object] = []
        for step in pikepdf.parse_content_stream(file.pages[0]):
            match str(step.operator):
                case "BDC":
                    open_marks.append(getattr(step.operands[1], "MCID", None))
                case "BMC":
                    open_marks.append(None)
                case "EMC":
                    open_marks.pop()
            if str(step.operator) not in ("Tj", "TJ") or marks & set(open_marks):
                kept.append(step)
        file.pages[0].Contents = file.make_stream(pikepdf.unparse_content_stream(kept))
        changed = io.BytesIO()
        file.save(changed)
    return changed.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.translate({ord(c): None for c in INVISIBLE}).split())


def ink(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """The box that holds every printed dot of a page: left, top, right, bottom."""
    with pymupdf.open(stream=pdf) as document:
        picture = document[page].get_pixmap(dpi=100, colorspace=pymupdf.csGRAY, annots=False)
    rows = [
        picture.samples[start : start + picture.width]
        for start in range(0, len(picture.samples), picture.stride)
    ]
    printed = [y for y, row in enumerate(rows) if min(row) < 200]
    columns = [min(column) < 200 for column in zip(*(rows[y] for y in printed), strict=True)]
    left, right = columns.index(True), len(columns) - columns[::-1].index(True)
    edges = (left, printed[0], right, printed[-1] + 1)
    return tuple(dots * 25.4 / 100 for dots in edges)  # type: ignore[return-value]


def embedded_fonts(pdf: bytes) -> set[str]:
    """The fonts of a PDF, each of them asserted to be inside the file."""
    names: set[str] = set()
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            face = font.get_object()
            if face["/Subtype"] == "/Type3":
                names.update(face["/CharProcs"])  # what it draws is there by its nature
                continue
            descriptor = face["/DescendantFonts"][0]["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            names.add(str(descriptor["/FontName"]))
    return names


def _word(word: tuple[float, float, float, float, str]) -> Word:
    left, top, right, bottom = (points / MM for points in word[:4])
    return Word(word[4], left, top, right, bottom)
