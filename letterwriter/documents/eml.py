"""A letter as a draft of an email, in a file for the mail program of a computer.

``X-Unsent`` asks the program to open a new message rather than to show one that came. No name,
date or program stands in the file besides the letter's own words.
"""

from email.base64mime import header_encode
from email.charset import Charset
from email.message import Message
from email.policy import compat32
from typing import Final

from letterwriter.documents.text import email_body
from letterwriter.letters.letter import Letter
from letterwriter.text.clean_text import CleanText, in_one_line
from letterwriter.text.email import is_plain_email

# Bytes of a header's words in one piece: with its name, and in base64, a line stays within the
# 78 characters of RFC 5322, section 2.1.1, and a piece within the 75 of RFC 2047, section 2.
_PIECE: Final = 42
_LONGEST_LINE: Final = 60  # characters of a header that is written as it is
# Folds nothing by itself, so that the page's own engine can write the same bytes.
_POLICY: Final = compat32.clone(linesep="\r\n", max_line_length=None)


def as_eml(letter: Letter, to: CleanText, subject: CleanText) -> bytes:
    """The draft by RFC 5322 and 2047, in ASCII with CRLF line ends; ``to`` may be empty."""
    draft: Message[str, str] = Message(_POLICY)
    draft["X-Unsent"] = "1"
    if is_plain_email(to):  # anything else could begin another header or another address
        draft["To"] = to
    draft["Subject"] = _header(in_one_line(subject))
    words = email_body(letter).replace("\n", "\r\n")
    draft.set_payload(words, Charset("utf-8"))
    return draft.as_bytes()


def _header(line: str) -> str:
    """A line as a header has it: as it is, or in RFC 2047's encoded words, one to a line."""
    plain = line.isascii() and line.isprintable() and len(line) <= _LONGEST_LINE
    if plain and "=?" not in line:
        return line
    return "\r\n ".join(header_encode(piece, "utf-8") for piece in _pieces(line))


def _pieces(line: str) -> list[bytes]:
    """The line's bytes in pieces that part no character."""
    pieces = [b""]
    for character in line:
        written = character.encode()
        if len(pieces[-1]) + len(written) > _PIECE:
            pieces.append(b"")
        pieces[-1] += written
    return pieces
