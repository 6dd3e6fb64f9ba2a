"""A second opinion from a postcode service, which a server on this machine plays."""

import logging
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from threading import Event
from time import monotonic

import pytest

from letterwriter.parliament import current_members
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes import current_postcodes, outside_service
from letterwriter.postcodes.circuit_breaker import MOST_FAILURES, REST
from letterwriter.postcodes.lookup import Lookup, Reason, Status, look_up
from letterwriter.postcodes.messages import lookup_message
from letterwriter.postcodes.outside_lookup import Silence, worth_asking
from letterwriter.postcodes.outside_service import MOST_A_MINUTE, PostcodeService, service_address
from tests.postcode_service.faults import POSTCODE, RUSHOLME, SLOW, WRONG
from tests.postcode_service.server import Asked, Play, Server, found, says, served

WITHINGTON = "E14001354"
PARLIAMENT = current_members.bundled_parliament()
TABLE = current_postcodes.bundled_table()
PATIENT = 60.0  # seconds: a slow machine is no fault of the service


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def server() -> Iterator[Server]:
    with served() as server:
        yield server


@pytest.fixture
def service(server: Server) -> PostcodeService:
    return PostcodeService(server.address, seconds=PATIENT)


def ours(text: str) -> Lookup:
    return look_up(text, TABLE, PARLIAMENT)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("M14 5ZZ", RUSHOLME),
        ("M14 6BB", WITHINGTON),
        ("M14 9AA", WITHINGTON),
        ("BT1 5GS", "N05000003"),
    ],
)
def test_what_our_table_does_not_decide_the_service_does(
    service: PostcodeService, server: Server, typed: str, code: str
) -> None:
    server.play = says(found(typed, code))
    opinion = service.opinion(ours(typed), PARLIAMENT)
    assert isinstance(opinion, Lookup)
    assert (opinion.status, opinion.reason) == (Status.FOUND, Reason.SECOND_OPINION)
    assert (opinion.constituency, opinion.candidates) == (code, ())
    assert str(opinion.postcode) == typed
    assert lookup_message(opinion, PARLIAMENT).startswith(f"127.0.0.1 says that {typed} is in ")


def test_the_service_is_asked_once_and_told_nothing_but_the_postcode(
    service: PostcodeService, server: Server
) -> None:
    service.opinion(ours("M14 5ZZ"), PARLIAMENT)
    ((path, headers),) = server.asked
    assert path == "/postcodes/M14 5ZZ"
    assert headers.keys() <= {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        ({"parliamentary_constituency": "E14000807"}, RUSHOLME),
        ({"parliamentary_constituency_2024": WITHINGTON}, WITHINGTON),
        ({"parliamentary_constituency_2024": None}, RUSHOLME),
    ],
)
def test_the_code_of_2024_counts_before_the_other(
    service: PostcodeService, server: Server, codes: dict[str, str | None], code: str
) -> None:
    server.play = says(found(POSTCODE, RUSHOLME, **codes))
    opinion = service.opinion(ours(POSTCODE), PARLIAMENT)
    assert isinstance(opinion, Lookup)
    assert opinion.constituency == code


@pytest.mark.parametrize("more", [{}, {"terminated": {"postcode": POSTCODE}}])
def test_a_postcode_that_nobody_knows_is_no_failure(
    service: PostcodeService, server: Server, more: dict[str, object]
) -> None:
    server.play = says({"status": 404, "error": "Postcode not found"} | more, 404)
    for _ in range(2 * MOST_FAILURES):
        assert service.opinion(ours(POSTCODE), PARLIAMENT) is Silence.UNKNOWN
    assert not service.resting


@pytest.mark.parametrize("play", WRONG.values(), ids=WRONG.keys())
def test_whatever_it_gets_wrong_there_is_no_opinion(
    service: PostcodeService, server: Server, play: Play
) -> None:
    server.play = play
    assert service.opinion(ours(POSTCODE), PARLIAMENT) is Silence.FAILED
    assert len(server.asked) == 1, "neither asked again nor followed elsewhere"


@pytest.mark.parametrize("play", SLOW.values(), ids=SLOW.keys())
def test_nobody_waits_longer_than_the_limit_however_it_is_slow(server: Server, play: Play) -> None:
    server.play = play
    service = PostcodeService(server.address, seconds=0.3)
    assert service.opinion(ours(POSTCODE), PARLIAMENT) is Silence.FAILED


