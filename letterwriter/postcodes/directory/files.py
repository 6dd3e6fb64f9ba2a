"""The files in which a directory of postcodes comes: a zip, the folder in it, or one CSV file.

The ONS Postcode Directory is a zip with one CSV file of all postcodes in
``Data`` and the same again by area in ``Data/multi_csv``, among lists of names
and guides.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BufferedReader, RawIOBase
from pathlib import Path, PurePath
from typing import IO, Final
from zipfile import BadZipFile, ZipFile, is_zipfile
from zlib import error as zlib_error

from letterwriter.files.faults import Fault, FaultyFiles

BytesRead = Callable[[int], None]  # is called with how many more bytes were read

_BUFFER: Final = 1 << 20
_BY_AREA: Final = "multi_csv"
# What zipfile raises for a file that is damaged, has a password, or is packed in a way it
# does not know.
_BAD_ZIP: Final = (BadZipFile, zlib_error, EOFError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class DirectoryPart:
    """A CSV file that can be opened more than once."""

    name: str  # with its folders
    size: int  # bytes, when unpacked
    open: Callable[[], IO[bytes]]

    @property
    def by_area(self) -> bool:
        """Whether it holds a part of what the file of all postcodes holds."""
        return _BY_AREA in PurePath(self.name).parts

    def lines(self, progress: BytesRead = lambda _: None) -> Iterator[bytes]:
        """Its lines, with their ends."""
        with self.open() as raw, BufferedReader(_Counted(raw, progress), _BUFFER) as lines:
            yield from lines


class _Counted(RawIOBase):
    """Passes bytes on and reports how many, at no cost for each line."""

    def __init__(self, raw: IO[bytes], progress: BytesRead) -> None:
        self._raw = raw
        self._progress = progress

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader gives
        data = self._raw.read(len(buffer))
        buffer[: len(data)] = data
        self._progress(len(data))
        return len(data)


@contextmanager
def directory_parts(path: Path) -> Iterator[list[DirectoryPart]]:
    """The CSV files in a zip or a folder, or the file itself; raises FaultyFiles.

    So it does for a fault that shows only while they are read.
    """
    path = path.resolve()  # so that the folder's own name is known, which may be multi_csv
    try:
        if path.is_dir():
            yield [
                _on_disk(file, path.parent)
                for file in sorted(path.rglob("*"))
                if _is_csv(file.name)
            ]
        elif is_zipfile(path):
            with ZipFile(path) as archive:
                yield _in_zip(archive)
        else:
            yield [_on_disk(path, path.parent)]
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        raise FaultyFiles([Fault(path.name, "", what)]) from None
    except _BAD_ZIP as error:
        what = f"is damaged or cannot be unpacked here ({error}): unpack it and give the CSV file"
        raise FaultyFiles([Fault(path.name, "", what)]) from None


def _in_zip(archive: ZipFile) -> list[DirectoryPart]:
    return [
        DirectoryPart(info.filename, info.file_size, partial(archive.open, info))
        for info in archive.infolist()
        if _is_csv(info.filename)
    ]


def _on_disk(file: Path, folder: Path) -> DirectoryPart:
    return DirectoryPart(str(file.relative_to(folder)), file.stat().st_size, partial(_open, file))


def _open(file: Path) -> IO[bytes]:
    return file.open("rb")


def _is_csv(name: str) -> bool:
    return name.lower().endswith(".csv") and not PurePath(name).name.startswith(".")
