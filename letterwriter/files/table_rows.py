"""A row of a table that knows where it stands, so that what is wrong is told by file and line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from letterwriter.files.faults import Fault
from letterwriter.files.typed_values import TypedValues


@dataclass(frozen=True, slots=True)
class TableRow(TypedValues):
    """One row's values by column; what is wrong with them is noted in ``faults``."""

    file: str
    line: int
    values: Mapping[str, str]
    faults: list[Fault]

    def raw(self, name: str) -> str:
        """The text of a column, empty where it holds none."""
        return self.values[name]

    def wrong(self, name: str, what: str) -> None:
        """Note that a column of this row is wrong, and what it should be."""
        self.faults.append(Fault(self.file, f"line {self.line}, column {name}", what))

    def needed(self, column: str) -> str:
        """A text that is never empty."""
        if not self.values[column]:
            self.wrong(column, "is empty; fill it in")
        return self.values[column]

    def checked(self, column: str, problem_with: Callable[[str], str]) -> str:
        """A text that may be empty, or has nothing that ``problem_with`` tells of."""
        text = self.values[column]
        if text and (why := problem_with(text)):
            self.wrong(column, why)
        return text

    def day(self, column: str) -> date:
        """A date as 2026-06-27; the first day of all where it is none."""
        what = "should be a date such as 2026-06-27"
        return self.parsed(column, date.fromisoformat, what, date.min)
