"""Where each constituency's hexagon stands on the map, from data/constituency_hexes.csv."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from letterwriter.files.csv_tables import read_csv
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.paths import DATA

_LARGEST: Final = 64 * 1024  # bytes: four times the table
_NUMBER: Final = re.compile(r"-?\d{1,3}", re.ASCII)


class Hex(NamedTuple):
    """Columns grow eastwards, rows northwards; odd rows stand half a hexagon further east."""

    column: int
    row: int


def read_hexes(path: Path) -> dict[str, Hex]:
    """The hexagons by constituency's code. Raises `FaultyFiles`."""
    faults: list[Fault] = []
    found: dict[str, Hex] = {}
    for line, row in read_csv(path, "constituency_code,column,row", _LARGEST, faults):
        numbers = row["column"], row["row"]
        if not all(map(_NUMBER.fullmatch, numbers)):
            faults.append(Fault(path.name, f"line {line}", "column and row should be numbers"))
        else:
            found[row["constituency_code"]] = Hex(*map(int, numbers))
    if faults:
        raise FaultyFiles(faults)
    return found


@cache
def hexes() -> Mapping[str, Hex]:
    """Those that come with the program."""
    return read_hexes(DATA / "constituency_hexes.csv")
