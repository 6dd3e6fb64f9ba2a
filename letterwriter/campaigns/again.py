"""What a second letter says: a case for each way in which the first was answered, or was not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from letterwriter.campaigns.role_passage import RolePassage
from letterwriter.campaigns.sentences import sentences_by_role
from letterwriter.files.faults import Fault
from letterwriter.files.toml_files import read_toml

_KEYS: Final = ("label", "order", "opening", "asked", "request")
_PARTS: Final = ("opening", "asked", "request")


@dataclass(frozen=True, slots=True)
class AgainCase:
    """What became of the first letter, and the words of one that follows it.

    Wordings may have ``{first-date}``, the day of the first letter, and those of ``asked``
    ``{first-ask}``, its question; ``asked`` is left out where the writer gives none.
    """

    id: str
    label: str
    opening: RolePassage
    asked: RolePassage
    request: RolePassage


def again_cases(folder: Path, faults: list[Fault]) -> tuple[AgainCase, ...]:
    """One file a case, in the order that the files give; none where there is no such folder."""
    return tuple(case for _, case in sorted(_cases(folder, faults), key=lambda pair: pair[0]))


def _cases(folder: Path, faults: list[Fault]) -> Iterator[tuple[int, AgainCase]]:
    for number, path in enumerate(sorted(folder.glob("*.toml"))):
        table = read_toml(path, f"{folder.name}/{path.name}", faults)
        table.only(*_KEYS)
        parts = {name: sentences_by_role(table, name) for name in _PARTS}
        case = AgainCase(id=path.stem, label=table.text("label"), **parts)
        yield table.number("order", number), case
