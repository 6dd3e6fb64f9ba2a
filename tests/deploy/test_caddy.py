"""docs/deploy/Caddyfile before the site: nobody is deceived, and nothing is in a log."""

from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest

from letterwriter.web.requests.security import HEADERS
from tests.deploy.caddy_front import caddy_front
from tests.deploy.front import Front
from tests.deploy.relay import visitor_of
from tests.serving import Served, served
from tests.web.walking import find

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def behind() -> Iterator[Served]:
    with served(LETTERWRITER_PROXIES="1", WEB_CONCURRENCY="1") as site:
        yield site


@pytest.fixture(scope="module")
def site(caddy: str, behind: Served) -> Iterator[Front]:
    with caddy_front(caddy, behind.port) as before:
        yield before


def _echo() -> AbstractContextManager[Served]:
    """An app that says what reaches it."""
    return served("tests.server.apps:echo", WEB_CONCURRENCY="1")


def test_a_visitor_finds_an_mp_and_pages_have_all_their_headers(site: Front) -> None:
    assert "Afzal Khan" in find(visitor_of(site)).text
    answer = site.ask("POST", "/find", "postcode=M14+5TP")
    assert all(answer.headers[name] == value for name, value in HEADERS.items())
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_a_visitor_says_of_addresses_is_overwritten(caddy: str) -> None:
    with _echo() as echo, caddy_front(caddy, echo.port) as before:
        told = before.told(
            X_Forwarded_For="198.51.100.7", X_Forwarded_Proto="http", X_Forwarded_Host="x"
        )
        assert told["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
        assert told["HTTP_X_FORWARDED_PROTO"] == "https"
        assert told["HTTP_X_FORWARDED_HOST"] == f"localhost:{before.port}"
        assert before.ask("POST", "/", "x", {"Host": "elsewhere.example"}).text == ""


@pytest.mark.parametrize(("path", "length"), [("/find", 70_000), ("/volunteers/stack", 6_400_000)])
def test_the_site_refuses_what_is_too_large(site: Front, path: str, length: int) -> None:
    assert site.ask("POST", path, b"x" * length).status == 413


def test_caddy_logs_no_word_of_a_visit_even_where_the_site_is_gone(caddy: str) -> None:
    with _echo() as echo, caddy_front(caddy, echo.port) as before:
        before.ask("POST", "/zebrafish?zebrafish", "zebrafish", {"User-Agent": "zebrafish"})
        with before.line() as line:
            line.sendall(b"zebrafish zebrafish\r\n\r\n")
            line.recv(1000)
        echo.said()  # it is stopped
        gone = before.ask("POST", "/zebrafish?zebrafish", "zebrafish")
        assert gone.status == 502
        logged = before.logged()
    assert "serving initial configuration" in logged
    assert "zebrafish" not in logged
    assert "remote" not in logged
