"""The small file beside the tables of members that says whether Parliament is dissolved.

parliament = "dissolved"  # or "sitting"
dissolved = 2029-05-30    # the first day on which nobody is an MP
election = 2029-07-04     # left out while it is not known
"""

from datetime import date
from pathlib import Path
from typing import Final

from letterwriter.files.faults import FaultyFiles
from letterwriter.files.toml_files import Table, read_toml
from letterwriter.parliament.dissolution import Dissolution, Stage

PARLIAMENT: Final = "parliament.toml"
_SITTING: Final = Stage.SITTING.value
_DISSOLVED: Final = Stage.DISSOLVED.value
_KNOWN: Final = (_SITTING, _DISSOLVED)


def load_dissolution(path: Path) -> Dissolution | None:
    """What the file says; None where it is not there. Raises FaultyFiles."""
    if not path.exists():
        return None
    table = read_toml(path, path.name, [])
    found = _dissolution(table) if not table.faults else None
    if table.faults:
        raise FaultyFiles(table.faults)
    return found


def _dissolution(table: Table) -> Dissolution | None:
    table.only("parliament", "dissolved", "election")
    stage = str(table.text("parliament"))
    if stage not in _KNOWN:
        table.wrong("parliament", f"should be one of {', '.join(_KNOWN)}")
    if stage != _DISSOLVED:
        return None
    day = table.day("dissolved")
    election = table.day("election") if table.raw("election") else None
    try:
        return Dissolution(day, election)
    except ValueError:
        table.wrong("election", "should be after the day on which Parliament was dissolved")
        return None


def save_dissolution(dissolution: Dissolution | None, folder: Path) -> None:
    """Write the file into a table's folder; raises OSError."""
    lines = [f'parliament = "{_DISSOLVED if dissolution else _SITTING}"']
    if dissolution:
        lines.append(f"dissolved = {_written(dissolution.day)}")
        if dissolution.election:
            lines.append(f"election = {_written(dissolution.election)}")
    (folder / PARLIAMENT).write_text("\n".join([*lines, ""]), "utf-8")


def _written(day: date) -> str:
    return day.isoformat()
