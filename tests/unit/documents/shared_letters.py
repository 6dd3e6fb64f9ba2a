"""The cases in tests/shared about whole letters, which the browser's engine has to answer too."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.text.cleaning import clean
from tests.cleaned import lines

_SHARED = Path(__file__).parents[2] / "shared"
_TABLES = tomllib.loads((_SHARED / "letters.toml").read_text("utf-8"))

LETTER_CASES: list[dict[str, Any]] = _TABLES["case"]
MAIL_CASES: list[dict[str, str]] = json.loads((_SHARED / "mail_links.json").read_text("utf-8"))


def letter_of(changes: Mapping[str, Any]) -> Letter:
    """The letter of letters.toml with these changes."""
    table = _TABLES["letter"] | changes
    return Letter(
        sender=lines(*table["sender"]),
        date=clean(table["date"]),
        recipient=lines(*table["recipient"]),
        salutation=clean(table["salutation"]),
        paragraphs=tuple(_paragraph(paragraph) for paragraph in table["paragraphs"]),
        close=clean(table["close"]),
        name=clean(table["name"]),
    )


def _paragraph(table: Mapping[str, Any]) -> Paragraph:
    return Paragraph(Kind(table["kind"]), clean(table["text"]), removed=table.get("removed", False))
