"""Runs all attacks, or those named, and prints a table; exits with 1 if the site failed in one.

Each attack meets a site that was freshly started, takes some seconds, and stops by itself.
"""

import sys
import time
from collections.abc import Callable

from attack import forms, malformed, slow, spreadsheets
from attack.lookups import looking_up, quiet
from attack.site import Site, served
from attack.tally import MARKER, LookUps, Row, Tally

ATTACKS: dict[str, Callable[[int], Tally]] = {
    "small requests": forms.load,
    "a field of 65,000 spaces": forms.spaces,
    "a list's heading of 64,000 brackets": forms.brackets,
    "one name 30,000 times": forms.names,
    "slow headers": slow.heads,
    "slow bodies": slow.bodies,
    "slow bodies of 6 MB": slow.large_bodies,
    "slow readers": slow.readers,
    "idle connections": slow.idle,
    "a crowd of connections": slow.crowd,
    "a workbook with an absurd count": spreadsheets.absurd_count,
    "a workbook with one string 800 times": spreadsheets.one_string,
    "a workbook that unpacks for ever": spreadsheets.bomb,
    "bodies over the limit": malformed.oversized,
    "forms in chunks": malformed.chunked,
    "odd requests": malformed.odd,
}
_WARM_UP = 0.5  # seconds: for what is loaded at the first visit
_QUIET = 1.5  # seconds
_AT_LEAST = 3.0  # seconds of look-ups: enough for a 95th percentile
_LINE = "{:<37} {:>6} {:>9} {:>10} {:>10} {:>7} {:>9}  {}"


def main(names: list[str]) -> int:
    """Attack and print; 0 if the site held in all."""
    attacks = {name: ATTACKS[name] for name in names} if names else ATTACKS
    print(_LINE.format("attack", "tries", "failures", "quiet p95", "p95", "ratio", "memory", ""))
    failed = 0
    for name, attack in attacks.items():
        row = _row(name, attack)
        print(_line(row), flush=True)
        failed += not row.passed
    return 1 if failed else 0


def _row(name: str, attack: Callable[[int], Tally]) -> Row:
    met: list[LookUps] = []
    with served() as site:
        quiet(site.port, _WARM_UP)
        still = quiet(site.port, _QUIET).p95  # of this minute: other programs come and go
        with looking_up(site.port, met):
            end = time.monotonic() + _AT_LEAST
            tally = attack(site.port)
            time.sleep(max(0.0, end - time.monotonic()))
        megabytes = site.megabytes()
        return Row(name, tally, met[0], still, megabytes, tuple(_faults(site)))


def _faults(site: Site) -> list[str]:
    said = site.said()
    found = {
        "the site is gone": not site.answers(),
        "its log holds a word of a request": MARKER in said.lower(),
        "its log holds an address": "127.0.0.1" in said,
        "a process was replaced": "WORKER TIMEOUT" in said or "was sent SIG" in said,
    }
    return [words for words, so in found.items() if so]


def _line(row: Row) -> str:
    verdict = "held" if row.passed else "FAILED"
    return _LINE.format(
        row.attack,
        row.tally.tries + row.meanwhile.tries,
        row.failures,
        f"{row.quiet:.1f} ms",
        f"{row.meanwhile.p95:.1f} ms",
        f"{row.ratio:.1f}",
        f"{row.megabytes:.0f} MB",
        "; ".join([verdict, *row.faults]),
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
