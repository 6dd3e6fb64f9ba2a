"""A directory of postcodes as ONS lays it out, made from our own table: small, or of full size.

The headings and the order of columns are those of the release of August 2026.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from letterwriter.postcodes.sectors import SectorRow, pairs
from letterwriter.postcodes.typed.rules import UNIT_LETTERS

HEADINGS = (
    "pcd7,pcd8,pcds,dointr,doterm,cty26cd,ced25cd,lad26cd,wd26cd,parncp26cd,usrtypind,east1m,"
    "north1m,gridind,hlth19cd,nhser24cd,ctry26cd,rgn26cd,ssr95cd,pcon24cd,eer20cd,educ23cd,"
    "ttwa15cd,pco19cd,itl25cd,wdstl05cd,oa01cd,wdcas03cd,npark16cd,lsoa01cd,msoa01cd,ruc01ind,"
    "oac01ind,oa11cd,lsoa11cd,msoa11cd,wz11cd,sicbl26cd,bua24cd,ruc11ind,oac11ind,lat,long,"
    "lep21cd1,lep21cd2,pfa23cd,imd20ind,cal26cd,icb26cd,oa21cd,lsoa21cd,msoa21cd,ruc21ind,"
    "oac21ind,imd25ind"
)
# What stands between the columns that matter, about as long as the real thing.
_BETWEEN = (
    '"E10000012","E58000412","E07000077","E05004172","E04004049","0",583111,214423,1,'
    '"E18000006","E40000007","E92000001","E12000006","6"'
)
_AFTER = ",".join(['"E99999999"'] * 21 + ["51.819", "0.659"] + ['"E99999999"'] * 12)
_EVERY_END = ["".join(pair) for pair in ((a, b) for a in UNIT_LETTERS for b in UNIT_LETTERS)]
_NORTHERN_IRELAND = [f"N050000{n:02}" for n in range(1, 19)]
_ISLANDS = {"JE": "L93000001", "GY": "L93000001", "IM": "M83000003"}


class Entry(NamedTuple):
    """A postcode of the directory."""

    postcode: str  # "M14 5TP"
    code: str
    doterm: str = ""  # "199606"


def entries(rows: Iterable[SectorRow]) -> Iterator[Entry]:
    """What the rows hold, and half as many that have ended."""
    for sector, mine in groupby(rows, key=itemgetter(0)):
        live = {code: pairs(units) for _, code, units in mine}
        taken = set(chain.from_iterable(live.values()))
        free = (end for end in _EVERY_END if end not in taken)
        for code, ends in live.items():
            yield from (Entry(sector + end, code) for end in ends)
            yield from (Entry(sector + end, code, "199606") for end in islice(free, len(ends) // 2))


def few(rows: Iterable[SectorRow]) -> list[SectorRow]:
    """A sector of every constituency, with a few postcodes."""
    first: dict[str, SectorRow] = {}
    for sector, code, units in rows:
        first.setdefault(code, (sector, code, units[:8]))
    return sorted(first.values(), key=lambda row: (row[0].replace(" ", ""), row[1]))


def line(entry: Entry) -> str:
    """A line as ONS writes it."""
    outward, inward = entry.postcode.split()
    return (
        f'"{outward:4}{inward}","{outward:5}{inward}","{entry.postcode}","198001",'
        f'"{entry.doterm}",{_BETWEEN},"{entry.code}",{_AFTER}\r\n'
    )


def write_zip(path: Path, found: Iterable[Entry], edition: str = "AUG_2026") -> Path:
    """A zip with the folders and the other files that ONS puts in."""
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("User Guide/ONSPD User Guide.pdf", b"%PDF-1.7 not read")
        names = "pcon24cd,pcon24nm,pcon24nmw\nE14001353,Manchester Rusholme,\n"
        archive.writestr(f"Documents/PCON {edition} names and codes.csv", names)
        archive.writestr(f"Data/multi_csv/ONSPD_{edition}_UK_ZZ.csv", f"{HEADINGS}\n")
        with archive.open(f"Data/ONSPD_{edition}_UK.csv", "w", force_zip64=True) as out:
            out.write(f"{HEADINGS}\r\n".encode())
            out.writelines(line(entry).encode() for entry in found)
    return path


def elsewhere() -> Iterator[SectorRow]:
    """Northern Ireland, about as many as there are, 49,000, and 13,000 on the islands."""
    for number in range(1, 95):
        code = _NORTHERN_IRELAND[number % len(_NORTHERN_IRELAND)]
        for digit in range(1, 10):
            yield f"BT{number} {digit}", code, "".join(_EVERY_END[:58])
    for area, code in _ISLANDS.items():
        for number in range(1, 10):
            for digit in range(1, 9):
                yield f"{area}{number} {digit}", code, "".join(_EVERY_END[:60])
