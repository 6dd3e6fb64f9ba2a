"""Files that are read whole: no more of them than they should be, and nothing but files."""

import stat
from pathlib import Path
from typing import BinaryIO, Final

from letterwriter.files.faults import Fault, FaultyFiles

_AGAIN: Final = "take the whole table again"


def read_whole(path: Path, largest: int, mend: str = _AGAIN) -> bytes:
    """All bytes of a file; raises FaultyFiles where it has more than ``largest``, or is none.

    ``mend`` is what to do then, for the message.
    """
    with open_ordinary(path, largest, mend) as file:
        try:
            return file.read(largest)
        except OSError as error:
            raise FaultyFiles.unreadable(path, error) from None


def open_ordinary(path: Path, largest: int, mend: str = _AGAIN) -> BinaryIO:
    """The file, open to be read; raises FaultyFiles as ``read_whole`` does.

    A pipe with nobody at its other end would be waited for without end, so it is not opened.
    """
    try:
        about = path.stat()
        if stat.S_ISREG(about.st_mode) and about.st_size <= largest:
            return path.open("rb")
        wrong = f"is larger than {largest:,} bytes"
        if not stat.S_ISREG(about.st_mode):
            wrong = "is a folder" if path.is_dir() else "is no file"
    except OSError as error:
        raise FaultyFiles.unreadable(path, error) from None
    raise FaultyFiles([Fault(path.name, "", f"{wrong}: {mend}")])
