"""A checkout, an editable install and a wheel in an empty environment are all the whole thing."""

import json
from pathlib import Path

import pypdf
import pytest

from tests.packaging.installs import Install

_VISIT = Path(__file__).with_name("visit_pages.py").read_text(encoding="utf-8")

pytestmark = pytest.mark.slow


def test_the_package_comes_from_where_it_should(install: Install) -> None:
    printed = install.run("import letterwriter; print(letterwriter.__file__)")

    assert Path(printed.strip()).resolve().is_relative_to(install.home.resolve())


def test_templates_and_tables_are_found(install: Install) -> None:
    printed = install.run(
        "from letterwriter import paths\n"
        "print(paths.TEMPLATES)\nprint(paths.DATA / 'mps.csv')\nprint(paths.CAMPAIGNS)"
    )

    for line in printed.splitlines():
        assert Path(line).exists()
        assert Path(line).resolve().is_relative_to(install.home.resolve())


def test_every_page_is_served_with_its_files(install: Install) -> None:
    statuses = json.loads(install.run(_VISIT))

    assert statuses["/"] == 200
    assert statuses["/healthz"] == 200
    assert any(path.endswith(".css") for path in statuses)
    assert "/static/sharing/preview.png" in statuses
    counting = ("/counts", "/counts.csv", "/counts.json")  # off, unless an operator turns it on
    assert {statuses.pop(path) for path in counting} == {404}
    assert {path: status for path, status in statuses.items() if status != 200} == {}


def test_a_letter_is_printed_as_pdf(install: Install, tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"

    install.letterwriter(
        *("letter", "--postcode", "M14 5TP", "--name", "Amina Yusuf"),
        *("--address", "1 High Street, Manchester", "--date", "2026-11-22"),
        *("--format", "pdf", "--out", str(out)),
    )

    text = " ".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    assert "Amina Yusuf" in text
    assert "22 November 2026" in text


def test_what_is_not_declared_is_not_there(installed: Install) -> None:
    found = installed.run("import importlib.util; print(importlib.util.find_spec('pytest'))")

    assert found.strip() == "None"
