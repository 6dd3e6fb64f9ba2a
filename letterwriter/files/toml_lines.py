"""On which line of a TOML file a key stands: its reader knows values and no places."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from letterwriter.files.faults import Fault

_HEADING: Final = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]")
_KEY: Final = re.compile(r"\s*([A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')\s*=")
_LONG_TEXT: Final = re.compile(r'"""|' + "'''")


def lines_of_keys(text: str) -> dict[str, int]:
    """The first line of each key and table, counted from 1: ``{"colours, brand": 7}``.

    What stands within a text of several lines is no key.
    """
    found: dict[str, int] = {}
    table, open_text = "", ""
    for number, line in enumerate(text.splitlines(), 1):
        if not open_text:
            table = _heading(line) or table
            if key := _HEADING.match(line) or _KEY.match(line):
                name = key[1].strip("\"'")
                inner = table if key.re is _HEADING else f"{table}, {name}" if table else name
                found.setdefault(inner, number)
        for mark in _LONG_TEXT.findall(line):
            open_text = "" if mark == open_text else open_text or mark
    return found


def _heading(line: str) -> str:
    found = _HEADING.match(line)
    return found[1].replace('"', "").replace(".", ", ") if found else ""


def told_by_line(faults: Iterable[Fault], lines: Mapping[str, int]) -> list[Fault]:
    """The faults, each with the line of its key: ``line 7, colours, brand``."""
    return [
        replace(fault, key=f"line {lines[fault.key]}, {fault.key}") if fault.key in lines else fault
        for fault in faults
    ]
