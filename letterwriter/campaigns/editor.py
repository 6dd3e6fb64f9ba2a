"""What stands round the writer's own words in a letter to the editor of a local paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from letterwriter.campaigns.role_passage import ROLE_NAMES, RolePassage
from letterwriter.campaigns.sentences import passage_by_role
from letterwriter.files.faults import Fault
from letterwriter.files.toml_files import read_toml
from letterwriter.text.passage import Passage

FILE: Final = "editor.toml"


@dataclass(frozen=True, slots=True)
class EditorWords:
    """The sentences before and after; wordings may have ``{mp_name}`` and ``{constituency}``."""

    opening: RolePassage
    close: Passage

    @property
    def all(self) -> Iterator[tuple[str, Passage]]:
        """Every passage with the name of its table."""
        for name, passage in self.opening.all:
            yield f"opening-{name}" if name else "opening", passage
        yield "close", self.close


def editor_words(folder: Path, faults: list[Fault]) -> EditorWords | None:
    """Those of a campaign's folder; None where it has none and offers no such letter."""
    if not (folder / FILE).exists():
        return None
    top = read_toml(folder / FILE, FILE, faults)
    top.only("opening", "close", *(f"opening-{role}" for role in ROLE_NAMES))
    return EditorWords(passage_by_role(top, "opening"), Passage(top.table("close").sentences()))
