"""Hundreds of letters to sign as one PDF: how fast, whether cost grows in line, how much memory."""

import html
import statistics
import subprocess
import sys
import time
from datetime import date
from functools import partial
from itertools import cycle, islice
from random import Random

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from bench.rows import Row
from letterwriter.campaigns import loading
from letterwriter.documents.fonts import TEXT_FACE, typefaces
from letterwriter.documents.pdf_files.pdf_merge import PAGES_A_PART, joined_pdf
from letterwriter.letters.letter import Letter
from letterwriter.packs.pack_pdf import letters_to_sign
from letterwriter.packs.variations import Variations
from letterwriter.parliament import current_members
from letterwriter.parliament.addressee import addressee

_MANY = 500
_WARM = 25
_DAY = date(2026, 11, 22)
_MEMORY = """
from bench.pack import deal, stack
stack(deal({letters}))
from pathlib import Path
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines()
           if line.startswith("VmHWM")))
"""
_LINES = 5  # ruled on WeasyPrint's sheets; ours have as many as there is room for
_STYLE = """
@font-face {{ font-family: face; src: url("file://{font}"); }}
@page {{ size: A4; margin: 0; }}
body {{ font: 12pt/1.22 face; margin: 0; }}
section {{ position: relative; height: 296mm; padding: 95mm 20mm 0 25mm; page-break-after: always;
           box-sizing: border-box; }}
.from {{ position: absolute; left: 125mm; top: 30mm; width: 65mm; }}
.to {{ position: absolute; top: 40.8mm; }}
p {{ margin: 0 0 6pt; }}
hr {{ height: 8.5mm; margin: 0; border: 0; border-bottom: 0.5pt solid; }}
"""


def rows() -> list[Row]:
    """Speed from one process, turn about; memory from a fresh process for each size."""
    letters = deal(_MANY)
    warm = _warm(deal(_WARM + 1, seed=2))  # others, since Typst remembers what it has just set
    before = _seconds(partial(stack, letters))
    theirs = _seconds(partial(_weasyprint, letters))
    after = _seconds(partial(stack, deal(_MANY, seed=3)))  # a busy machine has then slowed both
    ours = statistics.mean((before, after))
    base = _megabytes(100)
    memory = [
        Row(
            f"peak memory, {many:,} letters",
            "100 letters",
            _megabytes(many) / base,
            1.5,
            "times",
            at_most=True,
        )
        for many in (500, 2_000)
    ]
    return [
        Row("500 letters as one PDF", "WeasyPrint, the same 500", theirs / ours, 8, "times"),
        Row("500 letters as one PDF", "one letter, warm", ours / warm, 500, "times", at_most=True),
        *memory,
    ]


def deal(many: int, seed: int = 1) -> list[Letter]:
    """So many letters to sign, to the members of the first ten constituencies."""
    parliament = current_members.bundled_parliament()
    campaign = loading.bundled_campaign("restoring-order-and-control")
    seats = [to for seat in islice(parliament, 10) if (to := addressee(seat, parliament))]
    shares = [len(range(place, many, len(seats))) for place in range(len(seats))]
    random = Random(seed)  # noqa: S311  # repeats, and is no secret
    stacks = (
        Variations(campaign, to, _DAY, random).letters_to_sign(copies)
        for to, copies in zip(cycle(seats), shares, strict=False)
    )
    return [letter for stack in stacks for letter in stack.letters]


def stack(letters: list[Letter]) -> bytes:
    """One PDF, made part by part as packs are."""
    starts = range(0, len(letters), PAGES_A_PART)
    parts = (letters_to_sign(letters[start : start + PAGES_A_PART]) for start in starts)
    return joined_pdf(parts, "Letters")


def _warm(letters: list[Letter]) -> float:
    letters_to_sign(letters[:1])
    return statistics.median(_seconds(partial(stack, [letter])) for letter in letters[1:])


def _seconds(make: partial[bytes]) -> float:
    start = time.perf_counter()
    make()
    return time.perf_counter() - start


def _megabytes(letters: int) -> float:
    run = subprocess.run(
        [sys.executable, "-c", _MEMORY.format(letters=letters)],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(run.stdout) / 1000


def _weasyprint(letters: list[Letter]) -> bytes:
    config = FontConfiguration()
    fonts = typefaces().fonts.fonts()
    face = next(f.path for f in fonts if f.family == TEXT_FACE and f.style == "normal")
    style = CSS(string=_STYLE.format(font=face), font_config=config)
    page = f"<html lang='en-GB'><title>Letters</title>{''.join(map(_section, letters))}</html>"
    return bytes(HTML(string=page).write_pdf(stylesheets=[style], font_config=config))


def _section(letter: Letter) -> str:
    opening, *others = letter.body
    return (
        f"<section><div class='from'>My address<hr><hr><hr>Postcode<hr>Date<hr></div>"
        f"<p class='to'>{'<br>'.join(map(html.escape, letter.recipient))}</p>"
        f"<p>{html.escape(letter.salutation)},</p><p>{html.escape(opening)}</p>"
        f"<p><b>Why this matters to me:</b></p>{'<hr>' * _LINES}"
        f"{''.join(f'<p>{html.escape(text)}</p>' for text in others)}"
        f"<p>{letter.close},</p><hr>Signature</section>"
    )
