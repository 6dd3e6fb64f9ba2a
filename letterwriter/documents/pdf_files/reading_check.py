"""Whether screen readers can read a PDF aloud: tags, languages, a title.

These are the rules of PDF/UA-1 that a program can tell and that letters can break; what a
paragraph means, or whether the order makes sense, only a person can say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from letterwriter.documents.languages import language_of
from letterwriter.documents.pdf_files.paper_check import readable_pdf
from letterwriter.documents.pdf_files.pdf_faces import Face, face_of

if TYPE_CHECKING:
    from pikepdf import Pdf

_WORDS = frozenset(("Tj", "TJ", "'", '"'))
_DRAWN = frozenset(("Do", "INLINE IMAGE", "sh", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
_DEEPEST = 60  # tags in tags; a damaged file may hold itself


@dataclass(frozen=True, slots=True)
class ReadingFault:
    """Something that screen readers miss; ``key`` names the sentence that tells how to mend it.

    ``page`` counts from one; it is 0 where the whole file is at fault.
    """

    key: str
    page: int = 0
    words: str = ""


def check_for_screen_readers(pdf: bytes) -> tuple[ReadingFault, ...]:
    """What keeps screen readers from a PDF, the gravest first. Raises `UnreadablePdf`."""
    with readable_pdf(pdf) as file:
        root: Any = file.Root
        if "/StructTreeRoot" not in root or not root.get("/MarkInfo", {}).get("/Marked", False):
            return (ReadingFault("untagged"),)
        return (*_of_the_file(file), *_of_pages(file), *_of_tags(file))


def _of_the_file(file: "Pdf") -> Iterator[ReadingFault]:
    root: Any = file.Root
    if not str(root.get("/Lang", "")):
        yield ReadingFault("no-language")
    shown = bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))
    with file.open_metadata() as metadata:
        title = metadata.get("dc:title") or str(file.docinfo.get("/Title", ""))
    if not title or not shown:
        yield ReadingFault("no-title")


def _of_pages(file: "Pdf") -> Iterator[ReadingFault]:
    faces: dict[object, Face] = {}
    for number, page in enumerate(file.pages, 1):
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield ReadingFault("tab-order", number)
        loose = [words for mark, words in _shown(page, faces) if mark is None]
        if loose:
            yield ReadingFault("loose", number, "".join(loose))


def _of_tags(file: "Pdf") -> Iterator[ReadingFault]:
    faces: dict[object, Face] = {}
    words: dict[tuple[object, int], str] = {}
    for page in file.pages:
        for mark, some in _shown(page, faces):
            key = page.objgen, -1 if mark is None else mark
            words[key] = words.get(key, "") + some
    numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(file.pages, 1)}
    deepest = 0
    root: Any = file.Root
    for tag in _tags(root.StructTreeRoot, ""):
        where = numbers.get(tag.page, 0)
        if tag.kind == "/Figure" and not tag.described:
            yield ReadingFault("no-words", where)
        if tag.kind[:2] == "/H" and tag.kind[2:].isdigit():
            if int(tag.kind[2:]) > deepest + 1:
                yield ReadingFault("headings", where)
            deepest = int(tag.kind[2:])
        text = "".join(words.get((tag.page, mark), "") for mark in tag.marks)
        if not tag.language and language_of(text):
            yield ReadingFault("another-language", where, text)


@dataclass(frozen=True, slots=True)
class _Tag:
    """An element of the structure, without those inside it."""

    kind: str
    language: str  # its own or of what it stands in, but for the file's
    described: bool
    page: object
    marks: tuple[int, ...]


def _tags(parent: Any, language: str, depth: int = 0) -> Iterator[_Tag]:
    from pikepdf import Dictionary

    if depth > _DEEPEST:
        return
    for child in _children(parent):
        if not isinstance(child, Dictionary) or "/S" not in child:
            continue
        own = str(child.get("/Lang", language))
        marks = tuple(int(mark) for mark in _children(child) if isinstance(mark, int))
        page = child.Pg.objgen if "/Pg" in child else None
        described = "/Alt" in child or "/ActualText" in child
        yield _Tag(str(child.S), own, described, page, marks)
        yield from _tags(child, own, depth + 1)


def _children(tag: Any) -> list[Any]:
    from pikepdf import Array

    inside = tag.get("/K", ())
    return list(inside) if isinstance(inside, (Array, tuple)) else [inside]


def _shown(page: Any, faces: dict[object, Face]) -> Iterator[tuple[int | None, str]]:
    """What a page shows: the mark that the tags know it by, and its words if it has any.

    What the page says to be no part of the text, such as a line, has -1; what it says nothing of
    has no mark.
    """
    from pikepdf import parse_content_stream

    fonts = page.get("/Resources", {}).get("/Font", {})
    marks: list[int | None] = []
    face = Face()
    for step in parse_content_stream(page):
        name, given = str(step.operator), list(step.operands)
        mark = next((mark for mark in reversed(marks) if mark is not None), None)
        if name in ("BDC", "BMC"):
            marks.append(_mark_of(given))
        elif name == "EMC" and marks:
            marks.pop()
        elif name == "Tf":
            face = face_of(fonts[str(given[0])], faces)
        elif name in _WORDS:
            yield mark, _words(given, face)
        elif name in _DRAWN:
            yield mark, ""


def _mark_of(given: Sequence[Any]) -> int | None:
    from pikepdf import Dictionary

    if str(given[0]) == "/Artifact":
        return -1
    known = given[1] if len(given) > 1 else None
    mark = known.get("/MCID") if isinstance(known, Dictionary) else None
    return None if mark is None else int(mark)


def _words(given: Sequence[Any], face: Face) -> str:
    from pikepdf import Array, String

    row = given[-1] if given else ()
    letters = [
        bytes(one) for one in (row if isinstance(row, Array) else [row]) if isinstance(one, String)
    ]
    return "".join(word for some in letters for _, word, _ in face.read(some))
