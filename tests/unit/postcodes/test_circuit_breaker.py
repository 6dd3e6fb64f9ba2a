from threading import Event

import pytest

from letterwriter.parliament.api.time_limit import AllBusy, TimeLimit
from letterwriter.postcodes.circuit_breaker import (
    MOST_FAILURES,
    REST,
    CircuitBreaker,
)


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def broken(clock: Clock) -> CircuitBreaker:
    breaker = CircuitBreaker(clock)
    for _ in range(MOST_FAILURES):
        assert breaker.allows()
        breaker.note(failed=True)
    return breaker


def test_after_some_failures_in_a_row_nobody_asks_for_a_while() -> None:
    clock = Clock()
    breaker = broken(clock)
    assert not breaker.allows()
    clock.now += REST - 1
    assert breaker.resting
    assert not breaker.allows()


def test_a_success_between_failures_starts_the_count_again() -> None:
    breaker = CircuitBreaker(Clock())
    for _ in range(MOST_FAILURES):
        breaker.note(failed=True)
        breaker.note(failed=False)
        breaker.note(failed=True)
        breaker.note(failed=False)
    assert breaker.allows()


def test_after_the_rest_one_goes_to_see_and_the_others_wait() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now += REST
    assert breaker.allows()
    assert not breaker.allows()
    breaker.note(failed=True)
    clock.now += REST - 1
    assert not breaker.allows()
    clock.now += 1
    assert breaker.allows()
    breaker.note(failed=False)
    assert [breaker.allows() for _ in range(3)] == [True] * 3


def test_one_who_went_to_see_and_never_came_back_does_not_stop_the_others_for_good() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now += REST
    assert breaker.allows()
    clock.now += REST
    assert breaker.allows()


def test_a_call_that_takes_too_long_is_given_up_and_no_more_than_so_many_are_under_way() -> None:
    over = Event()
    limit = TimeLimit(0.01, at_once=2)
    for _ in range(2):
        with pytest.raises(TimeoutError):
            limit.call(over.wait)
    with pytest.raises(AllBusy):
        limit.call(over.wait)
    over.set()


def test_a_call_in_time_answers_or_raises_as_if_it_were_made_at_once() -> None:
    limit = TimeLimit(60, at_once=1)
    assert limit.call(lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        limit.call(lambda: 1 // 0)
