"""Which columns of a directory of postcodes matter, by the headings it has had over the years.

Sources: the headings of the ONS Postcode Directory and of the National
Statistics Postcode Lookup, as released (``pcd`` and ``pcon`` until 2024,
``pcd7`` and ``pcon24cd`` since), in capitals in ONS's own downloads from maps.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# In order of choice, without case, spaces and marks.
_POSTCODE: Final = ("pcds", "pcd8", "pcd2", "pcd7", "pcd", "postcode")
_ENDED: Final = ("doterm", "terminated", "dateoftermination")
_CODE: Final = (
    "pcon",
    "pconcd",
    "pconcode",
    "constituencycode",
    "parliamentaryconstituencycode",
    "westminsterconstituencycode",
    "parliamentaryconstituency",
    "constituency",
)
_CODE_OF_YEAR: Final = re.compile(r"pcon(\d\d)cd")  # boundaries of that year: the latest is today's


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand; ``ended`` is None where all postcodes are in use."""

    postcode: int
    code: int
    ended: int | None
    count: int  # of all columns


def columns(headings: Sequence[str]) -> Columns | None:
    """Where the columns stand under these headings; None if a postcode or a code is missing."""
    names = [re.sub(r"[^a-z0-9]", "", heading.lower()) for heading in headings]
    by_year = sorted(filter(_CODE_OF_YEAR.fullmatch, names), reverse=True)
    postcode, code = _first(_POSTCODE, names), _first((*by_year, *_CODE), names)
    if postcode is None or code is None:
        return None
    return Columns(postcode, code, _first(_ENDED, names), len(names))


def _first(wanted: Sequence[str], names: Sequence[str]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)
