"""The least that a Flask site does for a page: read the same form, fill a template of that size.

Served by gunicorn as ``bench.bare:app``; BENCH_PAGE names a file that holds the
page whose size it matches.
"""

import os
from pathlib import Path

from flask import Flask, render_template_string, request

_TEMPLATE = """
<!doctype html>
<title>{{ name }}</title>
{% for line in lines %}
{{ line }}
{% endfor %}
"""

app = Flask(__name__)
_page = Path(os.environ["BENCH_PAGE"]).read_text("utf-8")
_lines = [_page[at : at + 80] for at in range(0, len(_page) - len(_TEMPLATE), 81)]


@app.post("/write")
def letter() -> str:
    """A page of the same size as the letter page, from the same request."""
    return render_template_string(_TEMPLATE, name=request.form["name"], lines=_lines)
