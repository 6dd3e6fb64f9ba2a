"""A disk that is full, or not to be written: said as that, nothing left, and a rerun works."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.files.writing import Unwritten, write_file
from letterwriter.parliament.api.http_cache import HttpCache
from letterwriter.parliament.api.retries import RetryPolicy
from letterwriter.postcodes import sector_file
from tests.parliament_api.answers import contact
from tests.parliament_api.server import ParliamentApi, serving

pytestmark = pytest.mark.slow

FULL = "the disk is full. Make room on it, and run it again."
LETTER = ["letter", "--postcode", "M14 5TP", "--name", "Jo", "--address", "1 High St"]
PLACE = ["--constituency", "Manchester Rusholme"]
WRITERS = {
    "letter": [*LETTER, "--format", "pdf"],
    "testsheet": ["testsheet"],
    "poster": ["poster"],
    "postcards": ["postcards", *PLACE],
    "pack": ["pack", *PLACE, "--copies", "1", "--without", "letters"],
    "export": ["export", "postcodes"],
}
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes: the nearest to a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def disk_of(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size, where this user may mount one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no disk may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS.keys())
def test_a_full_disk_is_said_as_that_by_every_command_that_writes(words: list[str]) -> None:
    result = CliRunner().invoke(main, [*words, "--out", "/dev/full"])
    assert result.exit_code == 1
    assert f"/dev/full could not be written: {FULL}" in result.stderr
    assert Path("/dev/full").is_char_device(), "and is not replaced"


@pytest.mark.parametrize("words", [["lookup", "M14 5TP"], ["export", "postcodes"], ["facts"]])
def test_a_full_disk_behind_the_screen_is_said_too(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "letterwriter.cli", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode != 0
    assert f"This could not be done: {FULL}" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS.keys())
def test_what_was_there_before_stays_and_nothing_is_left_beside_it(
    tmp_path: Path, words: list[str]
) -> None:
    out = tmp_path / "out"
    out.write_text("before", encoding="utf-8")
    with files_of_at_most(1_000):
        result = CliRunner().invoke(main, [*words, "--out", str(out)])
    assert result.exit_code == 1
    assert "a file may not become so large here" in result.stderr
    assert out.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [out]
    assert CliRunner().invoke(main, [*words, "--out", str(out)]).exit_code == 0
    assert out.stat().st_size > 1_000
    assert list(tmp_path.iterdir()) == [out]


def test_a_disk_that_becomes_full_leaves_what_was_there_before(tmp_path: Path) -> None:
    with disk_of(tmp_path / "small", "64k") as disk:
        out = disk / "out"
        write_file(out, [b"before"])
        with pytest.raises(Unwritten, match="the disk is full"):
            write_file(out, [b"x" * 10_000 for _ in range(20)])
        assert out.read_bytes() == b"before"
        assert list(disk.iterdir()) == [out]
        write_file(out, [b"after"])
        assert out.read_bytes() == b"after"


def test_a_folder_in_place_of_a_file_or_none_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unwritten, match="there is no such folder"):
        write_file(tmp_path / "none" / "out", [b""])
    with pytest.raises(Unwritten, match="that is a folder"):
        write_file(tmp_path, [b""])
    (tmp_path / "file").touch()
    with pytest.raises(Unwritten, match="what should be a folder on the way there is a file"):
        write_file(tmp_path / "file" / "out", [b""])


def test_a_new_file_may_be_read_as_others_are_and_an_old_one_as_before(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    usual = (tmp_path / "plain").stat().st_mode
    write_file(tmp_path / "new", [b"x"])
    assert (tmp_path / "new").stat().st_mode == usual
    (tmp_path / "plain").chmod(0o600)
    write_file(tmp_path / "plain", [b"x"])
    assert (tmp_path / "plain").stat().st_mode & 0o777 == 0o600


def test_who_reads_no_further_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(BrokenPipeError):
        write_file(Path(f"/dev/fd/{writing}"), [b"x"])
    os.close(writing)


def test_an_answer_that_cannot_be_kept_leaves_no_half_of_it(tmp_path: Path) -> None:
    kept = HttpCache(tmp_path)
    with files_of_at_most(1_000), pytest.raises(OSError, match="too large"):
        kept.keep("https://example.org", b"x" * 5_000)
    assert list(tmp_path.iterdir()) == []


def test_a_table_of_postcodes_replaces_no_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="it is no ordinary file"):
        sector_file.write_sectors([], pipe)
    assert pipe.is_fifo()


Refresh = Callable[..., Result]


@pytest.fixture
def api() -> Iterator[ParliamentApi]:
    with serving() as api:
        yield api


@pytest.fixture
def refresh(api: ParliamentApi) -> Refresh:
    def run(instance: Path) -> Result:
        words = ["refresh", "members", "--date", "2026-11-24", "--service", api.address]
        policy = RetryPolicy(sleep=lambda _: None, now=NOON)
        return CliRunner().invoke(main, [*words, "--out", str(instance)], obj=policy)

    return run


def with_contacts(api: ParliamentApi, instance: Path) -> None:
    kept = HttpCache(instance / "members" / ".answers", NOON)
    for member in api.lists.members.values():
        address = f"{api.address}/api/Members/{member.id}/Contact"
        kept.keep(address, json.dumps(contact(member)).encode())


@pytest.mark.parametrize(("size", "asked"), [(1_000, 1), (40_000, 68)])
def test_a_refresh_that_cannot_write_leaves_nothing_and_the_rerun_is_good(
    api: ParliamentApi, refresh: Refresh, tmp_path: Path, size: int, asked: int
) -> None:
    """Once an answer cannot be kept, once the table cannot be written."""
    instance = tmp_path / "instance"
    with_contacts(api, instance)
    with files_of_at_most(size):
        result = refresh(instance)
    assert result.exit_code == 5
    assert f"could not be written to {instance / 'members'}: a file may not" in result.stderr
    assert "The table of 9 October 2026 stays in use." in result.stderr
    assert len(api.asked) == asked
    assert list((instance / "members").iterdir()) == []
    with_contacts(api, instance)
    assert refresh(instance).exit_code == 0
    assert [path.name for path in (instance / "members").iterdir()] == ["2026-11-24"]


def test_a_refresh_onto_a_full_disk_says_so_and_leaves_nothing(
    refresh: Refresh, tmp_path: Path
) -> None:
    with disk_of(tmp_path / "small", "64k") as disk:
        result = refresh(disk)
        assert result.exit_code == 5
        assert f"could not be written to {disk / 'members'}: {FULL}" in result.stderr
        assert list((disk / "members").iterdir()) == []
