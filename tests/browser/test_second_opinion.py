"""A site that may ask another's postcode service, and whose facts are all past, in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Thread
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import make_server

from letterwriter.sources.postcode_service import PostcodeService
from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from tests.browser.journey import Journey
from tests.browser.test_access import PHONE, measured, seen_by_axe, title_faults
from tests.chromium import NewPage
from tests.postcode_service.server import Server, found, says, served
from tests.watch import Watch

pytestmark = pytest.mark.browser


@contextmanager
def running(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with served() as service:
        yield service


@pytest.fixture
def asking(service: Server) -> Iterator[str]:
    """The address of a site that is not of our time, and that may ask the service."""
    app = create_app(Settings(today=date(2031, 1, 1), postcode_service=service.address))
    app.extensions["letterwriter-opinion"] = PostcodeService(service.address, seconds=60)
    with running(app) as address:
        yield address


def faults(page: Page) -> list[str]:
    return [*title_faults(page), *measured(page), *seen_by_axe(page, PHONE)]


def test_a_second_opinion_is_asked_for_by_a_button_and_by_the_server_alone(
    new_page: NewPage, asking: str, service: Server, watch: Watch
) -> None:
    journey = Journey(new_page(base_url=asking)).find("BT1 5GS")
    assert "127.0.0.1 may know where BT1 5GS is" in journey.main
    assert faults(journey.page) == []
    assert service.asked == []
    journey.press("Ask 127.0.0.1")
    assert "it does not know this postcode either" in journey.main
    assert faults(journey.page) == []
    service.play = says(found("BT1 5GS", "N05000003"))
    journey.find("BT1 5GS").press("Ask 127.0.0.1")
    assert "127.0.0.1 says that BT1 5GS is in Belfast South and Mid Down" in journey.main
    assert faults(journey.page) == []
    assert {urlsplit(url).netloc for url in watch.addresses} == {urlsplit(asking).netloc}
    assert not [url for url in watch.addresses if "BT1" in url]


@pytest.mark.parametrize("button", ["Write to", "I have two minutes"])
def test_pages_with_nothing_to_offer_say_so_and_lead_to_what_is_wrong(
    new_page: NewPage, asking: str, button: str
) -> None:
    journey = Journey(new_page(base_url=asking)).find().press(button)
    assert journey.main.count("waiting for a check of their facts") == 2
    assert faults(journey.page) == []
    journey.press("Make my letter")
    assert "Answer one of the questions above." in journey.main
    assert faults(journey.page) == []
