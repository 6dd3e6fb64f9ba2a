"""The letters of tests/shared/advice.toml and praise.toml, which both engines tell about."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.text.cleaning import clean
from tests.cleaned import lines

_SHARED = Path(__file__).parents[2] / "shared"
_TABLES = tomllib.loads((_SHARED / "advice.toml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = _TABLES["case"]
PRAISED: list[dict[str, Any]] = tomllib.loads((_SHARED / "praise.toml").read_text("utf-8"))["case"]


def letter(**changes: Any) -> Letter:
    """The letter that needs no advice, changed as a case says."""
    base = _TABLES["letter"] | changes
    own = base["paragraphs"]
    return Letter(
        sender=lines(*base["sender"]),
        date=clean(base["date"]),
        recipient=lines(*base["recipient"]),
        salutation=clean(base["salutation"]),
        paragraphs=tuple(map(_paragraph, base.get("only", [*own, *base.get("more", [])]))),
        close=clean(base["close"]),
        name=clean(base["name"]),
    )


def _paragraph(table: Mapping[str, Any]) -> Paragraph:
    times = table.get("times", 1)
    return Paragraph(
        kind=Kind(table.get("kind", "story")),
        text=table["text"] * times,
        template=table.get("template", "") * times,
        removed=table.get("removed", False),
    )
