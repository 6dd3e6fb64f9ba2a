"""Text that lost letters on its way and that only somebody who knows it can put right."""

import re
from typing import Final

# What is left of garbled text that could not be restored: U+FFFD, “â€”, “ZoÃ ”.
_GARBLED: Final = re.compile("\ufffd|ï¿½|â€|(?<=[a-z])[ÃÂÅÄÐÑØÙ]")
_LOST_IN_NAME: Final = re.compile(r"[^\W\d_]\?|\?[^\W\d_]")  # “Zo?”, “Jos?”, “O?Brien”
_LOST_IN_PROSE: Final = re.compile(r"[A-Za-z]\?(?:s|t|re|ve|ll|d|m)\b")  # “can?t”
# What a spreadsheet shows where a formula failed.
_ERROR: Final = re.compile(
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|ERROR!)|Err:\d{3}"
)
_NO_MATCH: Final = "#N/A"
_ROUND: Final = 12  # characters shown on either side


def damaged_part(text: str, *, prose: bool) -> str:
    """A few characters round the first place where letters are lost; empty if none are."""
    lost = _LOST_IN_PROSE if prose else _LOST_IN_NAME
    found = _GARBLED.search(text) or lost.search(text)
    if not found:
        return ""
    return text[max(0, found.start() - _ROUND) : found.end() + _ROUND].strip()


def formula_error(text: str) -> str:
    """The error that a spreadsheet shows instead of a text; empty if there is none."""
    found = next((line for line in text.split("\n") if _ERROR.fullmatch(line.strip())), "")
    return found.strip()


def found_nothing(text: str) -> bool:
    """Whether it is the error of a look-up that has no answer."""
    return text.strip() == _NO_MATCH
