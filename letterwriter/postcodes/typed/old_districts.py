"""First halves that are in no table of today, and those that are meant by them."""

import tomllib
from collections.abc import Mapping
from functools import cache

from letterwriter.paths import DATA
from letterwriter.postcodes.typed.rules import LETTERED, OUTWARD


@cache
def old_districts() -> Mapping[str, tuple[str, ...]]:
    """Those that have other numbers now, "L43" of which "CH43" took the place."""
    read = tomllib.loads((DATA / "old_districts.toml").read_text("utf-8"))
    return {old: tuple(new) for old, new in read.items()}


def lettered_districts(outward: str) -> tuple[str, ...]:
    """Those in London that go on with a letter, "SW1A" and others for "SW1"."""
    letters = LETTERED.get(outward.rstrip("0123456789"), "")
    ends = (f"{outward}{letter}" for letter in letters)
    return tuple(district for district in ends if district in OUTWARD)
