"""A service that is down, slow, cut short, busy or something else: patience, and a plain word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from letterwriter.sources.kept_answers import KeptAnswers
from letterwriter.sources.service import Manners, Service
from letterwriter.sources.service_fault import ServiceFault, Trouble
from tests.parliament_api import answers, faults
from tests.parliament_api.server import Fault, ParliamentApi, serving

POSTS = "/api/Posts/GovernmentPosts"


@pytest.fixture
def api() -> Iterator[ParliamentApi]:
    with serving(answers.as_in_our_table(5)) as api:
        yield api


@pytest.fixture
def waits() -> list[float]:
    """How long the service was waited for, had anybody slept."""
    return []


@pytest.fixture
def service(api: ParliamentApi, waits: list[float], tmp_path: Path) -> Service:
    manners = Manners(pause=0.25, sleep=waits.append)
    return Service(f"{api.address}/", KeptAnswers(tmp_path / "kept"), manners)


def trouble(service: Service) -> ServiceFault:
    with pytest.raises(ServiceFault) as caught:
        service.get(POSTS)
    assert caught.value.where == POSTS
    return caught.value


def test_it_says_who_asks_and_pauses_before_each_request(
    api: ParliamentApi, service: Service, waits: list[float]
) -> None:
    service.get(POSTS)
    service.get("/api/Members/4359/Contact")
    assert waits == [0.25, 0.25]
    assert api.headers[0]["User-Agent"].startswith("letterwriter/")
    assert api.headers[0]["Accept"] == "application/json"


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_passing_error_is_asked_again_after_a_while(
    api: ParliamentApi, service: Service, waits: list[float], code: int
) -> None:
    api.fail(POSTS, faults.status(code), times=3)
    assert service.get(POSTS)
    assert len(api.asked) == 4
    pause, *backing_off = waits
    assert pause == 0.25
    assert backing_off == sorted(backing_off)
    assert 1 <= backing_off[0] < backing_off[-1] < 10


def test_retry_after_is_kept_to(api: ParliamentApi, service: Service, waits: list[float]) -> None:
    api.fail(POSTS, faults.status(429, Retry_After="17"), times=2)
    assert service.get(POSTS)
    assert waits[1:] == [17, 17]


def test_a_retry_after_that_makes_no_sense_is_like_none(
    api: ParliamentApi, service: Service, waits: list[float]
) -> None:
    api.fail(POSTS, faults.status(503, Retry_After="soon"), times=1)
    assert service.get(POSTS)
    assert waits[1:] == [1]


def test_a_wait_of_an_hour_is_told_rather_than_slept(
    api: ParliamentApi, service: Service, waits: list[float]
) -> None:
    api.fail(POSTS, faults.status(429, Retry_After="3601"))
    fault = trouble(service)
    assert fault.trouble is Trouble.BUSY
    assert fault.slots == {"minutes": "61"}
    assert waits == [0.25]


@pytest.mark.parametrize("fault", [faults.cut, faults.dropped])
def test_a_connection_that_ends_too_soon_is_tried_again(
    api: ParliamentApi, service: Service, fault: Fault
) -> None:
    api.fail(POSTS, fault, times=2)
    assert service.get(POSTS)
    assert len(api.asked) == 3


@pytest.mark.parametrize(
    ("fault", "expected", "most"),
    [
        (faults.status(429), Trouble.BUSY, 5),
        (faults.status(503), Trouble.STATUS, 5),
        (faults.status(403), Trouble.STATUS, 1),
        (faults.cut, Trouble.CUT, 3),
        (faults.dropped, Trouble.DOWN, 5),
        (faults.page, Trouble.PAGE, 1),
        (faults.truncated, Trouble.NO_JSON, 1),
        (faults.not_json, Trouble.NO_JSON, 1),
        (faults.endless, Trouble.TOO_LARGE, 1),
    ],
)
def test_what_stays_wrong_is_told_by_its_kind(
    api: ParliamentApi, service: Service, fault: Fault, expected: Trouble, most: int
) -> None:
    api.fail(POSTS, fault)
    assert trouble(service).trouble is expected
    assert len(api.asked) == most, "polite: no more than a few tries"


def test_an_answer_that_does_not_come_is_given_up(api: ParliamentApi, tmp_path: Path) -> None:
    api.fail(POSTS, faults.slow)
    manners = Manners(read=0.05, sleep=lambda _: None)
    assert trouble(Service(api.address, KeptAnswers(tmp_path), manners)).trouble is Trouble.SLOW


def test_an_error_is_told_with_its_number(api: ParliamentApi, service: Service) -> None:
    api.fail(POSTS, faults.status(403))
    assert trouble(service).slots == {"status": "403"}


def test_an_answer_that_drips_is_given_up(api: ParliamentApi, tmp_path: Path) -> None:
    hours = iter(range(10_000))
    manners = Manners(pause=0, sleep=lambda _: None, clock=lambda: next(hours) * 3600.0)
    api.fail(POSTS, faults.endless)
    assert trouble(Service(api.address, KeptAnswers(tmp_path), manners)).trouble is Trouble.SLOW


def test_a_service_that_is_not_there_is_down_and_says_why(tmp_path: Path) -> None:
    with serving(answers.as_in_our_table(1)) as gone:
        address = gone.address
    manners = Manners(sleep=lambda _: None)
    fault = trouble(Service(address, KeptAnswers(tmp_path), manners))
    assert fault.trouble is Trouble.DOWN
    assert "Connection refused" in fault.slots["cause"]


def test_an_answer_is_kept_for_a_day_and_only_if_it_was_one(
    api: ParliamentApi, tmp_path: Path
) -> None:
    clock = [1_795_000_000.0]
    kept = KeptAnswers(tmp_path, lambda: clock[0])
    service = Service(api.address, kept, Manners(sleep=lambda _: None))
    api.fail(POSTS, faults.truncated, times=1)
    trouble(service)
    first = service.get(POSTS)
    api.fail(POSTS, faults.dropped)
    assert service.get(POSTS) == first, "from the folder: nothing is asked"
    clock[0] += 25 * 3600
    assert trouble(service).trouble is Trouble.DOWN
