"""Whatever fails, a page is shown with all its headers, and nobody is told what was asked for."""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask, Response

from letterwriter.web import create_app
from letterwriter.web.errors import PAGES
from letterwriter.web.requests import security
from letterwriter.web.settings import Settings
from tests.web.raw import SAFE, Answer, ask, safe

MARKER = "quokkazebra"
LABEL = "x" * 64  # one more than a name's part may have

HOSTS = [
    LABEL,
    f"{LABEL}.example.org",
    "x" * 60_000,
    ".".join(["x" * 60] * 8),
    "",
    None,
    "two words",
    "localhost, example.org",
    "ä.example.org",
    "\xc3\xa4.example.org",
    "xn--",
    "xn--99999999",
    "localhost:99999",
    "localhost:abc",
    "localhost:-1",
    "localhost:",
    "[",
    "[::1",
    "[::1]:80",
    ".",
    "..",
    "a..b",
    "user@example.org",
    "a/b",
    "a\\b",
    "%00",
    "\x00",
]


class Panic(BaseException):
    """What compiled libraries raise: no Exception."""


@pytest.fixture
def fresh() -> Flask:
    """A site that a test may break."""
    return create_app(Settings(today=date(2026, 11, 22)))


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """All that is logged; whatever a test does, what was asked for is not in it."""
    caplog.set_level(logging.DEBUG)
    yield caplog
    assert MARKER not in caplog.text


def failing(error: type[BaseException] = ValueError) -> Callable[..., Any]:
    """A function that fails with a message which quotes what somebody typed."""

    def fail(*_: Any, **__: Any) -> Any:
        raise error(f"cannot read {MARKER}")

    return fail


def asked(app: Flask, path: str = f"/{MARKER}", **more: Any) -> Answer:
    """The answer to a request that has the marker word wherever it can have one."""
    answer = ask(app, path, "POST", f"postcode={MARKER}".encode(), {"QUERY_STRING": MARKER, **more})
    assert MARKER not in str(answer)
    return answer


def is_last_resort(answer: Answer) -> None:
    """The page that depends on nothing, and nothing of the error."""
    assert answer.status == 500
    assert {name: answer.headers.get(name) for name in SAFE} == SAFE
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert "<title>Error: Something went wrong here - Letterwriter</title>" in answer.text
    assert "your words should still be there" in answer.text
    assert "<link" not in answer.text
    assert "href" not in answer.text


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("host", HOSTS, ids=lambda host: repr(host)[:24])
@pytest.mark.parametrize("proxies", [0, 1])
def test_an_odd_host_is_served_or_told_so(
    told: pytest.LogCaptureFixture, host: str | None, method: str, proxies: int, behind: Flask
) -> None:
    more = {"HTTP_X_FORWARDED_HOST" if proxies else "HTTP_HOST": host, "QUERY_STRING": MARKER}
    for path in ("/", "/find", "/nothing-here", "/static/nothing.css"):
        answer = safe(ask(behind, path, method, b"postcode=M14 5TP", more))
        assert answer.status in (200, 303, 400, 404, 405)
    doubts = "letterwriter.web.limits.proxies"  # says once what proxies should send
    assert not [record for record in told.records if record.name != doubts]


@pytest.fixture(scope="module")
def behind() -> Flask:
    """A site that trusts one proxy."""
    return create_app(Settings(today=date(2026, 11, 22), proxies=1))


def test_an_impossible_host_gets_the_page_without_links(app: Flask) -> None:
    answer = safe(ask(app, more={"HTTP_HOST": LABEL}))
    assert answer.status == 400
    assert "<h1>We could not read that</h1>" in answer.text
    assert "href" not in answer.text


def test_a_frame_that_cannot_be_made_leaves_the_words(
    fresh: Flask, told: pytest.LogCaptureFixture
) -> None:
    fresh.jinja_env.globals["url_for"] = failing()
    answer = safe(ask(fresh, f"/{MARKER}"))
    assert answer.status == 404
    assert "<h1>There is no page here</h1>" in answer.text
    assert "href" not in answer.text
    assert "ValueError, its message left out" in told.text


@pytest.mark.parametrize("code", sorted(PAGES))
def test_each_error_has_a_page_that_depends_on_nothing(fresh: Flask, code: int) -> None:
    page = fresh.extensions["letterwriter-bare-pages"][code]
    assert page.count("<h1>") == 1
    assert "{" not in page
    assert "href" not in page
    assert '<p class="lead"></p>' not in page


@pytest.mark.usefixtures("told")
def test_what_fails_before_a_request_gets_the_page_for_our_faults(fresh: Flask) -> None:
    fresh.before_request(failing())
    answer = asked(fresh, "/find")
    assert answer.status == 500
    assert "The fault is ours" in answer.text
    assert {name: answer.headers.get(name) for name in SAFE} == SAFE


def test_what_fails_after_a_request_leaves_no_header_out(
    fresh: Flask, told: pytest.LogCaptureFixture
) -> None:
    functions = fresh.after_request_funcs[None]
    functions[functions.index(security.add_headers)] = failing()
    answer = asked(fresh, "/find")
    assert answer.status == 500
    assert {name: answer.headers.get(name) for name in SAFE} == SAFE
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ValueError, its message left out" in told.text


@pytest.mark.usefixtures("told")
def test_a_request_that_cannot_even_begin_gets_the_last_resort(
    fresh: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh, "request_context", failing())
    is_last_resort(asked(fresh))


def test_what_is_no_exception_gets_the_last_resort(
    fresh: Flask, told: pytest.LogCaptureFixture
) -> None:
    fresh.view_functions["find.find"] = failing(Panic)
    is_last_resort(asked(fresh, "/find"))
    assert "Panic, its message left out" in told.text
    assert "test_last_resort.py" in told.text


@pytest.mark.usefixtures("told")
def test_what_fails_once_the_answer_has_begun_is_replaced(fresh: Flask) -> None:
    fresh.teardown_request(failing())
    is_last_resort(asked(fresh, "/find"))


def test_an_answer_that_breaks_off_is_told_without_what_was_asked_for(
    fresh: Flask, told: pytest.LogCaptureFixture
) -> None:
    def half() -> Iterator[bytes]:
        yield b"half"
        failing()()

    answer = Response(half())
    answer.call_on_close(failing())
    fresh.view_functions["find.find"] = lambda: answer
    assert asked(fresh, "/find").body == b"half"
    assert told.text.count("ValueError, its message left out") == 2


@pytest.mark.usefixtures("told")
def test_a_last_resort_holds_where_the_page_for_our_faults_fails_too(
    fresh: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh.view_functions["find.find"] = failing()
    monkeypatch.setattr("letterwriter.web.errors.render_template", failing(Panic))
    is_last_resort(asked(fresh, "/find"))


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_a_server_that_is_stopped_stops(fresh: Flask, error: type[BaseException]) -> None:
    fresh.view_functions["find.find"] = failing(error)
    with pytest.raises(error):
        asked(fresh, "/find")
