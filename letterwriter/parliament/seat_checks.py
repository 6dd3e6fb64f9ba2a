"""Whether the tables of postcodes and of members speak of the same constituencies."""

from collections.abc import Iterable, Iterator

from letterwriter.files.faults import Fault
from letterwriter.parliament.members import Country, Parliament

SEATS = 650  # Parliamentary Constituencies Act 2020, section 5


_NORTHERN_IRELAND = "N"  # how the codes of its constituencies begin


def has_northern_ireland(codes: Iterable[str]) -> bool:
    """Whether any of these constituencies is in Northern Ireland."""
    return any(code.startswith(_NORTHERN_IRELAND) for code in codes)


def check_tables(parliament: Parliament, codes: Iterable[str]) -> Iterator[Fault]:
    """Faults between ``mps.csv`` and the constituencies that the postcodes lie in.

    Northern Ireland may have no postcodes at all, but not some only.
    """
    with_postcodes = set(codes)
    everywhere = has_northern_ireland(with_postcodes)
    if len(parliament) != SEATS:
        yield Fault("mps.csv", "", f"has {len(parliament)} constituencies; there are {SEATS}")
    for code in sorted(with_postcodes):
        if code not in parliament:
            what = "has postcodes but no row in mps.csv; add its member, or a row with no name"
            yield Fault("postcodes_constituencies.csv", code, what)
    for seat in parliament:
        place = seat.constituency
        wanted = everywhere or place.country is not Country.NORTHERN_IRELAND
        if wanted and place.code not in with_postcodes:
            what = f"{place.name} has no postcodes in postcodes_constituencies.csv"
            yield Fault("mps.csv", place.code, what)
