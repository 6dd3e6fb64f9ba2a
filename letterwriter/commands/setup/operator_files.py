"""Reading and writing an operator's two files, with all that others put into them left there."""

import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Item

from letterwriter.campaigns.loading import CAMPAIGN_FILE
from letterwriter.campaigns.overlay import overlay_folder
from letterwriter.commands.setup.answers import QUESTIONS, Question, SetupAnswers
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.messages import message
from letterwriter.files.settings_file import SETTINGS_FILE
from letterwriter.files.whole_files import read_whole
from letterwriter.files.writing import write_file

_LARGEST: Final = 64 * 1024  # bytes, as for those who read them
_WIDTH: Final = 100  # characters of a comment's line


@dataclass(frozen=True, slots=True)
class OperatorFiles:
    """The settings and what is laid over a campaign, each as TOML with its comments."""

    settings: Path
    overlay: Path

    @property
    def by_name(self) -> Mapping[str, Path]:
        """The two by the names that questions have for them."""
        return {"settings": self.settings, "overlay": self.overlay}


def operator_files(instance: Path, campaign: str) -> OperatorFiles:
    """Where the files of an instance folder are."""
    return OperatorFiles(
        instance / SETTINGS_FILE, overlay_folder(instance, campaign) / CAMPAIGN_FILE
    )


def answers_before(files: OperatorFiles) -> dict[str, str]:
    """What the files answer already; raises FaultyFiles for what cannot be read as TOML."""
    documents = {name: _read(path) for name, path in files.by_name.items()}
    found = {question.name: _at(documents[question.file], question.key) for question in QUESTIONS}
    return {name: str(value) for name, value in found.items() if value is not None}


def write_answers(files: OperatorFiles, answers: SetupAnswers, *, new_secret: bool) -> bool:
    """Put the answers into the files, each whole or not at all; whether anything is different.

    Raises Unwritten, and FaultyFiles.
    """
    settings, overlay = _read(files.settings), _read(files.overlay)
    documents = {"settings": settings, "overlay": overlay}
    for question in QUESTIONS:
        _put(documents[question.file], question, answers[question.name])
    if new_secret or not settings.get("secret_key"):
        settings["secret_key"] = secrets.token_hex(32)
    if answers["site"].startswith("https://"):
        settings["env"] = "production"
    elif "env" in settings and not answers["site"]:
        settings["env"] = "development"
    written = [
        _write(files.settings, settings, "settings-head", private=True),
        _write(files.overlay, overlay, "overlay-head", private=False),
    ]
    return any(written)


def _read(path: Path) -> tomlkit.TOMLDocument:
    if not path.exists():
        return tomlkit.document()
    try:
        text = read_whole(path, _LARGEST, message("settings", "file-mend")).decode("utf-8-sig")
        return tomlkit.parse(text)
    except (TOMLKitError, UnicodeDecodeError) as error:
        what = message("settings", "file-no-toml", error=str(error))
        raise FaultyFiles([Fault(str(path), "", what)]) from None


def _at(document: tomlkit.TOMLDocument, key: tuple[str, ...]) -> object:
    value: object = document
    for name in key:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _put(document: tomlkit.TOMLDocument, question: Question, answer: str) -> None:
    """Set a value where it stands, or at the end of its table; what is the same stays untouched."""
    *tables, name = question.key
    table = document
    for each in tables:
        if each not in table and not answer:
            return
        table = table.setdefault(each, tomlkit.table())
    now = table.get(name)
    if str("" if now is None else now) == answer:
        return
    if answer or now is not None:
        table[name] = _value(question, answer)
    if tables and not any(table.unwrap().values()):
        del document[tables[0]]


def _value(question: Question, answer: str) -> Item:
    return tomlkit.item(int(answer) if question.name == "proxies" else answer)


def _write(path: Path, document: tomlkit.TOMLDocument, head: str, *, private: bool) -> bool:
    before = path.read_text("utf-8") if path.exists() else None
    text = tomlkit.dumps(document)
    if before is None:
        text = f"{_comment(message('setup', head))}\n\n{text.lstrip()}"
    if text == before:
        return False
    _make_folder(path.parent)
    write_file(path, [text.encode()], private=private)
    return True


def _comment(text: str) -> str:
    lines, line = [], "#"
    for word in text.split():
        if len(f"{line} {word}") > _WIDTH:
            lines.append(line)
            line = "#"
        line += f" {word}"
    return "\n".join([*lines, line])


def _make_folder(folder: Path) -> None:
    """Make a folder that the site's user can look into, and its owner's where root makes it."""
    for path in _missing(folder):
        path.mkdir(mode=0o755)
        if os.geteuid() == 0:
            about = path.parent.stat()
            os.chown(path, about.st_uid, about.st_gid)


def _missing(folder: Path) -> Iterator[Path]:
    """The folders that are not there yet, the outermost first."""
    yield from reversed([path for path in (folder, *folder.parents) if not path.exists()])
