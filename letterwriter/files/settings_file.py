"""The operator's ``settings.toml``: what the environment can set, kept in the instance folder."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.files.toml_lines import lines_of_keys
from letterwriter.files.typed_values import is_of
from letterwriter.files.whole_files import read_whole

SETTINGS_FILE: Final = "settings.toml"
VARIABLE_PREFIX: Final = "LETTERWRITER_"
_LARGEST: Final = 64 * 1024  # bytes: a page of settings has two thousand
_OF_SERVERS: Final = {"HOST": "HOST", "PORT": "PORT", "PROCESSES": "WEB_CONCURRENCY"}


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """Its values as the environment would have them, by their names in capitals."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)  # the secret key is one
    lines: Mapping[str, int] = field(default_factory=dict)

    def place(self, name: str) -> str:
        """Where a setting stands: ``settings.toml: line 3, proxies``."""
        return f"{SETTINGS_FILE}: line {self.lines.get(name, 1)}, {name.lower()}"


def variable_of(name: str) -> str:
    """The environment variable of a setting: servers know some by names of their own."""
    return _OF_SERVERS.get(name, f"{VARIABLE_PREFIX}{name}")


def read_settings_file(instance: Path) -> SettingsFile:
    """The file in an instance folder, empty where there is none; raises FaultyFiles.

    Names of settings and whether their values can be used are judged by who uses them.
    """
    path = instance / SETTINGS_FILE
    if not _is_there(path):
        return SettingsFile()
    try:
        text = read_whole(path, _LARGEST, message("settings", "file-mend")).decode("utf-8-sig")
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        what = message("settings", "file-no-toml", error=str(error))
        raise FaultyFiles([Fault(SETTINGS_FILE, "", what)]) from None
    lines = {key.upper(): line for key, line in lines_of_keys(text).items()}
    read = SettingsFile({name.upper(): _text(value) for name, value in values.items()}, lines)
    odd = [name.upper() for name, value in values.items() if _text(value) == "" and value != ""]
    if odd:
        what = message("settings", "file-no-value")
        raise FaultyFiles(Fault(read.place(name), "", what) for name in odd)
    return read


def _is_there(path: Path) -> bool:
    """False also in a folder that is none: whoever looks for tables there tells of that."""
    try:
        return path.exists()
    except OSError:
        return False


def _text(value: object) -> str:
    """As one would write it into the environment; empty for what is no setting's value."""
    if is_of(value, int):
        return str(value)
    if is_of(value, date):
        return value.isoformat()
    return value if is_of(value, str) else ""


def with_settings_file(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment, and what it leaves unset as the settings file has it; raises FaultyFiles."""
    found = read_settings_file(instance_folder(environ))
    given = {name: value for name, value in environ.items() if value.strip()}
    return {variable_of(name): value for name, value in found.values.items()} | given


def settings_stamp(instance: Path) -> tuple[int, ...]:
    """What shows whether the file is another than before."""
    try:
        stat = (instance / SETTINGS_FILE).stat()
    except OSError:
        return ()
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)
