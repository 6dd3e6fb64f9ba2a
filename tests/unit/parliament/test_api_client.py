"""A service that is down, slow, cut short, busy or something else: patience, and a plain word."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from letterwriter.parliament.api import bounded_request
from letterwriter.parliament.api.client import Service
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.http_cache import HttpCache
from letterwriter.parliament.api.retries import RetryPolicy
from letterwriter.parliament.api.shapes import Json
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
    policy = RetryPolicy(pause=0.25, sleep=waits.append)
    return Service(f"{api.address}/", HttpCache(tmp_path / "kept"), policy)


def got(service: Service, path: str = POSTS) -> object:
    """The JSON, whatever it is."""
    return service.get(path, None, lambda answer: answer.value)


def trouble(service: Service) -> ServiceFault:
    with pytest.raises(ServiceFault) as caught:
        got(service)
    assert caught.value.where == POSTS
    return caught.value


def test_it_says_who_asks_and_pauses_before_each_request(
    api: ParliamentApi, service: Service, waits: list[float]
) -> None:
    got(service)
    got(service, "/api/Members/4359/Contact")
    assert waits == [0.25, 0.25]
    assert api.headers[0]["User-Agent"].startswith("letterwriter/")
    assert api.headers[0]["Accept"] == "application/json"


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_passing_error_is_asked_again_after_a_while(
    api: ParliamentApi, service: Service, waits: list[float], code: int
) -> None:
    api.fail(POSTS, faults.status(code), times=3)
    assert got(service)
    assert len(api.asked) == 4
    pause, *backing_off = waits
    assert pause == 0.25
    assert backing_off == sorted(backing_off)
    assert 1 <= backing_off[0] < backing_off[-1] < 10


def test_retry_after_is_kept_to(api: ParliamentApi, service: Service, waits: list[float]) -> None:
    api.fail(POSTS, faults.status(429, Retry_After="17"), times=2)
    assert got(service)
    assert waits[1:] == [17, 17]


def test_a_retry_after_that_makes_no_sense_is_like_none(
    api: ParliamentApi, service: Service, waits: list[float]
) -> None:
    api.fail(POSTS, faults.status(503, Retry_After="soon"), times=1)
    assert got(service)
    assert waits[1:] == [1]


def test_a_wait_of_an_hour_is_told_rather_than_slept(
    api: ParliamentApi, service: Service, waits: list[float]
) -> None:
    api.fail(POSTS, faults.status(429, Retry_After="3601"))
    fault = trouble(service)
    assert fault.trouble is Failure.BUSY
    assert fault.slots == {"minutes": "61"}
    assert waits == [0.25]


@pytest.mark.parametrize("fault", [faults.cut, faults.dropped])
def test_a_connection_that_ends_too_soon_is_tried_again(
    api: ParliamentApi, service: Service, fault: Fault
) -> None:
    api.fail(POSTS, fault, times=2)
    assert got(service)
    assert len(api.asked) == 3


@pytest.mark.parametrize(
    ("fault", "expected", "most"),
    [
        (faults.status(429), Failure.BUSY, 5),
        (faults.status(503), Failure.STATUS, 5),
        (faults.status(403), Failure.STATUS, 1),
        (faults.cut, Failure.CUT, 3),
        (faults.dropped, Failure.DOWN, 5),
        (faults.page, Failure.PAGE, 1),
        (faults.truncated, Failure.NO_JSON, 1),
        (faults.not_json, Failure.NO_JSON, 1),
        (faults.endless, Failure.TOO_LARGE, 1),
    ],
)
def test_what_stays_wrong_is_told_by_its_kind(
    api: ParliamentApi, service: Service, fault: Fault, expected: Failure, most: int
) -> None:
    api.fail(POSTS, fault)
    assert trouble(service).trouble is expected
    assert len(api.asked) == most, "polite: no more than a few tries"


def test_an_answer_that_does_not_come_is_given_up(api: ParliamentApi, tmp_path: Path) -> None:
    api.fail(POSTS, faults.slow)
    policy = RetryPolicy(read=0.05, sleep=lambda _: None)
    assert trouble(Service(api.address, HttpCache(tmp_path), policy)).trouble is Failure.SLOW


def test_an_error_is_told_with_its_number(api: ParliamentApi, service: Service) -> None:
    api.fail(POSTS, faults.status(403))
    assert trouble(service).slots == {"status": "403"}


@pytest.mark.parametrize(
    "drip", [faults.dripping_headers, faults.dripping_body, faults.half_a_chunk]
)
def test_an_answer_that_drips_is_given_up_however_it_drips(
    api: ParliamentApi, tmp_path: Path, drip: Fault
) -> None:
    """Each byte comes long before any socket's time-out, and after a while all would be well."""
    policy = RetryPolicy(pause=0, whole=0.3, sleep=lambda _: None)
    api.fail(POSTS, drip)
    assert trouble(Service(api.address, HttpCache(tmp_path), policy)).trouble is Failure.SLOW
    assert len(api.asked) == 1


def test_however_often_it_is_asked_again_all_tries_share_one_time(
    api: ParliamentApi, tmp_path: Path
) -> None:
    seconds = iter(range(0, 10_000, 30))  # each look at the clock is half a minute later
    policy = RetryPolicy(pause=0, sleep=lambda _: None, clock=lambda: float(next(seconds)))
    api.fail(POSTS, faults.status(503))
    assert trouble(Service(api.address, HttpCache(tmp_path), policy)).trouble is Failure.STATUS
    assert len(api.asked) == 3, "thirty seconds each, and ninety in all"


