"""Prints all benchmarks, or those named, and exits with 1 if one misses its target.

A benchmark is a module of this package with a function ``rows`` that takes
nothing and returns its ``Row``s. To add one, add its name to BENCHMARKS.
"""

import sys
from importlib import import_module

from bench.rows import Row

BENCHMARKS = (
    "lookup",
    "postcodes",
    "startup",
    "pages",
    "pdf",
    "counts",
    "pack",
    "stack",
    "load",
    "browser",
    "first_visit",
)

_LINE = "{:<44} {:<36} {:>14} {:>18}  {}"


def main(names: list[str]) -> int:
    """Run and print; 0 if all targets were met."""
    missed = 0
    print(_LINE.format("what", "against", "measured", "target", ""))
    for name in names or BENCHMARKS:
        for row in import_module(f"bench.{name}").rows():
            print(_line(row), flush=True)
            missed += not row.met
    return 1 if missed else 0


def _line(row: Row) -> str:
    measured = f"{row.measured:.2f} {row.unit}"
    target = f"{'at most' if row.at_most else 'at least'} {row.target:g} {row.unit}"
    return _LINE.format(row.what, row.against, measured, target, "met" if row.met else "MISSED")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
