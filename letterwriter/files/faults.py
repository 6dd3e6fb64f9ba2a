"""Something wrong in a campaign or data file: where, what, and how to fix it."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One mistake, for the person who edits the files to read."""

    file: str  # relative to the campaign's or the data folder: "concerns/thirty-months.toml"
    key: str  # where in it: "sentence 2, wording 3", empty for the whole file
    what: str  # what is wrong and how to fix it

    def __str__(self) -> str:
        place = f"{self.file}: {self.key}" if self.key else self.file
        return f"{place}: {self.what}"


class FaultyFiles(Exception):
    """Files that cannot be used as they are; ``faults`` keeps every mistake found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    @classmethod
    def unreadable(cls, path: Path, error: OSError) -> Self:
        """Of a file or folder that the system does not let us read."""
        why = error.strerror or os.strerror(error.errno or 0)
        return cls([Fault(path.name, "", f"cannot be read: {why}")])
