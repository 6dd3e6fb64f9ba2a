"""Whatever is sent to any route gets a page with all its headers, and is told to nobody."""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask, request

from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from tests.web.crawl import MARKER, Fields, fields_of_pages
from tests.web.fuzzing import Route, looked_through, requests, routes
from tests.web.test_security import ROUTES

pytestmark = pytest.mark.slow

ALL = [Route(*route.split()) for route in ROUTES] + [Route("GET", "/static/<path:filename>")]
TIMES, SELDOM = 200, 30  # requests to a route, and to one that takes its time


@pytest.fixture(scope="module")
def known(app: Flask) -> dict[str, list[Fields]]:
    """What the site's own pages send, by the path that they send it to."""
    return fields_of_pages(app)


def fuzzed(
    app: Flask, route: Route, known: dict[str, list[Fields]], times: int = TIMES
) -> Counter[int]:
    """Send it all, and count the answers by their status."""
    statuses = Counter[int]()
    for sent in requests(route, known, SELDOM if route.takes_its_time else times):
        statuses[looked_through(route, sent, sent.put_to(app)).status] += 1
    return statuses


def test_every_route_is_tried(app: Flask) -> None:
    assert sorted(ALL) == routes(app)


def test_the_pages_lead_to_every_form(app: Flask, known: dict[str, Fields]) -> None:
    posted = {route.rule for route in routes(app) if route.method == "POST"}
    by_scripts, rows_to_mend = "/count", "/volunteers/stack/to-mend.csv"
    assert posted - known.keys() == {by_scripts, rows_to_mend}


@pytest.mark.parametrize("route", ALL, ids=" ".join)
def test_whatever_is_sent_gets_a_page_and_is_told_to_nobody(
    app: Flask,
    known: dict[str, list[Fields]],
    route: Route,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    statuses = fuzzed(app, route, known)
    assert set(statuses) & {200, 303, 308, 404, 422}, "none got anywhere"
    assert MARKER not in caplog.text
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "careless",
    [
        lambda: str(int(request.form.get("number", "1"))),
        lambda: request.form.get("name", "").encode("ascii").decode(),
        lambda: (request.form.get("name", ""), 404),
        lambda: ("", 303, {"Location": f"/?{request.query_string!r}"}),
        lambda: ("", 200, {"Content-Security-Policy": "default-src *"}),
    ],
    ids=["numbers", "letters", "shown", "told", "open"],
)
def test_a_careless_new_route_is_found_out(careless: Callable[[], Any]) -> None:
    app = create_app(Settings(today=date(2026, 11, 22)))
    app.add_url_rule("/new", view_func=careless, methods=["POST"])
    (new,) = set(routes(app)) - set(ALL)
    with pytest.raises(AssertionError):
        fuzzed(app, new, {"/new": [[("number", "1"), ("name", f"Amina {MARKER}")]]})
