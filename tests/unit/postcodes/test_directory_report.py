import pytest

from letterwriter.postcodes.directory.report import Doubt, Reading, reading_doubts
from letterwriter.postcodes.directory.rows import Skip
from letterwriter.postcodes.sectors import TableChanges, Tally


def doubted(
    skips: dict[Skip, int],
    gone: int = 0,
    ended: dict[Skip, int] | None = None,
    *,
    northern_ireland: bool = False,
) -> list[Doubt]:
    """The doubts about 1,000 rows in use and 500 ended ones after a table of 1,000 postcodes."""
    reading = Reading(
        read=1500,
        read_ended=500,
        live=[],
        ended=[],
        skips={skip: Tally(count) for skip, count in skips.items()},
        ended_skips={skip: Tally(count) for skip, count in (ended or {}).items()},
        with_northern_ireland=northern_ireland,
    )
    return list(reading_doubts(reading, TableChanges(gone=Tally(gone)), 1000))


@pytest.mark.parametrize(
    "skips",
    [
        {},
        {Skip.BAD_POSTCODE: 5, Skip.NO_CONSTITUENCY: 3, Skip.UNKNOWN_CONSTITUENCY: 2},
        {Skip.ISLANDS: 400, Skip.NORTHERN_IRELAND: 400},
    ],
)
def test_a_few_bad_rows_and_the_islands_are_no_reason_to_doubt(skips: dict[Skip, int]) -> None:
    assert doubted(skips, gone=50) == []


def test_more_than_one_bad_row_in_a_hundred_is_for_a_person_to_accept() -> None:
    assert doubted({Skip.BAD_POSTCODE: 6, Skip.TWICE: 5}) == [Doubt.MANY_FAULTY]
    assert Doubt.MANY_FAULTY.acceptable


def test_codes_that_no_seat_has_are_boundaries_of_another_set_and_nobody_can_accept_them() -> None:
    assert doubted({Skip.UNKNOWN_CONSTITUENCY: 11, Skip.BAD_POSTCODE: 9}) == [
        Doubt.OTHER_BOUNDARIES
    ]
    assert not Doubt.OTHER_BOUNDARIES.acceptable


def test_a_table_that_loses_many_postcodes_looks_like_a_file_that_was_cut() -> None:
    assert doubted({}, gone=51) == [Doubt.MANY_GONE]
    assert Doubt.MANY_GONE.acceptable


def test_ended_postcodes_without_a_place_say_nothing_of_those_in_use() -> None:
    assert doubted({}, ended={Skip.NO_CONSTITUENCY: 400}) == []


def test_northern_ireland_that_was_asked_for_and_is_not_there_is_a_wrong_file() -> None:
    assert doubted({}, northern_ireland=True) == [Doubt.NO_NORTHERN_IRELAND]
    assert not Doubt.NO_NORTHERN_IRELAND.acceptable
