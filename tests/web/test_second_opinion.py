"""The button that asks another's postcode service: off unless set, and never pressed by itself."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from flask import Flask, request, request_started

from letterwriter.postcodes.circuit_breaker import MOST_FAILURES
from letterwriter.postcodes.outside_service import PostcodeService
from letterwriter.web import create_app
from letterwriter.web.settings import BadSetting, Settings
from tests.postcode_service.faults import POSTCODE, RUSHOLME, SLOW, WRONG
from tests.postcode_service.server import Play, Server, found, says, served
from tests.web.visitor import Visitor
from tests.web.walking import LONG, walk

TODAY = date(2026, 11, 22)
EDITION = re.compile(r"(?<=/at/)\w+|(?<=data-edition=\")\w+")
WITHINGTON = "E14001354"
ASK = "Ask 127.0.0.1"
OFFERED = ["M14 5ZZ", "M14 6BB", "M14 9AA", "BT1 5GS"]
NOT_OFFERED = ["M14 5TP", "M14", "BT1", "JE2 3AB", "BF1 3AD", "L99 1AA", "HELLO", ""]


@dataclass
class Asking:
    """A visitor of a site that may ask, and the service it asks."""

    app: Flask
    visitor: Visitor
    server: Server

    def find(self, postcode: str) -> Visitor:
        return self.visitor.open("/").fill(postcode=postcode).press("Find my MP")

    def offers(self) -> bool:
        return any(ASK in button.text for button in self.visitor.page.find_all("button"))


@pytest.fixture(scope="module")
def turned_on() -> Flask:
    return create_app(Settings(today=TODAY, postcode_service="https://api.postcodes.io"))


@pytest.fixture
def asking(turned_on: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asking]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with served() as server:
        service = PostcodeService(server.address, seconds=60)
        monkeypatch.setitem(turned_on.extensions, "letterwriter-opinion", service)
        yield Asking(turned_on, Visitor(turned_on.test_client()), server)


@pytest.mark.parametrize("postcode", [*OFFERED, *NOT_OFFERED])
def test_turned_off_nothing_is_offered_and_the_way_to_ask_only_finds(
    visitor: Visitor, postcode: str
) -> None:
    page = visitor.open("/").fill(postcode=postcode).press("Find my MP")
    assert "Ask somebody else" not in page.text
    found, asked = (
        visitor._client.post("/find", data={"postcode": postcode, "order": "7", "go": go})
        for go in ("next", "ask-service")
    )
    assert (asked.status, asked.data) == (found.status, found.data)


@pytest.mark.parametrize("postcode", OFFERED)
def test_the_page_says_what_would_be_told_and_to_whom_and_asks_nothing_by_itself(
    asking: Asking, postcode: str
) -> None:
    page = asking.find(postcode)
    assert asking.offers()
    assert "127.0.0.1 may know" in page.text
    assert f"our server tells it your postcode, {postcode}, and nothing else" in page.text
    assert asking.server.asked == []


@pytest.mark.parametrize("postcode", NOT_OFFERED)
def test_where_asking_would_be_of_no_use_it_is_not_offered_nor_done(
    asking: Asking, postcode: str
) -> None:
    asking.find(postcode)
    assert not asking.offers()
    asking.visitor._client.post("/find", data={"postcode": postcode, "go": "ask-service"})
    assert asking.server.asked == []


@pytest.mark.parametrize("postcode", [*OFFERED, *NOT_OFFERED])
def test_but_for_the_offer_the_pages_are_those_of_a_site_without_it(
    asking: Asking, visitor: Visitor, postcode: str
) -> None:
    ours, theirs = (
        re.sub(
            EDITION,
            "",
            person._client.post("/find", data={"postcode": postcode, "order": "7"}).text,
        )
        for person in (visitor, asking.visitor)
    )
    start, end = theirs.find('<section aria-labelledby="ask">'), theirs.find("</section>\n")
    assert (start >= 0) == (postcode in OFFERED)
    assert (theirs[:start] + theirs[end + len("</section>\n") :] if start >= 0 else theirs) == ours


@pytest.mark.parametrize(
    ("postcode", "code", "place"),
    [
        ("M14 5ZZ", WITHINGTON, "Manchester Withington"),
        ("M14 6BB", RUSHOLME, "Manchester Rusholme"),
        ("M14 9AA", RUSHOLME, "Manchester Rusholme"),
        ("BT1 5GS", "N05000003", "Belfast South and Mid Down"),
    ],
)
def test_the_answer_is_put_down_to_the_service_by_name_and_leads_on(
    asking: Asking, postcode: str, code: str, place: str
) -> None:
    asking.server.play = says(found(postcode, code))
    page = asking.find(postcode).press(ASK)
    assert page.screen == "found"
    assert f"127.0.0.1 says that {postcode} is in {place}. Your MP is" in page.text
    assert not asking.offers()
    assert page.press(LONG).values("postcode") == [postcode]
    assert [path for path, _ in asking.server.asked] == [f"/postcodes/{postcode}"]


def test_what_was_typed_on_later_pages_goes_along_and_not_to_the_service(asking: Asking) -> None:
    page = asking.find("M14 5TP").press(LONG)
    walk(page, "worries", {"story-befriend": "I help."})
    while page.screen != "postcode":
        page.go("back")
    page.fill(postcode=POSTCODE).press("Find my MP")
    asking.server.play = says(found(POSTCODE, WITHINGTON))
    page.press(ASK).press(LONG)
    assert page.values("story-befriend") == ["I help."]
    assert "help" not in str(asking.server.asked)


@pytest.mark.parametrize("play", WRONG.values(), ids=WRONG.keys())
def test_whatever_the_service_gets_wrong_our_own_answer_stands_and_the_page_says_so(
    asking: Asking, play: Play
) -> None:
    asking.server.play = play
    page = asking.find(POSTCODE).press(ASK)
    assert page.answer.status_code == 200
    assert "Is this your MP?" in page.text
    assert "Manchester Rusholme" in page.text
    assert "We asked 127.0.0.1, and got no answer that we can use" in page.text
    assert "best guess" in page.text
    assert page.press(LONG).values("postcode") == [POSTCODE]


def test_a_postcode_that_it_does_not_know_either_is_told(asking: Asking) -> None:
    page = asking.find("M14 6BB").press(ASK)
    assert page.title.startswith("Which constituency is yours?")
    assert "127.0.0.1, and it does not know this postcode either" in page.text
    assert page.press("Manchester Withington").screen == "found"


def test_a_slow_service_holds_nobody_up(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    asking.server.play = SLOW["headers a byte at a time"]
    service = PostcodeService(asking.server.address, seconds=0.2)
    monkeypatch.setitem(asking.app.extensions, "letterwriter-opinion", service)
    assert "got no answer that we can use" in asking.find(POSTCODE).press(ASK).text


def test_a_service_that_keeps_failing_is_no_longer_offered(asking: Asking) -> None:
    asking.server.play = WRONG["an error of its own"]
    page = asking.find(POSTCODE)
    before = page.page
    for _ in range(MOST_FAILURES):
        page.page = before
        page.press(ASK)
    asking.find(POSTCODE)
    assert not asking.offers()
    page.page = before  # a page that stood open meanwhile still has the button
    assert "told it nothing" in page.press(ASK).text
    assert len(asking.server.asked) == MOST_FAILURES


def test_the_privacy_page_tells_of_the_service_only_where_it_is_turned_on(visitor: Visitor) -> None:
    app = create_app(Settings(today=TODAY, postcode_service="https://api.postcodes.io"))
    off = visitor.open("/privacy").text
    on = Visitor(app.test_client()).open("/privacy").text
    assert "no other company is asked" in off
    assert "postcodes.io" not in off
    assert "no other company is asked" not in on
    assert "Only if you press it does our server tell api.postcodes.io your postcode" in on


def test_the_pages_policy_lets_no_browser_reach_the_service(asking: Asking) -> None:
    asking.server.play = says(found(POSTCODE, RUSHOLME))
    page = asking.find(POSTCODE)
    before = page.answer.headers["Content-Security-Policy"]
    assert page.press(ASK).answer.headers["Content-Security-Policy"] == before
    assert "http" not in before
    assert page.answer.headers["Cache-Control"] == "no-store"


def test_a_postcode_that_is_asked_about_is_in_no_log_nor_address_of_ours(
    asking: Asking, caplog: pytest.LogCaptureFixture
) -> None:
    addresses: list[str] = []

    def note(_sender: Flask, **_: object) -> None:
        addresses.append(request.full_path)

    caplog.set_level(logging.DEBUG)
    with request_started.connected_to(note, asking.app):
        for play in (says(found(POSTCODE, RUSHOLME)), *WRONG.values()):
            asking.server.play = play
            asking.find(POSTCODE)
            asking.visitor._client.post("/find", data={"postcode": POSTCODE, "go": "ask-service"})
    assert "M14" not in caplog.text
    assert not [path for path in addresses if "M14" in path]


@pytest.mark.parametrize(
    ("value", "taken"),
    [("", ""), (" https://api.postcodes.io/ ", "https://api.postcodes.io")],
)
def test_the_setting_is_off_unless_it_is_an_address(value: str, taken: str) -> None:
    settings = Settings.from_environment({"LETTERWRITER_POSTCODE_SERVICE": value})
    assert settings.postcode_service == taken
    assert Settings().postcode_service == ""


@pytest.mark.parametrize("value", ["yes", "http://api.postcodes.io", "https://"])
def test_a_setting_that_will_not_do_is_named_with_the_mend(value: str) -> None:
    with pytest.raises(BadSetting, match=r"LETTERWRITER_POSTCODE_SERVICE is .*https://"):
        Settings.from_environment({"LETTERWRITER_POSTCODE_SERVICE": value})
