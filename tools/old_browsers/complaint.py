"""Something in a file that an old iPad does not know."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong, where, and what to write instead."""

    file: Path
    line: int  # from 1
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.mend}"
