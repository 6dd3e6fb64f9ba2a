"""What search engines and messengers are told: of pages for everybody, and of nothing else."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from letterwriter.paths import STATIC
from letterwriter.web import create_app
from letterwriter.web.app_data import AppData
from letterwriter.web.requests.indexing import PUBLIC
from letterwriter.web.settings import Settings
from tests.web.conftest import TODAY
from tests.web.test_security import ROUTES
from tests.web.visitor import Visitor
from tests.web.walking import LONG, asking, lettered, sending

SITE = "https://letters.example.org"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def at_home() -> Flask:
    return create_app(Settings(today=TODAY, site=SITE))


def described(client: FlaskClient, path: str) -> dict[str, str]:
    page = BeautifulSoup(client.get(path).text, "html.parser")
    told = {str(m.get("property") or m.get("name")): str(m.get("content")) for m in page("meta")}
    link = page.select_one("link[rel=canonical]")
    return told | ({"canonical": str(link["href"])} if link else {})


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_for_everybody_says_what_it_is_and_where(at_home: Flask, path: str) -> None:
    client = at_home.test_client()
    told = described(client, path)
    assert client.get(path).headers["X-Robots-Tag"] == "all"
    assert told["canonical"] == told["og:url"] == SITE + path
    assert told["og:title"]
    assert told["og:description"] == told["description"]
    assert told["og:image"] == f"{SITE}/static/sharing/preview.png"


def test_pages_of_one_site_have_titles_and_some_descriptions_of_their_own(at_home: Flask) -> None:
    told = [described(at_home.test_client(), path) for path in PUBLIC]
    assert len({each["og:title"] for each in told}) == len(PUBLIC)
    assert len({each["og:description"] for each in told}) > 3


def test_without_an_address_no_page_claims_one(client: FlaskClient) -> None:
    for path in PUBLIC:
        told = described(client, path)
        assert "canonical" not in told
        assert "og:url" not in told
    assert client.get("/sitemap.xml").status_code == 404
    assert "Sitemap" not in client.get("/robots.txt").text


def test_a_campaign_with_an_address_of_its_own_does_not_claim_the_sites(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = create_app(Settings(today=TODAY, site=SITE))
    here: AppData = app.extensions["letterwriter"]
    other = replace(here.campaign, id="buses")
    monkeypatch.setitem(
        app.extensions, "letterwriter", replace(here, by_host={"buses.example.org": other})
    )
    client = app.test_client()
    there = client.get("/about", headers={"Host": "buses.example.org"}).text
    assert SITE not in there
    assert client.get("/sitemap.xml", headers={"Host": "buses.example.org"}).status_code == 404
    assert SITE in client.get("/about").text


def test_the_sitemap_names_the_public_pages_and_robots_the_sitemap(at_home: Flask) -> None:
    client = at_home.test_client()
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").text.splitlines()
    listed = [each.text for each in ET.fromstring(client.get("/sitemap.xml").data).iter(LOC)]
    assert listed == [SITE + path for path in PUBLIC]


@pytest.mark.parametrize("route", [route for route in ROUTES if "<" not in route])
def test_nothing_else_may_be_indexed(client: FlaskClient, route: str) -> None:
    method, path = route.split()
    answer = client.open(path, method=method)
    if (method, path) not in {("GET", each) for each in (*PUBLIC, "/robots.txt")}:
        assert answer.headers["X-Robots-Tag"] == "noindex", route


def test_no_page_with_what_somebody_typed_may_be_indexed_or_has_an_address(
    visitor: Visitor,
) -> None:
    for page in (asking(visitor, road=LONG), lettered(visitor), sending(visitor)):
        assert page.answer.headers["X-Robots-Tag"] == "noindex"
        assert not page.page.select("link[rel=canonical], meta[property^='og:']")
    assert visitor.post("/changes", [("postcode", "M14 5TP")]).answer.status_code == 405
    assert visitor.answer.headers["X-Robots-Tag"] == "noindex"
    missing = visitor.open("/changes/M14").answer
    assert (missing.status_code, missing.headers["X-Robots-Tag"]) == (404, "noindex")


def test_the_picture_is_as_messengers_want_it_and_no_device_keeps_it(client: FlaskClient) -> None:
    picture: Path = STATIC / "sharing" / "preview.png"
    with Image.open(picture) as image:
        assert image.size == (1200, 630)
    assert picture.stat().st_size < 300 * 1024
    assert "sharing" not in client.get("/sw.js").text
