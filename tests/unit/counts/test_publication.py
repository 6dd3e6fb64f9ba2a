"""Nobody can be told from what is published, whatever is subtracted from whatever."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from letterwriter.counts.counted import LettersSoFar
from letterwriter.counts.publication import Publication, last_night, publication

START = date(2026, 11, 1)
A_DAY = timedelta(days=1)

# Letters a day by constituency, for three weeks.
some_days = st.lists(
    st.dictionaries(st.sampled_from(["E1", "E2", "S3", "W4"]), st.integers(1, 7)), max_size=21
)


def night(days: list[dict[str, int]], today: date) -> Publication:
    """What is published on a day of letters by day from `START`."""
    until, before = last_night(today)
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for n, letters in enumerate(days):
        day = START + n * A_DAY
        for code, number in letters.items():
            sums[code][0] += number if day <= until else 0
            sums[code][1] += number if day <= before else 0
    return publication(until, {code: LettersSoFar(*both) for code, both in sums.items()})


def told(published: Publication) -> list[int]:
    every = [published.everywhere, *published.constituencies.values()]
    return [number for each in every for number in (each.total, each.week)]


@given(some_days)
def test_every_number_and_every_difference_is_a_multiple_of_five(
    days: list[dict[str, int]],
) -> None:
    nights = [night(days, START + n * A_DAY) for n in range(len(days) + 2)]
    numbers = [number for each in nights for number in told(each)]
    assert min(numbers) >= 0
    assert not [pair for pair in combinations(set(numbers), 2) if (pair[0] - pair[1]) % 5]


@given(some_days)
def test_a_week_tells_no_more_than_two_nights_do(days: list[dict[str, int]]) -> None:
    today = START + 20 * A_DAY
    now, then = night(days, today), night(days, today - timedelta(days=7))
    assert now.everywhere.week == now.everywhere.total - then.everywhere.total
    for code, each in now.constituencies.items():
        earlier = then.constituencies.get(code)
        assert each.week == each.total - (earlier.total if earlier else 0)


def test_sums_are_of_the_letters_and_not_of_the_rounded_numbers() -> None:
    found = publication(START, {code: LettersSoFar(4, 0) for code in ("E1", "E2", "E3")})
    assert (found.everywhere.total, dict(found.constituencies)) == (10, {})
