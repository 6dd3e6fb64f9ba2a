"""Which files there are, and how documents and comments name them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
DECISIONS: Final = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
DOCUMENTS: Final = sorted(
    [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "data/SOURCES.md")]
    + list((ROOT / "docs").rglob("*.md"))
)
STARTS: Final = (  # what a path within the project may be written without
    *("", "letterwriter/", "letterwriter/static/js/"),
    "templates/letters/restoring-order-and-control/",
)
_TOP: Final = (
    *("attack", "bench", "data", "docs", "letterwriter", "requirements", "templates", "tests"),
    *("tools", ".ci"),
)
_MADE: Final = {"__pycache__", "node_modules", "_share"}  # by programs, and in no commit


def files() -> Iterator[Path]:
    """Every file of the project, relative to its root, but for what programs make."""
    yield from (path.relative_to(ROOT) for path in ROOT.iterdir() if path.is_file())
    for folder in _TOP:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not _MADE & set(path.parts):
                yield path.relative_to(ROOT)


FILES: Final = frozenset(path.as_posix() for path in files())
FOLDERS: Final = frozenset(parent.as_posix() for name in FILES for parent in Path(name).parents)
_NAMES: Final = frozenset(Path(name).name for name in FILES)


def is_there(path: str) -> bool:
    """Whether a path is; ``*`` and ``<name>`` stand for any name, a bare name for any folder."""
    glob = re.sub(r"<\w+>", "*", path)
    if "*" in glob:
        return any(list(ROOT.glob(start + glob)) for start in STARTS)
    known = FOLDERS if path.endswith("/") else FILES | FOLDERS
    if any((start + path).rstrip("/") in known for start in STARTS):
        return True
    return "/" not in path and path in _NAMES
