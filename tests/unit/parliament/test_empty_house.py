"""What it takes to believe a list without members: everything else must say the same."""

from datetime import date

import pytest

from letterwriter.parliament import current_members
from letterwriter.parliament.api.empty_house import EmptyHouse, ids_to_ask, without_members
from letterwriter.parliament.dissolution import Dissolution
from letterwriter.parliament.members import Parliament

DAY, EARLIER, TODAY = date(2029, 5, 30), date(2029, 5, 2), date(2029, 6, 3)


@pytest.mark.parametrize(
    ("held", "constituencies", "left", "found"),
    [
        (0, 650, [DAY] * 6, DAY),
        (0, 650, [DAY, EARLIER, DAY, DAY], DAY),  # one resigned before
        (1, 650, [DAY] * 6, None),  # somebody sits, by the other list
        (0, 649, [DAY] * 6, None),
        (0, 650, [DAY] * 5 + [None], None),  # somebody sits, by their own record
        (0, 650, [DAY, DAY], None),  # too few answers
        (0, 650, [], None),
        (0, 650, [DAY, EARLIER, EARLIER, EARLIER], None),  # not all at once
        (0, 650, [date(2029, 6, 4)] * 6, None),  # still to come
    ],
)
def test_a_dissolution_is_believed_where_all_answers_fit(
    held: int, constituencies: int, left: list[date | None], found: date | None
) -> None:
    assert EmptyHouse(constituencies, held, tuple(left)).dissolved_on(TODAY) == found


def test_six_members_from_all_over_the_table_are_asked_about() -> None:
    ids = ids_to_ask(current_members.bundled_parliament())
    assert len(set(ids)) == 6
    assert ids_to_ask(Parliament([])) == ()


def test_the_table_of_an_empty_house_has_every_seat_and_its_day() -> None:
    known = current_members.bundled_parliament()
    made = without_members(known, TODAY, "seen", Dissolution(DAY))
    assert (len(made), made.has_members) == (650, False)
    assert {(seat.as_of, seat.source) for seat in made} == {(TODAY, "seen")}
    assert made.dissolution == Dissolution(DAY)
