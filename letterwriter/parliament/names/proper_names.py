"""What names, titles and offices may be made of.

They come from outside and go into letters and onto envelopes. So no
markup, no control characters and no orders to reverse the text, no other alphabets that
look like ours, no stack of accents. The names of all 650 seats and of their members are
well within these shapes; Parliament writes names in Latin letters.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

# Of the blocks Latin-1, Latin Extended-A and -B without its clicks, and Additional.
_LETTERS: Final = "A-Za-zÀ-ÖØ-öø-ƿǄ-ɏḀ-ỿ"
_ACCENTS: Final = "\u0300-\u036f"
_TOWER: Final = re.compile(f"[{_ACCENTS}]{{3}}")  # no living spelling has three on a letter


@dataclass(frozen=True, slots=True)
class Shape:
    """``marks`` may stand in it besides letters, accents and single spaces."""

    marks: str
    longest: int  # characters
    digits_first: bool = False  # as in an address: "12 High Street"

    def problem_with(self, text: str) -> str:
        """What is wrong with a text in NFC that is not empty, to stand after "it"; else empty."""
        if len(text) > self.longest:
            return f"is longer than {self.longest} characters"
        if not re.match(
            f"['’‘(]?[{_LETTERS}0-9]" if self.digits_first else f"['’]?[{_LETTERS}]", text
        ):
            return f"does not begin with a Latin letter{' or a digit' if self.digits_first else ''}"
        odd = re.search(f"[^{_LETTERS}{_ACCENTS}{re.escape(self.marks)} ]", text)
        if odd:
            return f"holds the character U+{ord(odd[0]):04X}, which none has"
        if _TOWER.search(text):
            return "holds a letter with more than two accents"
        if "  " in text or text != text.strip():
            return "holds spaces too many"
        return ""


NAME: Final = Shape("'’.,-", 100)  # of a person, with titles: "The Rt Hon Sir Jo O'Hara KC MP"
PLACE: Final = Shape("'’.,-&()", 100)
PARTY: Final = Shape("'’.,-&()/0123456789", 100)
OFFICE: Final = Shape("'’.,-–&()/:;0123456789", 300)


_MEMBER_ID: Final = re.compile(r"\d{1,9}", re.ASCII)


def member_id_problem(text: str) -> str:
    """What is wrong with a member's id, to stand after "it"; else empty."""
    wrong = "should be Parliament's number, such as 4671, or empty"
    return "" if _MEMBER_ID.fullmatch(text) else wrong


def in_nfc(text: str) -> str:
    """``text`` with each accent on its letter, as one character wherever there is one."""
    return unicodedata.normalize("NFC", text)


def note_problem(text: str) -> str:
    """What is wrong with a source or a note, which may hold any visible character but markup."""
    if len(text) > OFFICE.longest:
        return f"is longer than {OFFICE.longest} characters"
    odd = next((each for each in text if not each.isprintable() or each in "<>"), "")
    return f"holds the character U+{ord(odd):04X}, which none has" if odd else ""
