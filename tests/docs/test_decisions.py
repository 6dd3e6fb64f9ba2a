"""The decisions of docs/adr: one form, numbered without a gap, all in the index, found by name."""

import re
from pathlib import Path

import pytest

from tests.docs.places import DECISIONS, ROOT, files

NAMES = [path.name for path in DECISIONS]
MOST, LONGEST = 18, 40  # files, and lines of each: what a newcomer will read
OLD_WAYS = re.compile(r"\bADRs? (?:no\. )?[0-9]|docs/adr/[0-9]{4}(?!-[a-z0-9-]+\.md)")
NO_TEXT = {".csv", ".png", ".xlsx", ".ods", ".xls"}
LINK = re.compile(r"adr/([0-9]{4}-[a-z0-9-]+\.md)")


def test_they_are_numbered_from_one_without_a_gap() -> None:
    assert [name[:4] for name in NAMES] == [f"{n:04}" for n in range(1, len(NAMES) + 1)]
    assert len(NAMES) <= MOST, "fold one that no longer guides a choice into its subject's document"


@pytest.mark.parametrize("path", DECISIONS, ids=NAMES)
def test_each_has_context_decision_and_what_was_rejected(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# {int(path.name[:4])}. ")
    headings = [line for line in lines[1:] if line.startswith("#")]
    assert headings == ["## Context", "## Decision", "## Rejected"]
    assert len(lines) <= LONGEST


def test_the_index_has_each_by_its_title() -> None:
    index = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([0-9]+) \| \[(.+?)\]\((.+?)\) \|", index, re.MULTILINE)
    titles = [path.read_text(encoding="utf-8").splitlines()[0] for path in DECISIONS]
    assert [(f"# {number}. {title}", file) for number, title, file in rows] == list(
        zip(titles, NAMES, strict=True)
    )


def test_code_and_documents_name_them_by_their_whole_file_name() -> None:
    faults = []
    for path in files():
        if path.suffix not in NO_TEXT and path.name != Path(__file__).name:
            for number, line in enumerate((ROOT / path).read_text("utf-8").splitlines(), 1):
                missing = [name for name in LINK.findall(line) if name not in NAMES]
                if missing or OLD_WAYS.search(line):
                    faults.append(f"{path}:{number}: {line.strip()}")
    assert not faults, "\n".join(faults)
