"""Writing a file whole or not at all, and saying why it could not be written."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from letterwriter.files.messages import message

_WHY: Final = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "share",
    errno.EFBIG: "too-large",
    errno.EROFS: "read-only",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.ENOENT: "no-folder",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",  # where the folder itself was to be made
}


class Unwritten(Exception):
    """A file that could not be written; the message says which, why and what to do."""


def write_file(path: Path, pieces: Iterable[bytes], *, private: bool = False) -> None:
    """Write a file whole or not at all: what was there before stays until then.

    What is no ordinary file, such as /dev/stdout, is written to as it is. One that is
    ``private`` nobody but its owner can read, or the group where they let it. Raises Unwritten.
    """
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            with path.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(path.resolve(), pieces, private=private)
    except BrokenPipeError:
        raise  # who reads has enough
    except OSError as error:
        text = message("writing", "unwritten", file=str(path), why=reason_for(error))
        raise Unwritten(text) from None


def reason_for(error: OSError) -> str:
    """Why, and what to do: a sentence to stand after a colon."""
    key = _WHY.get(error.errno or 0, "other")
    return message("writing", key, error=error.strerror or str(error))


def failure_message(error: OSError) -> str:
    """What to say of an error of the operating system anywhere else, such as a full screen file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return message("writing", "failed", why=reason_for(error))
    return f"{error.filename}: {error.strerror}" if error.filename else str(error)


def _replace(path: Path, pieces: Iterable[bytes], *, private: bool) -> None:
    """By a file beside it, so that a disk that is full half-way leaves what was there before."""
    mode = _mode(path, private=private)
    with NamedTemporaryFile(dir=path.parent, prefix=".letterwriter-", delete=False) as out:
        new = Path(out.name)
        try:
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
            _give(new, path)
            new.chmod(mode)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _mode(path: Path, *, private: bool) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode) & (0o640 if private else 0o7777)
    return 0o600 if private else 0o666 & ~_umask()


def _give(new: Path, path: Path) -> None:
    """Let root write what another user is to read: the file stays its owner's."""
    if os.geteuid() == 0:
        about = path.stat() if path.exists() else path.parent.stat()
        with suppress(PermissionError):  # root of a container, say, that may give nothing away
            os.chown(new, about.st_uid, about.st_gid)


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now
