"""What is published is read once a night, and the last night's stands while the database fails."""

from collections.abc import Mapping
from datetime import date, timedelta

from letterwriter.counts.counted import LettersSoFar
from letterwriter.counts.database import CountsDatabase
from letterwriter.counts.nightly import NightlyCounts

TODAY = date(2026, 11, 22)
TOMORROW = TODAY + timedelta(days=1)


class Watched(CountsDatabase):
    """A database that says how often it is read, and that can be away."""

    def __init__(self) -> None:
        super().__init__("sqlite:///unused.sqlite")
        self.reads: list[date] = []
        self.away = False

    def so_far(self, campaign: str, until: date, before: date) -> Mapping[str, LettersSoFar]:
        assert (campaign, before) == ("ours", until - timedelta(days=7))
        self.reads.append(until)
        if self.away:
            raise OSError
        return {"E14001353": LettersSoFar(11, 0)}


def test_it_is_read_once_a_night() -> None:
    database = Watched()
    nightly = NightlyCounts(database)
    for today in (TODAY, TODAY, TOMORROW, TOMORROW):
        found = nightly.published("ours", today)
        assert found
        assert found.until == today - timedelta(days=1)
    assert database.reads == [TODAY - timedelta(days=1), TODAY]


def test_while_the_database_fails_the_last_nights_stands_and_it_is_seldom_asked() -> None:
    database = Watched()
    now = [0.0]
    nightly = NightlyCounts(database, lambda: now[0])
    before = nightly.published("ours", TODAY)
    database.away = True
    assert [nightly.published("ours", TOMORROW) for _ in range(5)] == [before] * 5
    assert len(database.reads) == 2
    database.away = False
    now[0] += 31
    later = nightly.published("ours", TOMORROW)
    assert later
    assert later.until == TODAY
