"""The parts of a zipped workbook, each unpacked only when it is asked for, and within limits."""

from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from letterwriter.mailmerge.unreadable import Defect, Unreadable

MOST_UNPACKED = 40 * 1024 * 1024  # bytes: 2,000 rows with long stories, many times over
MOST_PARTS = 1_000  # a spreadsheet has about twelve, and one for each sheet and picture
_ENTRY = b"PK\x01\x02"  # begins each entry of the directory
_HEADER = 30  # bytes before the name of a part, at least


class Parts:
    """A zip file in memory. Raises `Unreadable` where no spreadsheet program wrote such a one."""

    def __init__(self, content: bytes) -> None:
        if content.count(_ENTRY) > MOST_PARTS:  # before a directory of 100,000 is read
            raise Unreadable(Defect.UNSAFE)
        self._zip = ZipFile(BytesIO(content))
        self._left = MOST_UNPACKED
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        self._entries = {_name(entry.filename): entry for entry in entries}
        if len(self._entries) < len(entries):  # two of one name: programs differ on which counts
            raise Unreadable(Defect.UNSAFE)
        _apart(entries, self._zip.start_dir)

    def __contains__(self, name: str) -> bool:
        return _name(name) in self._entries

    def read(self, name: str) -> bytes:
        """A part's bytes, once: no honest file has two sheets in one part.

        One that is larger than it says is broken.
        """
        entry = self._entries.pop(_name(name), None)
        if entry is None:
            raise Unreadable(Defect.BROKEN)
        if entry.flag_bits & 1:
            raise Unreadable(Defect.PASSWORD)
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or entry.file_size > self._left:
            raise Unreadable(Defect.UNSAFE)
        with self._zip.open(entry) as stream:
            content = stream.read(entry.file_size + 1)  # without a number it would inflate 2 GB
        self._left -= len(content)
        return content


def beside(part: str, target: str) -> str:
    """The name of what ``part`` calls ``target``: beside it, or from the top."""
    return normpath(join("/", dirname(part), target)).lstrip("/")


def _name(name: str) -> str:
    return normpath(name.replace("\\", "/")).lstrip("/").casefold()


def _apart(entries: list[ZipInfo], end: int) -> None:
    """Refuse parts that overlap: a small file then unpacks to many large ones."""
    following = end
    for entry in sorted(entries, key=lambda entry: entry.header_offset, reverse=True):
        if entry.header_offset + _HEADER + entry.compress_size > following:
            raise Unreadable(Defect.UNSAFE)
        following = entry.header_offset
