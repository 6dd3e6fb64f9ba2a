"""Limits that processes share in a real Redis, and what happens while it is away."""

import logging
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Event, Thread
from threading import enumerate as enumerate_threads
from time import sleep

import pytest
from flask.testing import FlaskClient
from limits import RateLimitItem

from letterwriter.web import create_app
from letterwriter.web.limits import rate_limit
from letterwriter.web.limits.rate_limit import AGAIN, RateLimit
from letterwriter.web.settings import BadSetting, Settings
from tests.redis_server import RedisServer

PASSWORD = "a:secret/of?ours@home"
WRITTEN = "a%3Asecret%2Fof%3Fours%40home"


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path).start()
    yield server
    server.stop()


class Clock:
    """A clock that is put forward by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def settings(address: str, pdfs: int = 4, processes: int = 2) -> Settings:
    return Settings(
        secret_key="the same for all processes",
        today=date(2026, 11, 22),
        pdfs_a_minute=pdfs,
        limits_storage=address,
        processes=processes,
    )


def site(address: str, clock: Clock | None = None) -> FlaskClient:
    """One process of the site."""
    app = create_app(settings(address))
    if clock:
        app.extensions["letterwriter-gate"] = RateLimit(settings(address), clock)
    return app.test_client()


def document(client: FlaskClient, visitor: str = "192.0.2.7") -> int:
    return client.get("/test-sheet.pdf", environ_base={"REMOTE_ADDR": visitor}).status_code


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == rate_limit.__name__]


def wait_until_nobody_asks() -> None:
    for _ in range(600):
        if not any(thread.name == "outside" for thread in enumerate_threads()):
            return
        sleep(0.05)
    raise AssertionError("a thread waits for a Redis that hangs, without end")


@pytest.mark.parametrize("by", ["address", "unix_address"])
def test_two_processes_give_a_visitor_one_limit(redis: RedisServer, by: str) -> None:
    one, another = site(getattr(redis, by)), site(getattr(redis, by))
    statuses = [document(process) for process in (one, another, one, another, one, another)]
    assert statuses == [200, 200, 200, 200, 429, 429]
    assert document(one, "192.0.2.8") == 200
    assert one.get("/healthz").json.get("seconds_of_limits_alone") == 0  # type: ignore[union-attr]


def test_redis_stops_and_comes_back_and_nobody_gets_an_error(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    client = site(redis.address, clock)
    assert document(client) == 200
    redis.stop()
    assert [document(client) for _ in range(4)] == [200, 200, 429, 429]  # two: the half of four
    assert document(client, "192.0.2.8") == 200
    clock.now += 5
    assert client.get("/healthz").json.get("seconds_of_limits_alone") == 6  # type: ignore[union-attr]
    redis.start()
    assert document(client, "192.0.2.9") == 200
    assert len(told(caplog)) == 1  # it is not tried again at once
    clock.now += AGAIN
    assert document(client) == 200
    assert client.get("/healthz").json.get("seconds_of_limits_alone") == 0  # type: ignore[union-attr]
    lost, back = told(caplog)
    assert "LETTERWRITER_LIMITS_STORAGE cannot be reached: each process counts its part" in lost
    assert "is back" in back
    assert "192.0.2" not in caplog.text


def test_redis_that_starts_anew_loses_no_request(redis: RedisServer) -> None:
    client = site(redis.address)
    assert document(client) == 200
    redis.stop()
    redis.start()
    assert [document(client) for _ in range(2)] == [200, 200]
    assert client.get("/healthz").json.get("seconds_of_limits_alone") == 0  # type: ignore[union-attr]


def test_redis_that_hangs_holds_one_request_and_no_other(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    gate = RateLimit(settings(redis.address, pdfs=1000), clock)
    assert gate.allows("192.0.2.7")
    redis.hang()
    asked: list[str] = []

    def count(limit: RateLimitItem, key: str) -> bool:
        assert limit.amount == 1000
        asked.append(key)
        return True

    assert gate.allows("192.0.2.7")  # waits for at most a second
    gate._shared.hit = count  # type: ignore[method-assign]
    assert all(gate.allows("192.0.2.7") for _ in range(100))
    assert asked == []  # of a hundred more nobody waits
    clock.now += AGAIN
    assert gate.allows("192.0.2.7")
    assert len(asked) == 1
    wait_until_nobody_asks()  # while it still hangs: what was given up ends by itself
    redis.go_on()
    assert "does not answer in time" in told(caplog)[0]


def test_an_answer_that_drips_without_end_holds_nobody_until_its_end(
    caplog: pytest.LogCaptureFixture,
) -> None:
    over = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=_drip, args=(server, over), daemon=True).start()
        gate = RateLimit(settings(f"redis://127.0.0.1:{server.getsockname()[1]}"))
        assert gate.allows("192.0.2.7")
        assert not over.is_set()
    assert "does not answer in time" in told(caplog)[0]


def _drip(server: socket.socket, over: Event) -> None:
    """A byte now and then for half a minute: no pause is as long as a socket's time-out."""
    connection, _ = server.accept()
    with connection, suppress(OSError):
        for _ in range(300):
            connection.sendall(b"+")
            sleep(0.1)
    over.set()


