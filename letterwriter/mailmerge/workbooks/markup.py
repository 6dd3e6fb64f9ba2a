"""XML by expat: nothing that defines anything, nothing too deep, each element counted."""

from typing import Protocol
from xml.parsers import expat

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.limits import Allowance

MOST_DEEP = 100  # elements in one another; spreadsheets have about ten

Attributes = dict[str, str]


class Reader(Protocol):
    """What looks at elements; their names come without a prefix, those of attributes as written."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, words: str) -> None:
        """Some of the text in it, in as many pieces as it pleases."""


def look_through(words: bytes, reader: Reader, allowance: Allowance) -> None:
    """Show every element to the reader. Raises `Unreadable` and expat's errors.

    Namespaces are not expanded, since one with a name of a megabyte would be
    written out again at every element.
    """
    depth = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        allowance.step()
        if depth > MOST_DEEP:
            raise Unreadable(Defect.UNSAFE)
        reader.start(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(name.rpartition(":")[2])

    if b"\0" in words:  # UTF-16: another parser may take it for something else
        raise Unreadable(Defect.UNSAFE)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.text
    parser.Parse(words, True)  # noqa: FBT003  # C takes no names


def _refuse(*_: object) -> None:
    raise Unreadable(Defect.UNSAFE)
