"""Text that a program garbled on its way, put right where only one original is possible.

UTF-8 that was read as Windows-1252 or MacRoman makes “Ã«” of “ë”, “â€™” and “‚Äô” of “’”; a website
makes “&#39;” of “'”. Each is undone by itself, so that sound letters beside it stay.
ftfy, which does the same and more, has had no release since October 2024.
"""

import re
from functools import cache, partial
from html import unescape
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
_LINE_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)
_CONTROLS: Final = re.compile("[\x80-\x9f]")  # no text has any: they were bytes of Windows
_TIMES: Final = 3  # a list may have been garbled more than once
# What one garbled character is taken for where it stands by itself, since in “café”—” the last
# three might be a Chinese one: letters of Europe, punctuation and signs, ligatures, emoji.
_ALONE: Final = re.compile("[\x80-\u017f\u1e00-\u2bff\ufb00-\ufffd\U0001f000-\U0001faff]")


def restored(text: str) -> str:
    """The text as it was before, or as it is if it was not garbled."""
    for _ in range(_TIMES):
        before = text
        if "&" in text:
            text = _ENTITY.sub(lambda found: unescape(found[0]), text)
        if "<" in text:
            text = _LINE_BREAK.sub("\n", text)
        if not text.isascii():
            text = _CONTROLS.sub(_as_of_windows, text)
            for codec, garbled in _GARBLED.items():
                text = garbled.sub(partial(_undone, codec), text)
        if text == before:
            break
    return text


def _as_of_windows(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("cp1252", "ignore") or found[0]


def _undone(codec: str, found: re.Match[str]) -> str:
    """Characters that stand for the bytes of UTF-8, as what those bytes mean."""
    run, back = found[0], _bytes_of(codec)
    try:
        text = bytes(back[character] for character in run).decode("utf-8")
    except UnicodeDecodeError:
        return run
    return text if len(text) > 1 or _ALONE.fullmatch(text) else run


@cache
def _bytes_of(codec: str) -> dict[str, int]:
    """The byte of each character beyond ASCII; where a codec has none, the byte's own number."""
    return {bytes([byte]).decode(codec, "ignore") or chr(byte): byte for byte in range(128, 256)}


def _runs(codec: str) -> str:
    """The pattern of characters that stand for the bytes of whole characters of UTF-8."""

    def standing_for(first: int, last: int) -> str:
        found = (character for character, byte in _bytes_of(codec).items() if first <= byte <= last)
        return f"[{re.escape(''.join(found))}]"

    rest = standing_for(0x80, 0xBF)
    two, three, four = (standing_for(*ends) for ends in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    return f"(?:{two}{rest}|{three}{rest}{rest}|{four}{rest}{rest}{rest})+"


_GARBLED: Final = {
    "cp1252": re.compile(_runs("cp1252")),
    "mac_roman": re.compile(_runs("mac_roman")),
}
