"""On which line of a TOML file a key stands: its reader knows values and no places."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from letterwriter.files.faults import Fault

_HEADING: Final = re.compile(r"\s*\[\[?([^\]]+)\]")
_PART: Final = r"(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')"
_KEY: Final = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
_LONG_TEXT: Final = re.compile(r'"""|' + "'''")


def lines_of_keys(text: str) -> dict[str, int]:
    """The first line of each key and table, counted from 1: ``{"colours, brand": 7}``.

    What stands within a text of several lines is no key.
    """
    found: dict[str, int] = {}
    table, open_text = "", ""
    for number, line in enumerate(text.split("\n"), 1):  # as editors count, and no other
        if not open_text:
            if heading := _HEADING.match(line):
                table = _name(heading[1].strip())
                found.setdefault(table, number)
            elif key := _KEY.match(line):
                name = _name(key[1])
                found.setdefault(f"{table}, {name}" if table else name, number)
        for mark in _LONG_TEXT.findall(line):
            open_text = "" if mark == open_text else open_text or mark
    return found


def _name(written: str) -> str:
    """A key as faults have it: ``colours, brand`` for ``colours.brand``."""
    return ", ".join(part.strip().strip("\"'") for part in written.split("."))


def told_by_line(faults: Iterable[Fault], lines: Mapping[str, int]) -> list[Fault]:
    """The faults, each with the line of its key or of its table: ``line 7, colours, brand``."""
    return [
        replace(fault, key=f"line {line}, {fault.key}")
        if (line := _line(fault.key, lines))
        else fault
        for fault in faults
    ]


def _line(key: str, lines: Mapping[str, int]) -> int:
    """Where a key stands, or the table around it; 0 where neither is in the file."""
    while key and key not in lines:
        key = key.rpartition(", ")[0]
    return lines.get(key, 0)
