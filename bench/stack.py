"""Letters from a list: memory in fresh processes, and that time grows in line with the list."""

import subprocess
import sys
from datetime import date
from random import Random

from bench.rows import Row
from letterwriter.campaigns import loading
from letterwriter.mailmerge.batch import MailMerge
from letterwriter.mailmerge.batch_pdf import as_stack
from letterwriter.mailmerge.rows import Row as Person
from letterwriter.parliament import current_members
from letterwriter.postcodes import current_postcodes
from letterwriter.text.cleaning import clean

_DAY = date(2026, 11, 22)
_POSTCODES = ("M14 5TP", "SW1A 1AA", "LS1 4DY", "N1 9AG", "M1 1AE")
_STORY = "My neighbour waited three years for an answer, and taught my daughter to read music. "
_MEASURED = """
from pathlib import Path
from bench.stack import made
made({letters})
status = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def rows() -> list[Row]:
    """The peak of each size against that of 100 letters."""
    base = _kilobytes(100)
    return [
        Row(
            f"peak memory, {many:,} letters from a list",
            "100 letters",
            _kilobytes(many) / base,
            1.5,
            "times",
            at_most=True,
        )
        for many in (500, 2_000)
    ]


def made(letters: int) -> bytes:
    """A stack of so many letters, each with a story of its own."""
    mail_merge = MailMerge(
        current_members.bundled_parliament(),
        current_postcodes.bundled_table(),
        loading.bundled_campaign("restoring-order-and-control"),
        _DAY,
    )
    random = Random(1)  # noqa: S311  # repeats, and is no secret
    stack = mail_merge.sort(_person(number) for number in range(letters))
    return as_stack(stack, lambda batch: mail_merge.letters(batch, random), _DAY)


def _person(number: int) -> Person:
    postcode = _POSTCODES[number % len(_POSTCODES)]
    return Person(
        number + 2,
        name=clean(f"Person {number}"),
        address=clean(f"{number} High Street"),
        postcode=clean(postcode),
        story=clean(f"{_STORY * 3}{number}"),
    )


def _kilobytes(letters: int) -> int:
    run = subprocess.run(
        [sys.executable, "-c", _MEASURED.format(letters=letters)],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(run.stdout)
