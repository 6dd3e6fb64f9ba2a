import pytest

from letterwriter.postcodes.directory.rows import Gathering, Skip, gather

RUSHOLME, WITHINGTON, BELFAST = "E14001353", "E14001354", "N05000002"
KNOWN = {RUSHOLME, WITHINGTON, BELFAST}


def gathered(*rows: tuple[str, str], northern_ireland: bool = False) -> Gathering:
    gathering = Gathering(KNOWN, with_northern_ireland=northern_ireland)
    for postcode, code in rows:
        gathering.take(postcode.encode(), code.encode())
    return gathering


def test_postcodes_are_gathered_by_sector_and_constituency_in_the_order_of_the_file() -> None:
    gathering = gathered(
        ("AL1 1AB", RUSHOLME),
        ("AL1 1AA", WITHINGTON),
        ("AL10 9TP", RUSHOLME),
        ("AL10 9AA", RUSHOLME),
    )
    assert gathering.finish() == [
        ("AL10 9", RUSHOLME, "AATP"),
        ("AL1 1", RUSHOLME, "AB"),
        ("AL1 1", WITHINGTON, "AA"),
    ]
    assert gathering.skips == {}


@pytest.mark.parametrize("written", ["M14 5TP", "M145TP", "M14  5TP", "m14 5tp", "M14 5tp"])
def test_all_of_the_directorys_ways_to_write_a_postcode_are_one(written: str) -> None:
    gathering = gathered(("M14 5TP", RUSHOLME), (written, RUSHOLME), (written, RUSHOLME.lower()))
    assert gathering.finish() == [("M14 5", RUSHOLME, "TP")]


@pytest.mark.parametrize(
    ("postcode", "code", "skip"),
    [
        ("", RUSHOLME, Skip.BAD_POSTCODE),
        ("M14", RUSHOLME, Skip.BAD_POSTCODE),
        ("M14 5CC", RUSHOLME, Skip.BAD_POSTCODE),
        ("ZZ1 1AA", RUSHOLME, Skip.BAD_POSTCODE),
        ("M14 5T\N{LATIN SMALL LETTER E WITH ACUTE}", RUSHOLME, Skip.BAD_POSTCODE),
        ("M14 5TP", "", Skip.NO_CONSTITUENCY),
        ("M14 5TP", "E99999999", Skip.NO_CONSTITUENCY),
        ("JE2 3AB", "L93000001", Skip.ISLANDS),
        ("GY1 1AA", "", Skip.ISLANDS),
        ("IM1 1AA", "M83000003", Skip.ISLANDS),
        ("BT1 5GS", BELFAST, Skip.NORTHERN_IRELAND),
        ("BT1 5GS", "", Skip.NORTHERN_IRELAND),
        ("M14 5TP", BELFAST, Skip.OTHER_COUNTRY),
        ("M14 5TP", "E14000807", Skip.UNKNOWN_CONSTITUENCY),
    ],
)
def test_a_row_that_fits_nowhere_is_counted_with_its_reason(
    postcode: str, code: str, skip: Skip
) -> None:
    gathering = gathered((postcode, code), ("M14 5AA", RUSHOLME), (postcode, code))
    assert gathering.finish() == [("M14 5", RUSHOLME, "AA")]
    assert {reason: tally.count for reason, tally in gathering.skips.items()} == {skip: 2}


def test_of_many_rows_left_out_only_a_few_are_kept_as_examples() -> None:
    rows = [("M14 5CC", f"E1400135{n % 10}") for n in range(1000)]
    tally = gathered(*rows).skips[Skip.BAD_POSTCODE]
    assert tally.count == 1000
    assert tally.examples == ["M14 5CC E14001350", "M14 5CC E14001351", "M14 5CC E14001352"]


def test_northern_ireland_is_gathered_for_those_who_may_have_it() -> None:
    gathering = gathered(("BT1 5GS", BELFAST), ("BT1 5AA", RUSHOLME), northern_ireland=True)
    assert gathering.finish() == [("BT1 5", BELFAST, "GS")]
    assert list(gathering.skips) == [Skip.OTHER_COUNTRY]


def test_a_postcode_in_two_constituencies_is_in_neither() -> None:
    gathering = gathered(
        ("M14 5TP", RUSHOLME), ("M14 5TP", WITHINGTON), ("M14 5AA", RUSHOLME), ("M14 5AA", RUSHOLME)
    )
    assert gathering.finish() == [("M14 5", RUSHOLME, "AA")]
    assert gathering.skips[Skip.TWICE].count == 1
    assert gathering.skips[Skip.TWICE].examples == ["M14 5TP"]


def test_what_is_in_use_again_has_not_ended() -> None:
    live, ended = gathered(), gathered()
    rows = [
        (b"M14 5TP", b"", RUSHOLME.encode()),
        (b"M14 5TP", b"199606", WITHINGTON.encode()),
        (b"M14 5AA", b"199606", WITHINGTON.encode()),
    ]
    assert gather(rows, live, ended) == (3, 2)
    in_use = live.finish()
    assert in_use == [("M14 5", RUSHOLME, "TP")]
    assert ended.finish(without=in_use) == [("M14 5", WITHINGTON, "AA")]


def test_ended_ones_are_counted_and_left_where_nobody_wants_them() -> None:
    live = gathered()
    assert gather([(b"M14 5TP", b"199606", RUSHOLME.encode())], live, None) == (1, 1)
    assert live.finish() == []
