"""The project's format for postcodes: a row for each sector and constituency.

``M21 9,E14001528,TA`` says that M21 9TA lies in E14001528. Rows are in order of
sector, read without its space, and of code; the units of a row in order too, so
that the same postcodes are always the same bytes.
"""

import errno
import re
from codecs import utf_16_le_decode  # bytes.decode finds the codec by its name, time and again
from collections.abc import Iterable, Iterator
from os import fsync
from pathlib import Path
from sys import intern
from tempfile import NamedTemporaryFile
from typing import Final

from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.whole_files import open_ordinary
from letterwriter.postcodes.sectors import SectorRow
from letterwriter.postcodes.typed.rules import UNIT_LETTERS

# Of each sector: its constituencies, each with the ends of its postcodes. Read
# as UTF-16 the two letters of an end are one character, so they take no more
# memory than in the file, and asking whether an end is among them is one `in`.
Sectors = dict[str, tuple[tuple[str, str], ...]]
PAIR: Final = "utf-16-le"

_HEADER: Final = b"sector,constituency,units"
_START: Final = re.compile(rb"([A-Z]{1,2}\d[A-Z\d]? \d),([ENSW]\d{8}),")
_LETTERS: Final = UNIT_LETTERS.encode()
_LARGEST: Final = 64 * 1024 * 1024  # bytes: ours has five million
_READABLE: Final = 0o644  # the site may run as another user, who only reads
_FAULTS_TOLD: Final = 20  # a file saved in a wrong format is wrong in every line


def read_sectors(path: Path) -> Sectors:
    """The sectors in the file; raises FaultyFiles."""
    try:
        with open_ordinary(path, _LARGEST) as lines:
            return _read(path.name, lines)
    except OSError as error:
        raise FaultyFiles([Fault(path.name, "", f"cannot be read: {error.strerror}")]) from None


def lines(rows: Iterable[SectorRow]) -> Iterator[bytes]:
    """The lines of the file for these rows, which are in order."""
    yield _HEADER + b"\n"
    for row in rows:
        yield f"{','.join(row)}\n".encode()


def write_sectors(rows: Iterable[SectorRow], path: Path) -> None:
    """Write the file, whole or not at all; raises FaultyFiles where it would not read back."""
    if path.exists() and not path.is_file():  # /dev/full, say, which nobody wants replaced
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as out:
        new = Path(out.name)
        try:
            out.writelines(lines(rows))
            out.flush()
            fsync(out.fileno())
            read_sectors(new)
            new.chmod(_READABLE)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _read(file: str, lines: Iterable[bytes]) -> Sectors:
    sectors: Sectors = {}
    faults: list[Fault] = []
    rows = enumerate(lines, 1)
    _, header = next(rows, (1, b""))
    if header.rstrip() != _HEADER:
        faults.append(Fault(file, "line 1", f"should be {_HEADER.decode()}"))
    for number, line in rows:
        start = _START.match(line)
        ends = line[start.end() :].rstrip() if start else b""
        if wrong := _wrong(ends):
            faults.append(Fault(file, f"line {number}", wrong))
        elif start:
            sector = start[1].decode()
            units = intern(start[2].decode()), utf_16_le_decode(ends)[0]
            sectors[sector] = (*sectors.get(sector, ()), units)
        if len(faults) == _FAULTS_TOLD:
            break
    if not sectors and not faults:
        faults.append(Fault(file, "", "holds no postcodes: take the whole table again"))
    if faults:
        raise FaultyFiles(faults)
    return sectors


def _wrong(ends: bytes) -> str:
    """What is wrong with a row's units; a row without a right start has none."""
    # translate looks at 3.7 million letters in a tenth of a pattern's time.
    if not ends or ends.translate(None, _LETTERS):
        return "should be a sector, a constituency's code and units, such as M21 9,E14001528,TA"
    if len(ends) % 2:
        return "should have units of two letters each, so an even number of letters"
    return ""
