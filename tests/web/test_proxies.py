"""Behind a proxy: whom a visitor is counted as, and mistakes in its set-up told in the log."""

import logging
from collections.abc import Mapping
from datetime import date

import pytest
from flask.testing import FlaskClient

from letterwriter.web import create_app
from letterwriter.web.limits import proxies as proxy_headers
from letterwriter.web.settings import Settings

TODAY = date(2026, 11, 22)


def site(*, proxies: int, pdfs: int = 3) -> FlaskClient:
    return create_app(Settings(today=TODAY, proxies=proxies, pdfs_a_minute=pdfs)).test_client()


def documents(client: FlaskClient, *addresses: str) -> list[int]:
    """Ask for a document from each of these X-Forwarded-For."""
    return [
        client.get("/test-sheet.pdf", headers={"X-Forwarded-For": address}).status_code
        for address in addresses
    ]


def posted(client: FlaskClient, headers: Mapping[str, str], host: str) -> int:
    base = f"http://{host}"
    answer = client.post("/find", data={"postcode": "M14 5TP"}, headers=headers, base_url=base)
    return answer.status_code


@pytest.mark.parametrize(
    "addresses",
    [
        [f"192.0.2.7:{port}" for port in (4711, 4712, 4713, 4714)],
        [f"2001:db8:1:2::{step}" for step in (1, 2, 3, 4)],
        [f"[2001:db8:1:2:{step}::1]:{step}" for step in (1, 2, 3, 4)],
        ["192.0.2.7", "::ffff:192.0.2.7", "[::ffff:192.0.2.7]:80", "192.0.2.7:80"],
        ["unknown", "_hidden", "192.0.2.7:port", "."],
        [f"198.51.100.{own}, 192.0.2.7" for own in (1, 2, 3, 4)],
    ],
    ids=[
        "ports",
        "a network",
        "a network's ports",
        "spellings",
        "none",
        "the visitor's own header",
    ],
)
def test_one_visitor_stays_one_however_the_address_is_written(addresses: list[str]) -> None:
    assert documents(site(proxies=1), *addresses) == [200, 200, 200, 429]


def test_visitors_of_two_homes_have_a_limit_each() -> None:
    client = site(proxies=1, pdfs=1)
    assert documents(client, "2001:db8:1:2::1", "2001:db8:1:3::1", "192.0.2.7") == [200] * 3


def test_without_proxies_nobody_is_believed_who_brings_an_address() -> None:
    assert documents(site(proxies=0, pdfs=1), "192.0.2.1", "192.0.2.2") == [200, 429]


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [
        record.getMessage() for record in caplog.records if record.name == proxy_headers.__name__
    ]


LETTERS = {"Origin": "https://letters.example"}
FORWARDED = {"X-Forwarded-For": "192.0.2.7"}


@pytest.mark.parametrize(
    ("proxies", "headers", "host"),
    [
        (0, LETTERS, "127.0.0.1:5000"),  # nginx' own default, with no header at all
        (0, LETTERS, "backend"),
        (0, LETTERS, "[::1]:5000"),
        (0, LETTERS, "letters.example:8080"),
        (0, LETTERS | FORWARDED, "backend.internal"),
        (0, LETTERS | {"X-Forwarded-Host": "letters.example"}, "backend.internal"),
        (0, LETTERS | {"Forwarded": "for=192.0.2.7"}, "backend.internal"),
        (1, LETTERS | FORWARDED, "backend.internal"),
        (2, LETTERS | FORWARDED | {"X-Forwarded-Host": "letters.example"}, "backend.internal"),
    ],
)
def test_an_own_form_that_is_refused_for_the_proxys_sake_is_told_once_in_words(
    caplog: pytest.LogCaptureFixture, proxies: int, headers: dict[str, str], host: str
) -> None:
    client = site(proxies=proxies)
    assert [posted(client, headers, host) for _ in range(3)] == [403] * 3
    (line,) = told(caplog)
    assert "set LETTERWRITER_PROXIES" in line
    assert "X-Forwarded-Host" in line
    for word in ("letters.example", "backend", "127.0.0.1", "192.0.2.7", "5000", "8080", "/find"):
        assert word not in caplog.text


def test_a_newer_browser_is_served_and_tells_that_older_ones_are_not(
    caplog: pytest.LogCaptureFixture,
) -> None:
    headers = LETTERS | {"Sec-Fetch-Site": "same-origin"}
    assert posted(site(proxies=0), headers, "backend.internal") == 200
    assert len(told(caplog)) == 1


@pytest.mark.parametrize(
    ("proxies", "headers", "host"),
    [
        (0, {"Origin": "https://evil.example"}, "letters.example"),
        (0, {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, "127.0.0.1:5000"),
        (0, {"Origin": "null"}, "letters.example"),
        (0, {"Origin": "null"}, "localhost"),
        (
            1,
            {"Origin": "https://evil.example", "X-Forwarded-Host": "letters.example"} | FORWARDED,
            "backend.internal",
        ),
    ],
)
def test_a_form_of_another_site_is_refused_without_a_word(
    caplog: pytest.LogCaptureFixture, proxies: int, headers: dict[str, str], host: str
) -> None:
    assert posted(site(proxies=proxies), headers, host) == 403
    assert told(caplog) == []


def test_once_our_own_forms_are_known_to_arrive_others_are_not_taken_for_them(
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = site(proxies=1)
    assert posted(client, LETTERS | FORWARDED, "letters.example") == 200
    evil = {"Origin": "https://evil.example"} | FORWARDED
    assert posted(client, evil, "letters.example") == 403
    assert told(caplog) == []


@pytest.mark.parametrize(
    ("proxies", "address", "words"),
    [
        (1, None, "none of the first 20 requests brought an address"),
        (2, "192.0.2.7", "none of the first 20 requests brought an address"),
        (0, "192.0.2.7", "brought more addresses in X-Forwarded-For than"),
        (1, "192.0.2.7, 198.51.100.9", "brought more addresses in X-Forwarded-For than"),
    ],
)
def test_a_number_of_proxies_that_never_fits_is_told_once(
    caplog: pytest.LogCaptureFixture, proxies: int, address: str | None, words: str
) -> None:
    client = site(proxies=proxies)
    headers = {"X-Forwarded-For": address} if address else {}
    for _ in range(19):
        client.get("/about", headers=headers)
    client.get("/healthz")  # a monitor's, past the proxy, counts for neither
    assert told(caplog) == []
    for _ in range(30):
        client.get("/about", headers=headers)
    (line,) = told(caplog)
    assert words in line
    assert "192.0.2.7" not in caplog.text


@pytest.mark.parametrize(("proxies", "right"), [(1, FORWARDED), (0, {})])
def test_one_request_as_it_should_be_is_enough(
    caplog: pytest.LogCaptureFixture, proxies: int, right: dict[str, str]
) -> None:
    caplog.set_level(logging.WARNING)
    client = site(proxies=proxies)
    odd = {} if proxies else FORWARDED
    for headers in (right, *[odd] * 30):
        client.get("/about", headers=headers)
    assert told(caplog) == []