def test_who_waits_is_told_after_two_seconds_and_not_before(server: Server) -> None:
    answers = says(found(POSTCODE, RUSHOLME))

    def after_four_seconds(asked: Asked) -> None:
        Event().wait(4)
        with suppress(OSError):  # nobody listens any more
            answers(asked)

    server.play = after_four_seconds
    started = monotonic()
    assert PostcodeService(server.address).opinion(ours(POSTCODE), PARLIAMENT) is Silence.FAILED
    assert monotonic() - started >= 2


def test_a_service_that_is_down_is_left_alone_after_some_tries_and_tried_again_later() -> None:
    with socket.socket() as taken:  # bound and never listening: every connection is refused
        taken.bind(("127.0.0.1", 0))
        now = [0.0]
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        service = PostcodeService(address, seconds=PATIENT, clock=lambda: now[0])
        told = [service.opinion(ours(POSTCODE), PARLIAMENT) for _ in range(MOST_FAILURES + 2)]
        assert told == [Silence.FAILED] * MOST_FAILURES + [Silence.NOT_ASKED] * 2
        assert service.resting
        now[0] += REST
        assert service.opinion(ours(POSTCODE), PARLIAMENT) is Silence.FAILED
        assert service.opinion(ours(POSTCODE), PARLIAMENT) is Silence.NOT_ASKED


def test_a_script_that_presses_the_button_does_not_hammer_the_service(server: Server) -> None:
    service = PostcodeService(server.address, seconds=PATIENT, clock=lambda: 0.0)
    told = [service.opinion(ours(POSTCODE), PARLIAMENT) for _ in range(MOST_A_MINUTE + 5)]
    assert told == [Silence.UNKNOWN] * MOST_A_MINUTE + [Silence.NOT_ASKED] * 5
    assert len(server.asked) == MOST_A_MINUTE


def test_questions_that_never_end_take_four_threads_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    over, now, told = Event(), [0.0], []
    monkeypatch.setattr(outside_service, "_fetched", lambda *_: over.wait())
    service = PostcodeService("https://never.example", seconds=0.01, clock=lambda: now[0])
    for _ in range(6):
        told.append(service.opinion(ours(POSTCODE), PARLIAMENT))
        now[0] += REST
    over.set()
    assert told == [Silence.FAILED] * 4 + [Silence.NOT_ASKED] * 2


@pytest.mark.parametrize("play", [says(found(POSTCODE, RUSHOLME)), *WRONG.values()])
def test_no_log_holds_the_postcode(
    service: PostcodeService, server: Server, play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    server.play = play
    with caplog.at_level(logging.DEBUG):
        service.opinion(ours(POSTCODE), PARLIAMENT)
    assert "M14" not in caplog.text


@pytest.mark.parametrize(
    "typed", ["M14 5TP", "M14", "BT1", "JE2 3AB", "BF1 3AD", "L99 1AA", "HELLO", ""]
)
def test_what_is_decided_or_no_whole_postcode_is_not_worth_asking(typed: str) -> None:
    assert not worth_asking(ours(typed))


def test_a_vacant_seat_is_said_to_be_vacant(service: PostcodeService, server: Server) -> None:
    seats = [replace(PARLIAMENT[RUSHOLME], member=None)]
    server.play = says(found(POSTCODE, RUSHOLME))
    opinion = service.opinion(ours(POSTCODE), Parliament(seats))
    assert isinstance(opinion, Lookup)
    assert "no MP at the moment" in lookup_message(opinion, Parliament(seats))


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://api.postcodes.io", "https://api.postcodes.io"),
        ("https://api.postcodes.io/", "https://api.postcodes.io"),
        ("https://example.org:8443/uk/", "https://example.org:8443/uk"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost", "http://localhost"),
    ],
)
def test_an_address_is_taken(typed: str, address: str) -> None:
    assert service_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("api.postcodes.io", "must begin with https://"),
        ("http://api.postcodes.io", "must begin with https://"),
        ("http://127.0.0.1.example.org", "must begin with https://"),
        ("ftp://api.postcodes.io", "must begin with https://"),
        ("https://", "write it as https://api.postcodes.io"),
        ("https://me:secret@example.org", "without a name"),
        ("https://example.org/?key=1", r"without \? or #"),
        ("https://example.org/#top", r"without \? or #"),
        ("https://exam ple.org", "without a name"),
        ("https://example.org:port", "write it as https://api.postcodes.io"),
        ("https://[::1", "write it as https://api.postcodes.io"),
    ],
)
def test_an_address_that_will_not_do_is_told_with_the_mend(typed: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        service_address(typed)
