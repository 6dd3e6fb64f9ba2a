"""Ways in which a table in the operator's folder can be broken, each to be done to a file of it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

Break = Callable[[Path], object]


def _rewritten(change: Callable[[bytes], bytes]) -> Break:
    return lambda file: file.write_bytes(change(file.read_bytes()))


def _half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def _at_a_line(whole: bytes) -> bytes:
    lines = whole.splitlines(keepends=True)
    return b"".join(lines[: len(lines) // 2])


def _folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _pipe_instead(file: Path) -> None:
    """Opened, it would be waited for without end."""
    file.unlink()
    os.mkfifo(file)


def _itself_instead(file: Path) -> None:
    """A link to itself: cannot be read, also by who may read everything."""
    file.unlink()
    file.symlink_to(file)


def _emptied(file: Path) -> None:
    shutil.rmtree(file.parent)
    file.parent.mkdir()


BREAKS: Final[dict[str, Break]] = {
    "a field over 131,072 characters": _rewritten(lambda whole: whole + b"x" * 140_000 + b",y\n"),
    "a field in quotes as long": _rewritten(lambda whole: whole + b'"' + b"x," * 70_000 + b'"\n'),
    "a quote without an end": _rewritten(lambda whole: whole + b'"'),
    "half of it": _rewritten(_half),
    "half of its lines": _rewritten(_at_a_line),
    "bad UTF-8": _rewritten(lambda whole: whole + b"\xff\xfe\n"),
    "another coding": _rewritten(lambda whole: whole.decode().encode("utf-16")),
    "nulls": _rewritten(lambda whole: whole[:2000] + b"\0" * 500 + whole[2500:]),
    "nothing": _rewritten(lambda _: b""),
    "only nulls": _rewritten(lambda whole: b"\0" * len(whole)),
    "far too much": _rewritten(lambda whole: whole * (64 * 2**20 // len(whole) + 2)),
    "gone": lambda file: file.unlink(),
    "a folder": _folder_instead,
    "a pipe": _pipe_instead,
    "a link to itself": _itself_instead,
    "a table that is an empty folder": _emptied,
}
