"""What an import brings along: words, campaigns and letters load no framework."""

import json
import subprocess
import sys

from tests.packaging.installs import CHECKOUT

_LOADED = """
import importlib, json, pkgutil, sys
for subject in ("text", "files", "parliament", "campaigns", "letters"):
    package = importlib.import_module(f"letterwriter.{subject}")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"letterwriter.{subject}.{module.name}")
print(json.dumps(sorted(sys.modules)))
"""


def test_letters_load_no_framework_and_no_library() -> None:
    printed = subprocess.run(
        [sys.executable, "-c", _LOADED], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(printed.stdout))

    assert "letterwriter.letters.letter" in loaded
    assert not loaded & {"click", "flask", "jinja2", "requests", "typst", "werkzeug", "wtforms"}


_SITE = """
import json, sys
from letterwriter.web import create_app
from letterwriter.web.settings import Settings
create_app(Settings())
print(json.dumps(sorted(sys.modules)))
"""


def test_a_site_that_counts_nothing_loads_no_database() -> None:
    printed = subprocess.run(
        [sys.executable, "-c", _SITE], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(printed.stdout))

    assert "letterwriter.web.counting" in loaded
    assert not loaded & {"alembic", "psycopg", "sqlalchemy", "sqlite3"}
