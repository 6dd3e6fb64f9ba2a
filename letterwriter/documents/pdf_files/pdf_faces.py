"""The faces of a PDF: which letters its codes stand for, and how wide they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_LAST = 0xFFFF  # code of two bytes; a damaged file may name more, and take all memory


@dataclass(frozen=True, slots=True)
class Face:
    """One of them; ``wide`` ones have codes of two bytes, and widths are parts of the size."""

    wide: bool = False
    widths: Mapping[int, float] = field(default_factory=dict)
    else_width: float = 0.5  # Helvetica's and its like, which a file need not tell
    words: Mapping[int, str] = field(default_factory=dict)

    def read(self, letters: bytes) -> Iterator[tuple[int, str, float]]:
        """Each code with its words and its width."""
        step = 2 if self.wide else 1
        for start in range(0, len(letters), step):
            code = int.from_bytes(letters[start : start + step])
            yield code, self._word(code), self.widths.get(code, self.else_width)

    def _word(self, code: int) -> str:
        if code in self.words:
            return self.words[code] or _UNKNOWN
        return _UNKNOWN if self.wide else bytes([code]).decode("cp1252", "replace")


def face_of(font: Any, known: dict[object, Face]) -> Face:
    """The face that a page names; ``known`` keeps those that were read."""
    key = font.objgen
    if key not in known or key == (0, 0):  # (0, 0) is written where it is used, and has no name
        known[key] = _composite(font) if font.Subtype == "/Type0" else _simple(font)
    return known[key]


def _composite(font: Any) -> Face:
    from pikepdf import Array

    (inner,) = font.DescendantFonts
    widths: dict[int, float] = {}
    given = list(inner.get("/W", ()))
    while given:  # either "first [width width ...]" or "first last width"
        first, second = int(given[0]), given[1]
        if isinstance(second, Array):
            each = enumerate(list(second))
            widths |= {first + n: float(width) / 1000 for n, width in each}
            del given[:2]
        else:
            widths |= dict.fromkeys(
                range(first, min(int(second), _LAST) + 1), float(given[2]) / 1000
            )
            del given[:3]
    else_width = float(inner.get("/DW", 1000)) / 1000
    return Face(wide=True, widths=widths, else_width=else_width, words=_words(font))


def _simple(font: Any) -> Face:
    first = int(font.get("/FirstChar", 0))
    unit = float(font.FontMatrix[0]) if font.Subtype == "/Type3" else 1 / 1000
    given = font.get("/Widths", ())
    widths = {first + n: float(width) * unit for n, width in enumerate(given)}
    return Face(widths=widths, words=_words(font))


def _words(font: Any) -> dict[int, str]:
    """What the codes stand for, as far as the file tells."""
    from pikepdf import Stream, parse_content_stream

    found: dict[int, str] = {}
    told = font.get("/ToUnicode")
    if not isinstance(told, Stream):
        return found
    for step in parse_content_stream(told):
        given = list(step.operands)
        if str(step.operator) == "endbfchar":
            for code, word in zip(given[::2], given[1::2], strict=True):
                found[_number(code)] = _word(bytes(word))
        elif str(step.operator) == "endbfrange":
            for first, last, word in zip(given[::3], given[1::3], given[2::3], strict=True):
                found |= _range(range(_number(first), min(_number(last), _LAST) + 1), word)
    return found


def _range(codes: range, word: Any) -> dict[int, str]:
    """Codes in a row stand for words in a list, or for one and those that follow it."""
    from pikepdf import Array

    if isinstance(word, Array):
        return {code: _word(bytes(one)) for code, one in zip(codes, word, strict=False)}
    start = bytes(word)
    first = int.from_bytes(start)
    return {code: _word((first + n).to_bytes(len(start))) for n, code in enumerate(codes)}


def _number(code: Any) -> int:
    return int.from_bytes(bytes(code))


def _word(word: bytes) -> str:
    return word.decode("utf-16-be", "replace")