def test_all_questions_together_have_a_limit_waits_included(
    api: ParliamentApi, tmp_path: Path
) -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    policy = RetryPolicy(pause=60, in_all=600, sleep=sleep, clock=lambda: now[0])
    service = Service(api.address, HttpCache(tmp_path), policy)
    for number in range(9):
        got(service, f"{POSTS}?{number}")
    fault = trouble(service)
    assert fault.trouble is Failure.LATE
    assert fault.slots == {"minutes": "10"}
    assert now[0] == 540, "it does not wait for what it would not hear"


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_nobody_is_followed_to_another_address(
    api: ParliamentApi, service: Service, code: int
) -> None:
    with serving(answers.as_in_our_table(5)) as other:
        api.fail(POSTS, faults.status(code, Location=f"{other.address}{POSTS}"))
        fault = trouble(service)
        assert other.asked == []
    assert (fault.trouble, fault.slots) == (Failure.MOVED, {"status": str(code)})
    assert len(api.asked) == 1


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused_before_it_fills_the_memory(
    api: ParliamentApi, service: Service
) -> None:
    api.fail(POSTS, faults.bomb)
    tracemalloc.start()
    try:
        assert trouble(service).trouble is Failure.TOO_LARGE
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 64 * 1024 * 1024, "of the 512 that it would be"


def test_a_packed_answer_is_unpacked(api: ParliamentApi, service: Service, tmp_path: Path) -> None:
    api.fail(POSTS, faults.packed)
    packed = got(service)
    api.mend()
    plain = Service(api.address, HttpCache(tmp_path / "else"), RetryPolicy(pause=0))
    assert packed == got(plain)
    assert api.headers[0]["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd", "x-unheard-of", "gzip"])
def test_an_answer_packed_in_another_way_or_badly_is_refused(
    api: ParliamentApi, service: Service, encoding: str
) -> None:
    api.fail(POSTS, faults.said_to_be_packed(encoding))
    assert trouble(service).trouble is Failure.PACKED


@pytest.mark.parametrize("body", faults.NO_GOOD_JSON.values(), ids=faults.NO_GOOD_JSON.keys())
def test_what_is_no_good_json_is_told_and_not_kept(
    api: ParliamentApi, service: Service, body: bytes
) -> None:
    api.fail(POSTS, faults.says(body), times=1)
    assert trouble(service).trouble is Failure.NO_JSON
    assert got(service), "asked again, it is as it should be"


def test_an_answer_is_kept_only_once_it_was_read(api: ParliamentApi, service: Service) -> None:
    def refuse(answer: Json) -> None:
        raise ServiceFault(Failure.SHAPE, answer.where, field="x")

    with pytest.raises(ServiceFault):
        service.get(POSTS, None, refuse)
    got(service)
    assert len(api.asked) == 2


def test_a_kept_answer_that_cannot_be_read_is_asked_for_again(
    api: ParliamentApi, service: Service, tmp_path: Path
) -> None:
    first = got(service)
    (kept,) = (tmp_path / "kept").iterdir()
    kept.write_bytes(kept.read_bytes()[:-10])
    assert got(service) == first
    assert len(api.asked) == 2


def test_no_password_and_no_proxy_of_the_environment_is_used_without_https(
    api: ParliamentApi, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password secret\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(answers.as_in_our_table(5)) as proxy:
        monkeypatch.setenv("http_proxy", proxy.address)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        got(service)
        assert proxy.asked == []
    assert "Authorization" not in api.headers[0]


def test_with_https_the_environments_proxy_is_used_and_no_password_of_netrc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine example.org login someone password secret\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    session = bounded_request.session("https://example.org", "an agent")
    assert session.trust_env
    request = session.prepare_request(requests.Request("GET", "https://example.org/api"))
    assert "Authorization" not in request.headers


def test_a_service_that_is_not_there_is_down_and_says_why(tmp_path: Path) -> None:
    with serving(answers.as_in_our_table(1)) as gone:
        address = gone.address
    policy = RetryPolicy(sleep=lambda _: None)
    fault = trouble(Service(address, HttpCache(tmp_path), policy))
    assert fault.trouble is Failure.DOWN
    assert "Connection refused" in fault.slots["cause"]


def test_an_answer_is_kept_for_a_day_and_only_if_it_was_one(
    api: ParliamentApi, tmp_path: Path
) -> None:
    clock = [1_795_000_000.0]
    kept = HttpCache(tmp_path, lambda: clock[0])
    service = Service(api.address, kept, RetryPolicy(sleep=lambda _: None))
    api.fail(POSTS, faults.truncated, times=1)
    trouble(service)
    first = got(service)
    api.fail(POSTS, faults.dropped)
    assert got(service) == first, "from the folder: nothing is asked"
    clock[0] += 25 * 3600
    assert trouble(service).trouble is Failure.DOWN


def test_an_answer_of_a_day_to_come_is_asked_for_again(api: ParliamentApi, tmp_path: Path) -> None:
    """It was kept before somebody set the clock back, and would stay for as long as that."""
    clock = [1_795_000_000.0]
    kept = HttpCache(tmp_path, lambda: clock[0])
    service = Service(api.address, kept, RetryPolicy(sleep=lambda _: None))
    got(service)
    clock[0] -= 400 * 24 * 3600
    got(service)
    assert len(api.asked) == 2
