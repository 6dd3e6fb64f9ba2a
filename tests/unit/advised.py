"""The letters of tests/shared/advice.toml, which both engines give advice on."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from letterwriter.domain.letter import Kind, Letter, Paragraph

_TABLES = tomllib.loads(
    (Path(__file__).parents[1] / "shared" / "advice.toml").read_text(encoding="utf-8")
)
CASES: list[dict[str, Any]] = _TABLES["case"]


def letter(**changes: Any) -> Letter:
    """The letter that needs no advice, changed as a case says."""
    base = _TABLES["letter"] | changes
    own = base["paragraphs"]
    return Letter(
        sender=tuple(base["sender"]),
        date=base["date"],
        recipient=tuple(base["recipient"]),
        salutation=base["salutation"],
        paragraphs=tuple(map(_paragraph, base.get("only", [*own, *base.get("more", [])]))),
        close=base["close"],
        name=base["name"],
    )


def _paragraph(table: Mapping[str, Any]) -> Paragraph:
    times = table.get("times", 1)
    return Paragraph(
        kind=Kind(table.get("kind", "story")),
        text=table["text"] * times,
        template=table.get("template", "") * times,
        removed=table.get("removed", False),
    )