def test_a_redis_that_is_away_at_the_start_is_told_and_the_site_starts(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    redis.stop()
    client = site(redis.address)
    assert [document(client) for _ in range(3)] == [200, 200, 429]
    assert len(told(caplog)) == 1
    clock = Clock()
    client = site(redis.address, clock)
    redis.start()
    clock.now += AGAIN
    assert [document(client) for _ in range(5)] == [200, 200, 200, 200, 429]


def test_a_redis_that_cannot_write_is_told_and_nobody_gets_an_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server = RedisServer(tmp_path, "--replicaof", "127.0.0.1", "1").start()
    try:
        client = site(server.address)
        assert [document(client) for _ in range(3)] == [200, 200, 429]
    finally:
        server.stop()
    assert re.search(r"answers with a fault \((MasterDown|ReadOnly)Error\)", told(caplog)[0])


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("redis://127.0.0.1:{port}/0", "refuses the user or the password"),
        ("redis://:wrong@127.0.0.1:{port}/0", "refuses the user or the password"),
        ("redis://nobody:wrong@127.0.0.1:{port}", "refuses the user or the password"),
        (f"redis://:{WRITTEN}@127.0.0.1:{{port}}/99", "no database of this number"),
        (f"redis://reader:{WRITTEN}@127.0.0.1:{{port}}/0", "does not let this user count"),
    ],
)
def test_what_no_waiting_mends_is_refused_at_the_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, address: str, why: str
) -> None:
    reader = ["--user", "reader", "on", f">{PASSWORD}", "~*", "+@read"]
    server = RedisServer(tmp_path, "--requirepass", PASSWORD, *reader).start()
    try:
        with pytest.raises(BadSetting, match="LETTERWRITER_LIMITS_STORAGE") as refused:
            site(address.format(port=server.port))
        assert document(site(f"redis://:{WRITTEN}@127.0.0.1:{server.port}/3")) == 200
    finally:
        server.stop()
    assert why in str(refused.value)
    for secret in (PASSWORD, WRITTEN, "wrong"):
        assert secret not in str(refused.value) + caplog.text


def test_another_server_than_a_redis_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=_as_a_website, args=(server,), daemon=True).start()
        with pytest.raises(BadSetting, match="what answers there is no Redis"):
            site(f"redis://127.0.0.1:{server.getsockname()[1]}")


def _as_a_website(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")


def test_in_memory_the_processes_divide_a_limit_and_health_says_nothing_of_it() -> None:
    app = create_app(settings("memory://", pdfs=5, processes=2))
    client = app.test_client()
    assert [document(client) for _ in range(3)] == [200, 200, 429]
    assert "seconds_of_limits_alone" not in (client.get("/healthz").json or {})


def test_a_visitor_can_make_one_document_however_many_processes_there_are(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    client = create_app(settings("memory://", pdfs=1, processes=8)).test_client()
    assert [document(client) for _ in range(2)] == [200, 429]
