import pytest

from letterwriter.postcodes.directory.headings import columns
from tests.directory import HEADINGS

# As released: the directory of February 2023 (in part), the lookup of May 2025 and that of 2026,
# ONS's download from a map, and lists by others.
FEBRUARY_2023 = (
    "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,"
    "osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl"
)
LOOKUP_2026 = (
    "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty26cd,ced25cd,"
    "lad26cd,wd26cd,nhser24cd,ctry26cd,rgn26cd,pcon24cd,ttwa15cd"
)


@pytest.mark.parametrize(
    ("header", "postcode", "code", "ended"),
    [
        (FEBRUARY_2023, "pcds", "pcon", "doterm"),
        (LOOKUP_2026, "pcds", "pcon24cd", "doterm"),
        (HEADINGS, "pcds", "pcon24cd", "doterm"),
        ("X,Y,PCD7,PCD8,DOTERM,PCON25CD", "PCD8", "PCON25CD", "DOTERM"),
        ("PCD,PCON,OBJECTID", "PCD", "PCON", None),
        ("pcon10cd,pcds,pcon24cd,pco19cd", "pcds", "pcon24cd", None),
        ("postcode,constituency", "postcode", "constituency", None),
        (
            "Postcode,In Use?,Constituency,Introduced,Terminated,Constituency Code",
            "Postcode",
            "Constituency Code",
            "Terminated",
        ),
    ],
)
def test_columns_are_found_by_heading_in_past_and_present_spellings(
    header: str, postcode: str, code: str, ended: str | None
) -> None:
    headings = header.split(",")
    found = columns(headings)
    assert found is not None
    assert (headings[found.postcode], headings[found.code]) == (postcode, code)
    assert (None if found.ended is None else headings[found.ended]) == ended
    assert found.count == len(headings)


@pytest.mark.parametrize("header", ["pcds,lad26cd", "pcon24cd,pcon24nm", "pco19cd,pcds", ""])
def test_without_postcodes_or_constituencies_it_is_no_directory(header: str) -> None:
    assert columns(header.split(",")) is None
