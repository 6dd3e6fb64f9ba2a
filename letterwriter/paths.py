"""Where the templates, the tables and the server's settings are, in a checkout and in a wheel.

A wheel carries them inside the package, under ``_share``; a checkout
(or an editable install, which points back at one) has them beside the package.
What an operator keeps goes to ``INSTANCE``, which is where Flask puts it too.
"""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHARED = _PACKAGE / "_share"
_ROOT = _SHARED if _SHARED.is_dir() else _PACKAGE.parent

TEMPLATES: Path = _ROOT / "templates"
DATA: Path = _ROOT / "data"
STATIC: Path = _PACKAGE / "static"
SERVER_SETTINGS: Path = _ROOT / "gunicorn.conf.py"
CAMPAIGNS: Path = TEMPLATES / "letters"
INSTANCE: Path = (
    Path(sys.prefix) / "var" / "letterwriter-instance" if _SHARED.is_dir() else _ROOT / "instance"
)
