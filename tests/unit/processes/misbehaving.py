"""Work for processes of their own, good and bad; a module that they can import."""

import ctypes
import os
import re
import signal
import sys
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import xlsxwriter

from letterwriter.packs.pack import TooMuch


def doubled(number: int) -> int:
    return 2 * number


def own_pid() -> int:
    return os.getpid()


def niceness() -> int:
    return os.nice(0)


def wants_too_much(wanted: int, limit: int) -> None:
    raise TooMuch("too-many-letters", wanted, limit)


def aborts() -> None:
    os.abort()


def reads_at_nowhere() -> None:
    ctypes.string_at(0)


def leaves(status: int) -> None:
    os._exit(status)


def stops_the_program() -> None:
    raise SystemExit(3)


def kills_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hangs_up() -> None:
    os.closerange(3, 100)
    time.sleep(600)


def works_for_ever() -> None:
    while True:
        pass


def sleeps_for_ever() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def holds_the_interpreter() -> None:
    """One call that no other thread of the process can come between."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def takes(megabytes: int) -> int:
    return len(b"x" * (megabytes << 20))


def grows_for_ever() -> None:
    grown = []
    while True:
        grown.append([0] * 1000)


_kept: list[bytes] = []


def keeps(megabytes: int) -> int:
    _kept.append(b"x" * (megabytes << 20))
    return os.getpid()


def answers(megabytes: int) -> bytes:
    return b"x" * (megabytes << 20)


def cannot_be_sent() -> object:
    return lambda: None


def begun_and_ended() -> tuple[float, float]:
    begun = time.monotonic()
    time.sleep(0.2)
    return begun, time.monotonic()


def writes(path: str) -> None:
    Path(path).write_text("marker", "utf-8")


def says(words: str) -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.write(words)
        stream.flush()
    os.write(2, words.encode())  # as a library in another language does


def is_told_to_stop() -> str:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        os.kill(os.getpid(), number)
    return "still here"


def breaks_its_reader(*_: object) -> None:
    os.abort()


def repeats_what_it_reads(content: bytes, *_: object) -> None:
    raise ValueError(f"cannot read {content!r}")


def boastful_workbook() -> BytesIO:
    """An Excel file of a few kilobytes whose table of shared texts claims to be endless."""
    claim = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'count="4294967295" uniqueCount="4294967295"><si><t>Name</t></si></sst>'
    )
    plain, boastful = BytesIO(), BytesIO()
    with xlsxwriter.Workbook(plain, {"in_memory": True}) as book:
        book.add_worksheet().write_row(0, 0, ["Name", "Address", "Postcode"])
    with ZipFile(plain) as old, ZipFile(boastful, "w") as new:
        for part in old.namelist():
            words = claim.encode() if part.endswith("sharedStrings.xml") else old.read(part)
            new.writestr(part, words)
    boastful.seek(0)
    return boastful
