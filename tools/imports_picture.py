"""Draws which subject of ``letterwriter`` imports which, as a Mermaid graph in ARCHITECTURE.md.

``make docs`` runs it; ``tests/docs/test_picture.py`` compares. An import that also
goes by way of another subject is left out, since nobody could read all of them.
"""

import re
from pathlib import Path
from typing import Final

import grimp

PACKAGE: Final = "letterwriter"
DOCUMENT: Final = Path(__file__).parents[1] / "docs" / "ARCHITECTURE.md"
_PLACE: Final = re.compile(
    r"(?<=<!-- imports: written by `make docs` -->\n).*?(?=<!-- end -->)", re.DOTALL
)

Imports = dict[str, set[str]]  # a subject, and those that it imports


def imports() -> Imports:
    """What each subject imports directly, by grimp, on which import-linter is built."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    found: Imports = {}
    for subject in graph.find_children(PACKAGE):
        modules = {subject} | graph.find_descendants(subject)
        imported = set().union(*map(graph.find_modules_directly_imported_by, modules))
        found[_short(subject)] = {_short(name) for name in imported if name != PACKAGE}
        found[_short(subject)].discard(_short(subject))
    return found


def reduced(direct: Imports) -> Imports:
    """Without the imports that also go by way of another subject; there must be no circle."""
    reach = {subject: _reach(subject, direct) for subject in direct}
    return {
        subject: {one for one in near if not any(one in reach[other] for other in near)}
        for subject, near in direct.items()
    }


def picture(direct: Imports) -> str:
    """The graph in Mermaid's language, one line an arrow."""
    arrows = sorted((one, other) for one, near in reduced(direct).items() for other in near)
    lines = [f"    {one} --> {other}" for one, other in arrows]
    return "\n".join(("```mermaid", "graph TD", *lines, "```", ""))


def with_picture(text: str) -> str:
    """The document with the picture as it is now. Raises `ValueError` where it has no place."""
    if not _PLACE.search(text):
        raise ValueError(f"{DOCUMENT.name} has no place for the picture")
    return _PLACE.sub(lambda _: picture(imports()), text)


def _short(module: str) -> str:
    return module.split(".")[1]


def _reach(subject: str, direct: Imports) -> set[str]:
    return direct[subject].union(*(_reach(near, direct) for near in direct[subject]))


def main() -> None:
    """Write the picture into the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(with_picture(text), encoding="utf-8")


if __name__ == "__main__":
    main()
