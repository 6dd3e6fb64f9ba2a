"""Spreadsheets with bytes turned, numbers changed, parts swapped and ends cut off.

Whatever becomes of a file, reading it gives a list or a reason in words. It is
done in a process of its own with limits, so that an end of it is seen here: that
is allowed, though rare, for .xls alone, whose library believes what a file says.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import pack

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letterwriter.mailmerge.unreadable import Defect
from tests.unit.mailmerge import reading_apart
from tests.unit.mailmerge.workbook_files import SAVED, people_xlsx, unzipped, zipped

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
ZIPPED = (people_xlsx(), (SAVED / "people.ods").read_bytes())
OLD = (SAVED / "people.xls").read_bytes()
EXTREMES = (0, 1, 127, 255, 32_768, 65_535, 2**20, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1)
_NUMBER = re.compile(rb'(?<==")[0-9]+(?=")|(?<=>)[0-9]+(?=<)')  # an attribute, or all of a text
_READ = re.compile(r"xl/(?!theme).*|_rels/.*|content\.xml")
_ZIP = b"PK"


@dataclass(frozen=True)
class Change:
    """One thing done to a file: where are two places, from 0 to 1, in the file or in a part."""

    kind: str
    part: int
    where: float
    to: float
    value: int

    def of(self, content: bytes) -> bytes:
        """The file, or the part, changed."""
        at, other = int(self.where * len(content)), int(self.to * len(content))
        value = pack("<I", self.value)[: 2 if self.value < 65_536 and self.part % 2 else 4]
        between: dict[str, tuple[int, bytes]] = {  # where the rest goes on, and what is put before
            "turn a byte": (at + 1, bytes([self.value % 256])),
            "write a number": (at + len(value), value),
            "cut": (len(content), b""),
            "leave out": (max(at, other), b""),
            "say again": (at, content[other : other + 2_000]),
        }
        if self.kind == "change a number" and (numbers := list(_NUMBER.finditer(content))):
            found = numbers[int(self.where * len(numbers))]
            at, between[self.kind] = found.start(), (found.end(), str(self.value).encode())
        rest, new = between.get(self.kind, (at, b""))
        return content[:at] + new + content[rest:]


KINDS = (
    "change a number",
    "turn a byte",
    "write a number",
    "change a number",
    "cut",
    "leave out",
    "say again",
)
places = st.floats(0, 1, exclude_max=True)
changes = st.builds(
    Change, st.sampled_from(KINDS), st.integers(0, 11), places, places, st.sampled_from(EXTREMES)
)
several = st.lists(changes, min_size=1, max_size=3)
zipped_files = st.tuples(
    st.sampled_from(ZIPPED), st.sampled_from((True, True, True, True, False)), several
)


def changed(sample: bytes, *, inside: bool, done: Iterable[Change]) -> bytes:
    """The sample with its changes, which for a zip file are mostly made to the parts inside."""
    if inside and sample.startswith(_ZIP):
        parts = unzipped(sample)
        names = sorted(filter(_READ.fullmatch, parts))
        for change in done:
            name = names[change.part % len(names)]
            if change.kind == "say again":  # or swap two parts
                other = names[int(change.where * len(names))]
                parts[name], parts[other] = parts[other], parts[name]
            else:
                parts[name] = change.of(parts[name])
        return zipped(parts)
    for change in done:
        sample = change.of(sample)
    return sample


class Apart:
    """The process that reads; another follows when one ends."""

    def __init__(self) -> None:
        self.ended = 0
        self._start()

    def _start(self) -> None:
        script = [sys.executable, "-m", reading_apart.__name__]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(script, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)

    def read(self, content: bytes) -> str:
        """What came of the file, or all that the process said before it ended."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(pack("<I", len(content)) + content)
        self.process.stdin.flush()
        if answer := self.process.stdout.readline().decode().strip():
            return answer
        said = self.process.communicate()[1].decode()[-2_000:]
        self.ended += 1
        self._start()
        return f"ended with {said}"


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    reader = Apart()
    yield reader
    reader.process.communicate()


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(st.lists(zipped_files, min_size=10, max_size=30))
def test_a_damaged_spreadsheet_is_read_or_refused_in_words_and_nothing_else(
    apart: Apart, batch: list[tuple[bytes, bool, list[Change]]]
) -> None:
    for sample, inside, done in batch:
        assert apart.read(changed(sample, inside=inside, done=done)) in {"read", *Defect}


def test_a_damaged_file_of_old_excel_is_so_too_or_rarely_ends_the_process(apart: Apart) -> None:
    tries, before = 0, apart.ended

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(st.lists(several, min_size=10, max_size=30))
    def read_all(batch: list[list[Change]]) -> None:
        nonlocal tries
        for done in batch:
            answer = apart.read(changed(OLD, inside=False, done=done))
            tries += 1
            assert answer in {"read", *Defect} or _by_a_limit(answer)

    read_all()
    assert tries > 100
    assert apart.ended - before <= tries * 0.03


def _by_a_limit(answer: str) -> bool:
    """Whether the process was ended in silence, and not by an error of ours."""
    return answer == "ended with "


def test_the_samples_are_read_as_they_are(apart: Apart) -> None:
    assert [apart.read(sample) for sample in (*ZIPPED, OLD)] == ["read"] * 3
