"""A site that may ask another's postcode service, and whose facts are all past, in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Thread
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from letterwriter.postcodes.outside_service import PostcodeService
from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from tests.browser.test_access import PHONE, measured, seen_by_axe, title_faults
from tests.browser.wizard import Served, Wizard
from tests.chromium import NewPage
from tests.postcode_service.server import Server, found, says, served
from tests.watch import Watch
from tests.web.test_facts_that_age import without_lasting_words

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
    here = app.extensions["letterwriter"]
    app.extensions["letterwriter"] = without_lasting_words(here)
    app.extensions["letterwriter-opinion"] = PostcodeService(service.address, seconds=60)
    with running(app) as address:
        yield address


def faults(page: Page) -> list[str]:
    return [*title_faults(page), *measured(page), *seen_by_axe(page, PHONE)]


def test_a_second_opinion_is_asked_for_by_a_button_and_by_the_server_alone(
    new_page: NewPage, asking: str, service: Server, watch: Watch
) -> None:
    person = Served(new_page(base_url=asking)).open("/").find("BT1 5GS").on("choose")
    assert "127.0.0.1 may know where BT1 5GS is" in person.main
    assert faults(person.page) == []
    assert service.asked == []
    person.press("Ask 127.0.0.1")
    expect(person.page.get_by_text("it does not know this postcode either")).to_be_visible()
    assert faults(person.page) == []
    service.play = says(found("BT1 5GS", "N05000003"))
    person.open("/").find("BT1 5GS").on("choose").press("Ask 127.0.0.1").on("found")
    assert "127.0.0.1 says that BT1 5GS is in Belfast South and Mid Down" in person.main
    assert faults(person.page) == []
    assert {urlsplit(url).netloc for url in watch.addresses} == {urlsplit(asking).netloc}
    assert not [url for url in watch.addresses if "BT1" in url]


def test_in_the_wizard_the_button_says_who_is_asked_and_only_the_postcode_goes(
    new_page: NewPage, asking: str, service: Server, watch: Watch
) -> None:
    home = Wizard(new_page(base_url=asking)).open("/").find("BT1 5GS").on("choose")
    told = home.page.get_by_role("region", name="Ask further?")
    expect(told).to_contain_text("127.0.0.1 may know where BT1 5GS is")
    assert faults(home.page) == []
    assert not [request for request in watch.requests if request.method == "POST"]
    home.press("Ask 127.0.0.1")
    expect(told).to_contain_text("it does not know this postcode either")
    service.play = says(found("BT1 5GS", "N05000003"))
    home.press("Ask 127.0.0.1").on("found")
    assert "Belfast South and Mid Down" in home.main
    assert "127.0.0.1 says that BT1 5GS is in Belfast South and Mid Down" in home.main
    expect(told).to_be_hidden()
    posted = [request for request in watch.requests if request.method == "POST"]
    assert {request.url.removeprefix(asking) for request in posted} == {"/find"}
    home.page.go_back()
    home.on("choose")


@pytest.mark.parametrize("kind", [Wizard, Served])
def test_screens_with_nothing_to_offer_say_so(
    new_page: NewPage, asking: str, kind: type[Wizard]
) -> None:
    person = kind(new_page(base_url=asking)).open("/").find().on("found").press("Short letter")
    person.on("safety").press("I have read this").story().on("worry")
    assert "waiting for a check of their facts" in person.main
    assert faults(person.page) == []
