"""Whatever is sent, the log holds no word of it and no address."""

import pytest

from attack.malformed import ODD, TLS
from attack.tally import MARKER
from letterwriter.web.requests.security import HEADERS
from tests.serving import Served, served

pytestmark = pytest.mark.slow


def _answer(site: Served, sent: bytes) -> bytes:
    with site.raw() as connection:
        connection.sendall(sent)
        connection.settimeout(2)
        try:
            return connection.recv(65_536)
        except TimeoutError:
            return b""


def test_requests_that_are_none_leave_no_trace_in_the_log() -> None:
    with served("tests.server.apps:echo") as site:
        answers = [_answer(site, each.encode("latin-1")) for each in ODD]
        answers.append(_answer(site, TLS))
        said = site.said()

    assert MARKER not in said.lower()
    assert "127.0.0.1" not in said
    assert sum(b" 400 " in each for each in answers) > 5, "these are requests that are none"


def test_what_is_no_request_is_told_so_with_every_header_and_nothing_of_it() -> None:
    with served("tests.server.apps:echo") as site:
        answer = _answer(site, f"GET /{MARKER} {MARKER} HTTP/1.1\r\n\r\n".encode()).decode()

    assert answer.startswith("HTTP/1.1 400 ")
    assert MARKER not in answer
    assert all(f"{name}: {value}" in answer for name, value in HEADERS.items())
    assert "Cache-Control: no-store" in answer


def test_an_error_that_quotes_a_visitor_is_logged_without_its_message() -> None:
    with served("tests.server.apps:faulty") as site:
        assert site.ask("GET", f"/?{MARKER}") == 500
        said = site.said()

    assert MARKER not in said
    assert "ValueError, its message left out" in said
    assert "tests/server/apps.py" in said, "where it happened is said"
