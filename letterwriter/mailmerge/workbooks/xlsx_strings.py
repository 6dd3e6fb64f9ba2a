"""How long the texts are that cells of an .xlsx file share."""

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.limits import MOST_CELLS, Allowance, claimed
from letterwriter.mailmerge.workbooks.markup import Attributes

_NESTED = ["sst", "si"]


class Strings:
    """Notes the length of each text in ``lengths``, readings of Japanese ones included.

    One that stands where none should is refused, since the library would number
    those that follow differently.
    """

    def __init__(self, allowance: Allowance) -> None:
        self.lengths: list[int] = []
        self._allowance = allowance
        self._length = 0
        self._within: list[str] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        """Begin a text; a count that no file of ours could hold is refused."""
        if tag == "sst":
            for name in ("count", "uniqueCount"):
                claimed(attributes.get(name, "0"), MOST_CELLS)
        elif tag == "si":
            self._length = 0
        if tag in _NESTED:
            if self._within != _NESTED[: _NESTED.index(tag)]:
                raise Unreadable(Defect.BROKEN)
            self._within.append(tag)

    def end(self, tag: str) -> None:
        """End a text."""
        if tag in _NESTED:
            self._within.pop()
        if tag == "si":
            self._allowance.take_text(self._length, 1)  # held once, though no cell may use it
            self.lengths.append(self._length)

    def text(self, words: str) -> None:
        """Count whatever stands in it."""
        self._length += len(words)
