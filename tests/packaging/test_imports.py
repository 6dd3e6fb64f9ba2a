"""What an import brings along: the domain, nothing but itself."""

import json
import subprocess
import sys

from tests.packaging.installs import CHECKOUT

_LOADED = """
import importlib, json, pkgutil, sys
import letterwriter.domain
for room in pkgutil.iter_modules(letterwriter.domain.__path__):
    importlib.import_module(f"letterwriter.domain.{room.name}")
print(json.dumps(sorted(sys.modules)))
"""


def test_the_domain_loads_no_framework_and_no_library() -> None:
    printed = subprocess.run(
        [sys.executable, "-c", _LOADED], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(printed.stdout))

    assert "letterwriter.domain.letter" in loaded
    assert not loaded & {"click", "flask", "jinja2", "requests", "typst", "werkzeug", "wtforms"}
