"""What people type and paste, made fit to keep, to show and to print.

Ordinary text comes back exactly as typed, but for spaces at the ends of lines.
What goes is what cannot be seen and does harm: control characters, orders to
reverse the text, halves of characters. Zero-width joiners and left-to-right
and right-to-left marks stay: Persian, Urdu, Indic names and emoji need them.
"""

import re
import unicodedata
from itertools import groupby

MARKS_IN_A_ROW = 4  # more than any living spelling needs; towers of them cover other lines

# Line and paragraph separators and the old printer codes are all line ends to the writer.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # bidi embeddings, overrides, isolates; retired codes
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffc"  # noncharacters, byte order mark, holes left by pictures
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENDS = re.compile(r"[^\S\n]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """``text`` as Unicode text in NFC with LF line ends, at most one blank line in a row.

    Cleaning twice changes nothing more, and the result always encodes as UTF-8.
    """
    text = _LINE_ENDS.sub("\n", _whole(text)).replace("\t", " ")
    text = _short_towers(unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
    return _BLANK_LINES.sub("\n\n", _ENDS.sub("", text)).strip()


def clean_line(text: str) -> str:
    """``text`` cleaned for a place that holds one line: line ends become spaces."""
    return " ".join(line for line in clean(text).split("\n") if line)


def _whole(text: str) -> str:
    """``text`` with surrogate pairs joined and lone halves taken out."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _short_towers(text: str) -> str:
    """``text`` with no more than `MARKS_IN_A_ROW` combining marks on one letter."""
    if text.isascii():
        return text
    kept: list[str] = []
    for is_mark, run in groupby(text, key=_is_mark):
        characters = "".join(run)
        kept.append(characters[:MARKS_IN_A_ROW] if is_mark else characters)
    return "".join(kept)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")
