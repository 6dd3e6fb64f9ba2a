"""What people type and paste, made fit to keep, to show and to print.

Ordinary text comes back exactly as typed, but for spaces at the ends of lines. Any
kind of space becomes the one that keyboards have.
What goes is what cannot be seen and does harm: control characters, orders to
reverse the text, halves of characters, zero-width spaces, soft hyphens.
Zero-width joiners stay after all but Latin letters and ASCII, left-to-right and right-to-left
marks in texts that run from right to left: Persian, Urdu, Indic names and emoji need them.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby

from letterwriter.text.clean_text import CleanText, in_one_line

MARKS_IN_A_ROW = 4  # more than any spelling in use needs; stacks of them cover other lines
# NFC puts marks in order by a sort whose time grows with the square of their number. No script
# needs more than these. Source: Unicode Standard Annex 15, "Stream-Safe Text Format".
_MARKS_TO_ORDER = 30

# Line and paragraph separators and the old printer codes are all line ends to the writer.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\xad\u200b\u2060-\u2064"  # soft hyphen, zero-width spaces, signs that join unseen
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # bidi embeddings, overrides, isolates; retired codes
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffc"  # noncharacters, byte order mark, holes left by pictures
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
# No-break, thin, wide and other spaces, and what is as blank: the empty Braille cell, fillers.
_ODD_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]")
_JOINERS = re.compile("[\u180e\u200c\u200d]+")
# Joiners at the start of a text, or after Latin letters and what NFC makes them of.
_NEEDLESS_JOINERS = re.compile(
    "(?:^|[\0-\u02ff\u1e00-\u1eff\u0374\u037e\u0387\u1fef\u1ffd\u212a\u212b])"
    "[\u0300-\u036f\u180e\u200c\u200d]*[\u180e\u200c\u200d]"
)
_LEFTWARD = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> CleanText:
    """``text`` as Unicode text in NFC with LF line ends, at most one blank line in a row.

    Cleaning twice changes nothing more, and the result always encodes as UTF-8.
    """
    if text.isascii() and text.isprintable():  # as most lines are, whose spaces alone may change
        return CleanText(text.strip())
    text = _seen(_ODD_SPACES.sub(" ", _LINE_ENDS.sub("\n", _whole(text))))
    text = _short_runs(text, _is_any_mark, _MARKS_TO_ORDER)
    text = _short_runs(unicodedata.normalize("NFC", text), _is_mark, MARKS_IN_A_ROW)
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return CleanText(_BLANK_LINES.sub("\n\n", lines).strip())


def clean_line(text: str) -> CleanText:
    """``text`` cleaned for a place that holds one line: line ends become spaces."""
    return in_one_line(clean(text))


def _seen(text: str) -> str:
    """``text`` without what nobody sees and no script needs there."""
    text = _UNSEEN.sub("", text)
    if not _LEFTWARD.search(_DIRECTION_MARKS.sub("", text)):
        text = _DIRECTION_MARKS.sub("", text)
    return _NEEDLESS_JOINERS.sub(lambda found: _JOINERS.sub("", found[0]), text)


def _whole(text: str) -> str:
    """``text`` with surrogate pairs joined and lone halves removed."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _short_runs(text: str, is_mark: Callable[[str], bool], most: int) -> str:
    """``text`` with no more than ``most`` marks of this kind in a row."""
    if text.isascii():
        return text
    kept: list[str] = []
    for of_marks, run in groupby(text, key=is_mark):
        characters = "".join(run)
        kept.append(characters[:most] if of_marks else characters)
    return "".join(kept)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _is_any_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
