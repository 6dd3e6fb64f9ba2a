"""TOML tables that know where they stand, so that a mistake can be told by file and key."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from letterwriter.files.faults import Fault
from letterwriter.files.typed_values import TypedValues, is_of
from letterwriter.text.clean_text import CleanText
from letterwriter.text.cleaning import clean


@dataclass
class Table(TypedValues):
    """A table of a campaign file.

    A value that is missing or of the wrong type is noted in ``faults`` and
    answered with an empty one, so that one reading finds all mistakes.
    """

    file: str
    key: str
    values: dict[str, object]
    faults: list[Fault] = field(default_factory=list)

    def raw(self, name: str) -> object:
        """The value as TOML has it."""
        return self.values.get(name)

    def wrong(self, name: str, what: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(self.file, self._at(name), what))

    def text(self, name: str, *, default: str | None = None) -> CleanText:
        """A text, cleaned; it may be left out where there is a default."""
        what, needed = "should be text in quotation marks", default is None
        return clean(self.of_kind(name, str, what, default or "", needed=needed))

    def day(self, name: str) -> date:
        """A date."""
        what = "should be a date without quotation marks, such as 2027-01-31"
        return self.of_kind(name, date, what, date.min)

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        return self.of_kind(name, int, "should be a whole number", default, needed=False)

    def yes(self, name: str) -> bool:
        """True or false; false where it is missing."""
        return self.of_kind(name, bool, "should be true or false", False, needed=False)  # noqa: FBT003

    def texts(self, name: str) -> tuple[CleanText, ...]:
        """A list of texts."""
        return self._strings(self.values.get(name), name)

    def sentences(self, name: str = "sentences") -> tuple[tuple[CleanText, ...], ...]:
        """A list of sentences, each a list of wordings."""
        value = self.values.get(name)
        if not is_of(value, list) or not value:
            self.wrong(name, "should be a list of sentences, each a list of wordings")
            return ()
        return tuple(self._strings(item, f"{name} {i}") for i, item in enumerate(value, 1))

    def table(self, name: str) -> "Table":
        """The table of this name."""
        what = f"should be a table: a line [{name}] with its keys below it"
        values: dict[str, object] = self.of_kind(name, dict, what, {})
        return Table(self.file, self._at(name), values, self.faults)

    def tables(self, name: str) -> Iterator["Table"]:
        """The tables of a list, told apart by their ``id`` or their number."""
        value = self.values.get(name)
        if not is_of(value, list) or not all(is_of(item, dict) for item in value):
            self.wrong(name, f"should be one or more tables, each begun by a line [[{name}]]")
            return
        for i, item in enumerate(value, 1):
            yield Table(self.file, self._at(f"{name} {item.get('id', i)}"), item, self.faults)

    def only(self, *names: str) -> None:
        """Note every key that is not one of these: most often a slip of spelling."""
        for name in self.values.keys() - set(names):
            self.wrong(name, f"is not a key that is known here; known are {', '.join(names)}")

    def _strings(self, value: object, name: str) -> tuple[CleanText, ...]:
        if is_of(value, list) and all(is_of(item, str) for item in value):
            return tuple(clean(item) for item in value)
        self.wrong(name, 'should be a list of texts: ["one", "two"]')
        return ()

    def _at(self, name: str) -> str:
        return f"{self.key}, {name}" if self.key else name


def read_toml(path: Path, file: str, faults: list[Fault]) -> Table:
    """A TOML file's top table; what keeps it from being read is noted in ``faults``."""
    values: dict[str, object] = {}
    try:
        values = tomllib.loads(path.read_text("utf-8-sig"))  # Notepad begins a file with a mark
    except FileNotFoundError:
        faults.append(Fault(file, "", "is missing; every campaign needs it"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(file, "", f"cannot be read as TOML: {error}"))
    return Table(file, "", values, faults)
