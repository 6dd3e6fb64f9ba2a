"""What people call constituencies, beside the names that they have."""

import tomllib
from collections.abc import Mapping
from functools import cache

from letterwriter.parliament.names.folded_names import name_key
from letterwriter.paths import DATA


@cache
def _by_key() -> Mapping[str, tuple[str, ...]]:
    read = tomllib.loads((DATA / "everyday_names.toml").read_text("utf-8"))
    return {name_key(name): tuple(everyday) for name, everyday in read.items()}


def everyday_names(constituency: str) -> tuple[str, ...]:
    """Those of the constituency of this name: "Anglesey" of Ynys Môn."""
    return _by_key().get(name_key(constituency), ())
