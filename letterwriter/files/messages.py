"""The words that the site and the command line say, from ``templates/words/``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from letterwriter.paths import TEMPLATES
from letterwriter.text.passage import fill


@cache
def messages(file: str) -> Mapping[str, str]:
    """All messages of ``templates/words/<file>.toml``, by key, their ``{slots}`` unfilled."""
    return _read(file)


@cache
def word_lists(file: str) -> Mapping[str, list[str]]:
    """The same for a file that has a list of words under each key."""
    return _read(file)


@cache
def word_tables(file: str) -> Mapping[str, Mapping[str, list[str]]]:
    """All words of a file that has tables with a list of words under each key.

    One word by itself counts as a list of one.
    """
    return {
        table: {key: [words] if isinstance(words, str) else words for key, words in lists.items()}
        for table, lists in _read(file).items()
    }


def message(file: str, key: str, /, **slots: str) -> str:
    """One message of that file: ``message("stack", "terminal-mend", file="mend.csv")``.

    Raises KeyError for a key that the file has not, and for a slot without a value.
    """
    return fill(messages(file)[key], slots)


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads((TEMPLATES / "words" / f"{file}.toml").read_text("utf-8"))
