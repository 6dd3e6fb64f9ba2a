"""Every kind of answer has all of the security headers and no other, to the letter."""

from collections import Counter
from collections.abc import Callable
from typing import Self

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from letterwriter.web import create_app
from letterwriter.web.requests.indexing import PUBLIC
from letterwriter.web.settings import Settings
from tests.web import raw
from tests.web.conftest import TODAY
from tests.web.raw import SAFE
from tests.web.test_deliver import WORD
from tests.web.test_offline import NAMES, here
from tests.web.test_stack import BAD, GOOD, HEADINGS, bring
from tests.web.visitor import Visitor
from tests.web.walking import lettered, walk

WORDS = "I meet families at our drop-in."
# What an answer tells of itself; any other header is of security, and stands in SAFE.
OF_THE_ANSWER = {
    *("Accept-Ranges", "Allow", "Cache-Control", "Content-Disposition", "Content-Encoding"),
    *("Content-Length", "Content-Range", "Content-Type", "Date", "ETag", "Expires"),
    *("Last-Modified", "Location", "Retry-After", "Vary"),
}
KEPT = "public, max-age=300"
FOREVER = "public, max-age=31536000, immutable"
FILE = "/static/css/print.css"


def checked(answer: TestResponse, cache: str = "no-store") -> TestResponse:
    others = [(name, value) for name, value in answer.headers if name not in OF_THE_ANSWER]
    asked = answer.request.method in ("GET", "HEAD") and answer.status_code == 200
    public = asked and answer.request.path in PUBLIC
    robots = {"X-Robots-Tag": "all" if public else "noindex"}
    assert sorted(others) == sorted((SAFE | robots).items())
    assert answer.headers.getlist("Cache-Control") == [cache]
    answer.close()
    return answer


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html"),
        ("/stall", 200, "text/html"),
        ("/nothing-here", 404, "text/html"),
        ("/letter", 303, "text/html"),
        ("/sw.js", 200, "text/javascript"),
        ("/campaign.css", 200, "text/css"),
        ("/manifest.webmanifest", 200, "application/manifest+json"),
        ("/healthz", 200, "application/json"),
        ("/test-sheet.pdf", 200, "application/pdf"),
        ("/volunteers/stack/template.csv", 200, "text/csv"),
        ("/static/css/nothing.css", 404, "text/html"),
        ("/at/0123456789ab/postcodes.bin", 404, "text/html"),
    ],
)
def test_whatever_is_opened(client: FlaskClient, path: str, status: int, kind: str) -> None:
    answer = checked(client.get(path))
    assert (answer.status_code, answer.mimetype) == (status, kind)


@pytest.mark.parametrize(
    ("sent", "status"),
    [({}, 200), ({"Range": "bytes=0-9"}, 206), ({"If-None-Match": "*"}, 304)],
)
def test_a_file_whole_in_part_and_unchanged(
    client: FlaskClient, sent: dict[str, str], status: int
) -> None:
    assert checked(client.get(FILE, headers=sent), KEPT).status_code == status


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_what_a_device_keeps(client: FlaskClient, name: str, coding: str) -> None:
    checked(client.get(here(client, name), headers={"Accept-Encoding": coding}), FOREVER)


@pytest.mark.parametrize(
    ("ask", "status"),
    [
        (lambda client: client.get(FILE, headers={"Range": "bytes=9999999-"}), 416),
        (lambda client: client.put("/find"), 405),
        (lambda client: client.post("/find", headers={"Origin": "https://evil.example"}), 403),
        (lambda client: client.post("/write", data={"story": "x" * 65 * 1024}), 413),
        (lambda client: client.post("/find", data={"postcode": "nonsense"}), 422),
        (lambda client: client.post("/write", data={"go": "clear-now"}), 303),
        (lambda client: client.options("/find"), 200),
        (lambda client: client.head("/"), 200),
    ],
)
def test_refusals_redirects_and_questions(
    client: FlaskClient, ask: Callable[[FlaskClient], TestResponse], status: int
) -> None:
    assert checked(ask(client)).status_code == status


def fails(*_: object) -> str:
    raise ZeroDivisionError


@pytest.fixture(scope="module")
def broken() -> Flask:
    app = create_app(Settings(today=TODAY))
    app.add_url_rule("/broken", view_func=fails)
    return app


def test_a_fault_of_ours(broken: Flask) -> None:
    assert checked(broken.test_client().get("/broken")).status_code == 500


def test_an_answer_that_the_site_itself_could_not_make(
    broken: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(broken.__dict__, "full_dispatch_request", fails)
    monkeypatch.setitem(broken.__dict__, "handle_exception", fails)
    answer = raw.ask(broken.wsgi_app)
    assert answer.status == 500
    del answer.headers["Content-Type"], answer.headers["Content-Length"]
    assert answer.headers == SAFE | {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


class Watched(Visitor):
    """A visitor each of whose answers is checked, and counted by its type."""

    def __init__(self, client: FlaskClient) -> None:
        super().__init__(client)
        self.types: Counter[str] = Counter()

    def _came(self, answer: TestResponse) -> Self:
        super()._came(answer)
        self.types[checked(answer).mimetype or ""] += 1
        return self

    def back_to(self, page: BeautifulSoup) -> Self:
        """Have an earlier page before one's eyes again."""
        self.page = page
        return self


@pytest.fixture
def watched(client: FlaskClient) -> Watched:
    return Watched(client)


def test_all_on_the_way_of_a_letter_that_holds_its_words(watched: Watched) -> None:
    lettered(watched, **{"story-befriend": WORDS}, name="")
    assert watched.answer.status_code == 422
    walk(watched.fill(name="Amina Yusuf").go("next"), "letter", {})
    watched.press("Another way to say this").press("Send or print").press("Print it")
    send = watched.page
    for door in ("Save as PDF", "Save for Word", "Save as plain text"):
        watched.back_to(send).press(door)
    watched.back_to(send).press("Back").press("Back to the letter")
    assert WORDS in watched.paragraphs
    assert set(watched.types) == {"text/html", "application/pdf", WORD, "text/plain"}


def test_the_page_of_a_code_and_the_constituency_by_name(watched: Watched) -> None:
    watched.open("/constituency").fill(constituency="Rusholme").press("Find it")
    watched.open("/take")
    watched.post("/write", [("at", "name"), ("name", "Amina Yusuf")])
    watched.post("/find", [("postcode", "M14 5ZZ"), ("go", "ask-service")])
    assert watched.types["text/html"] == 5


def test_a_list_of_people_and_what_is_made_of_it(watched: Watched) -> None:
    bring(watched, HEADINGS + BAD + GOOD)
    preview = watched.page
    watched.press("Make the letters").back_to(preview).press("Save these rows as a list")
    bring(watched, "Dear MP")
    assert watched.answer.status_code == 422
    assert {"application/pdf", "text/csv"} < set(watched.types)


def test_a_pack_and_postcards(watched: Watched) -> None:
    watched.open("/volunteers").fill(districts="M14").press("Go on to the pack")
    watched.press("Make the pack")
    watched.open("/volunteers/postcards").fill(constituencies="Manchester Rusholme")
    watched.press("Make the postcards")
    assert watched.types["application/pdf"] == 2
