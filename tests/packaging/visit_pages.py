"""Visit every page that needs no answers, and what it draws on; print each with its status.

Run in other environments by ``test_installs.py``, so it imports nothing of the tests.
"""

import json
import re

from flask import Flask

from letterwriter.web import create_app
from letterwriter.web.settings import Settings

_SITE = "https://letters.example.org"
_LOCAL_FILE = re.compile(rf'(?:href|src|content)="(?:{_SITE})?(/static/[^"?#]+)')


def visit(app: Flask) -> dict[str, int]:
    """Statuses by path, for pages and for the style sheets, scripts and pictures that they name."""
    client = app.test_client()
    pages = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.methods and "GET" in rule.methods and not rule.arguments
    ]
    statuses: dict[str, int] = {}
    files: set[str] = set()
    for page in pages:
        with client.get(page, follow_redirects=True) as response:
            statuses[page] = response.status_code
            if response.mimetype == "text/html":
                files.update(_LOCAL_FILE.findall(response.get_data(as_text=True)))
    for file in files:
        with client.get(file) as response:
            statuses[file] = response.status_code
    return statuses


print(json.dumps(visit(create_app(Settings(site=_SITE)))))
