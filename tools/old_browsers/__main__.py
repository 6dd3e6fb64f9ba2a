"""Reads all JavaScript and CSS that is sent to visitors: ``python -m tools.old_browsers``."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tools.old_browsers import scripts, styles
from tools.old_browsers.complaint import Complaint

ROOT = Path(__file__).parents[2]
SENT = (ROOT / "letterwriter" / "static", ROOT / "templates")

_CHECKS: dict[str, Callable[[Path, str], list[Complaint]]] = {
    ".js": scripts.complaints,
    ".mjs": scripts.complaints,
    ".css": styles.complaints,
}


def main() -> int:
    """Print each complaint; 1 if there is one."""
    files = [file for folder in SENT for file in sorted(folder.rglob("*"))]
    found = list(complaints(files))
    for complaint in found:
        print(complaint)
    if found:
        print(f"{len(found)} things that an iPad of 2013 does not know.", file=sys.stderr)
    return 1 if found else 0


def complaints(files: Iterable[Path]) -> Iterator[Complaint]:
    """What is wrong in files of either kind; others are passed over."""
    for file in files:
        if check := _CHECKS.get(file.suffix):
            yield from check(_short(file), _without_jinja(file.read_text(encoding="utf-8")))


def _short(file: Path) -> Path:
    return file.relative_to(ROOT) if file.is_relative_to(ROOT) else file


def _without_jinja(code: str) -> str:
    """What a template becomes, as far as it matters here; lines stay where they are."""
    return re.sub(r"\{\{.*?\}\}", "x", re.sub(r"\{%.*?%\}", "", code))


if __name__ == "__main__":
    sys.exit(main())
