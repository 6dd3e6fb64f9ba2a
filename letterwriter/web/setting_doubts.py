"""Settings that can be right and are rarely meant: reported as the site starts, and by `check`."""

import stat
from collections.abc import Iterator
from pathlib import Path

from flask import Flask

from letterwriter.files.messages import message
from letterwriter.files.settings_file import SETTINGS_FILE
from letterwriter.paths import INSTANCE
from letterwriter.web.limits.limit_storage import MEMORY
from letterwriter.web.settings import Settings


def doubts(settings: Settings) -> Iterator[str]:
    """A sentence for each of them."""
    folder = settings.instance
    if folder and folder != INSTANCE and not folder.exists():
        yield message("settings", "doubt-instance", instance=str(folder))
    if settings.today and settings.production:
        yield message("settings", "doubt-today", today=settings.today.isoformat())
    if settings.limits_storage != MEMORY and not settings.has_key:
        yield message("settings", "doubt-key")
    if folder and _for_all(folder / SETTINGS_FILE):
        yield message("settings", "doubt-readable", file=str(folder / SETTINGS_FILE))


def _for_all(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & stat.S_IROTH)
    except OSError:
        return False


def init_app(app: Flask, settings: Settings) -> None:
    """Report them in the log, once a start."""
    for doubt in doubts(settings):
        app.logger.warning("%s", doubt)
