"""Patterns that Python and browsers read alike: data/detectors.toml says how they are written."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from letterwriter.paths import DATA

Written = str | Sequence[str]  # a pattern as the file has it, whole or in parts

_PART = re.compile(r"\{([a-z_]+)\}")
_SET_OR_SIGN = re.compile(r"\\.|\[(?:[^\[\]\\]|\\.)*\]|[^\W\d_]| ")


@cache
def detector_file() -> Mapping[str, Any]:
    """What the file holds."""
    return tomllib.loads((DATA / "detectors.toml").read_text("utf-8"))


@cache
def named_pattern(name: str) -> str:
    """One of the file's [parts], written out."""
    return written_out(detector_file()["parts"][name])


def written_out(pattern: Written, *, any_case: bool = False) -> str:
    """A pattern for either engine: parts filled in, spaces and letters as the file means them."""

    def meant(found: re.Match[str]) -> str:
        sign = found[0]
        if sign == " ":
            return r"[ \n]"
        if any_case and len(sign) == 1:
            return f"[{sign.lower()}{sign.upper()}]"
        return sign

    return _SET_OR_SIGN.sub(meant, _filled(pattern))


def as_read(text: str) -> str:
    """A text in which to search for patterns: as long, with what they need not tell apart alike."""
    for sign, pattern in _readings():
        text = pattern.sub(sign, text)
    return text


@cache
def _readings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sign, re.compile(f"[{others}]")) for sign, others in detector_file()["reading"])


def _filled(pattern: Written) -> str:
    whole = pattern if isinstance(pattern, str) else "".join(pattern)
    return _PART.sub(lambda found: _filled(detector_file()["parts"][found[1]]), whole)
