"""TOML tables that know where they stand, so that a mistake can be told by file and key."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from letterwriter.domain.fault import Fault


@dataclass
class Table:
    """A table of a campaign file.

    A value that is missing or of the wrong type is noted in ``faults`` and
    answered with an empty one, so that one reading finds all mistakes.
    """

    file: str
    key: str
    values: dict[str, object]
    faults: list[Fault] = field(default_factory=list)

    def text(self, name: str, *, default: str | None = None) -> str:
        """A text, without spaces round it."""
        value = self.values.get(name, default)
        if isinstance(value, str):
            return value.strip()
        self._wrong(name, "should be text in quotation marks")
        return ""

    def day(self, name: str) -> date:
        """A date."""
        value = self.values.get(name)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self._wrong(name, "should be a date without quotation marks, such as 2027-01-31")
        return date.min

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        value = self.values.get(name, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self._wrong(name, "should be a whole number")
        return default

    def yes(self, name: str) -> bool:
        """True or false; false where it is missing."""
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            self._wrong(name, "should be true or false")
        return value is True

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        return self._strings(self.values.get(name), name)

    def sentences(self, name: str = "sentences") -> tuple[tuple[str, ...], ...]:
        """A list of sentences, each a list of wordings."""
        value = self.values.get(name)
        if not isinstance(value, list) or not value:
            self._wrong(name, "should be a list of sentences, each a list of wordings")
            return ()
        return tuple(self._strings(item, f"{name} {i}") for i, item in enumerate(value, 1))

    def table(self, name: str) -> "Table":
        """The table of this name."""
        value = self.values.get(name)
        if not isinstance(value, dict):
            self._wrong(name, f"should be a table: a line [{name}] with its keys below it")
            value = {}
        return Table(self.file, self._at(name), value, self.faults)

    def tables(self, name: str) -> Iterator["Table"]:
        """The tables of a list, told apart by their ``id`` or their number."""
        value = self.values.get(name)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._wrong(name, f"should be one or more tables, each begun by a line [[{name}]]")
            return
        for i, item in enumerate(value, 1):
            yield Table(self.file, self._at(f"{name} {item.get('id', i)}"), item, self.faults)

    def only(self, *names: str) -> None:
        """Note every key that is not one of these: most often a slip of spelling."""
        for name in self.values.keys() - set(names):
            self._wrong(name, f"is not a key that is known here; known are {', '.join(names)}")

    def _strings(self, value: object, name: str) -> tuple[str, ...]:
        if isinstance(value, Sequence) and not isinstance(value, str):
            strings = tuple(item.strip() for item in value if isinstance(item, str))
            if len(strings) == len(value):
                return strings
        self._wrong(name, 'should be a list of texts: ["one", "two"]')
        return ()

    def _at(self, name: str) -> str:
        return f"{self.key}, {name}" if self.key else name

    def _wrong(self, name: str, what: str) -> None:
        self.faults.append(Fault(self.file, self._at(name), what))


def read_toml(path: Path, file: str, faults: list[Fault]) -> Table:
    """A TOML file's top table; what keeps it from being read is noted in ``faults``."""
    values: dict[str, object] = {}
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        faults.append(Fault(file, "", "is missing; every campaign needs it"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(file, "", f"cannot be read as TOML: {error}"))
    return Table(file, "", values, faults)
