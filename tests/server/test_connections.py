"""Who has to go, and when."""

from dataclasses import dataclass

from letterwriter.server.connection_limits import BYTES_A_SECOND, GRACE_SECONDS, Limits, seconds_for
from letterwriter.server.connections import Connections


@dataclass(eq=False)
class _Visitor:
    """A connection of which only what the list asks is there."""

    since: float = 0
    held: int = 0
    working: bool = False
    late: bool = False
    dropped: bool = False

    def overdue(self, _: float) -> bool:
        return self.late

    def drop(self) -> None:
        self.dropped = True


def _opened(limits: Limits, *visitors: _Visitor) -> Connections:
    connections = Connections(limits)
    for visitor in visitors:
        connections.add(visitor)
    return connections


def test_one_too_many_costs_the_longest_awaited_its_place() -> None:
    first, second, third = (_Visitor(since=n) for n in range(3))

    _opened(Limits(connections=2), second, first, third)

    assert [each.dropped for each in (first, second, third)] == [True, False, False]


def test_a_visitor_whose_page_is_being_made_is_never_the_one_to_go() -> None:
    busy, other, newest = _Visitor(0, working=True), _Visitor(1), _Visitor(2)

    _opened(Limits(connections=2), busy, other, newest)

    assert not busy.dropped
    assert other.dropped


def test_what_is_held_for_the_slow_has_an_end() -> None:
    visitors = [_Visitor(since=n, held=3_000_000) for n in range(300)]

    _opened(Limits(connections=1000, held=64_000_000), *visitors).free_memory()

    staying = [each for each in visitors if not each.dropped]
    assert sum(each.held for each in staying) <= 64_000_000
    assert staying == visitors[-21:], "those who came last stay"


def test_who_holds_nothing_does_not_go_for_those_who_hold_much() -> None:
    quiet = _Visitor(since=0)

    _opened(Limits(held=10), quiet, _Visitor(1, held=8), _Visitor(2, held=8)).free_memory()

    assert not quiet.dropped


def test_the_overdue_go_and_the_others_stay() -> None:
    late, early = _Visitor(late=True), _Visitor()

    _opened(Limits(), late, early).drop_overdue(100)

    assert (late.dropped, early.dropped) == (True, False)


def test_at_the_end_only_those_stay_who_are_being_answered() -> None:
    silent, asked, taking = _Visitor(), _Visitor(working=True), _Visitor(held=1)

    _opened(Limits(), silent, asked, taking).drop_awaited()

    assert [each.dropped for each in (silent, asked, taking)] == [True, False, False]


def test_a_slow_phone_line_has_time_enough_and_a_drip_has_not() -> None:
    letter, drip = 64 * 1024, 1

    assert seconds_for(letter) >= letter / (4 * 1024), "four kilobytes a second are enough"
    assert seconds_for(int(GRACE_SECONDS) * 2 * drip) < GRACE_SECONDS + 1
    assert seconds_for(60 * BYTES_A_SECOND) == GRACE_SECONDS + 60
