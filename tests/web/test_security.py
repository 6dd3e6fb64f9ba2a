"""What keeps the site's pages closed to other sites, and the server on its feet."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from letterwriter.web import create_app
from letterwriter.web.bounded_work import LETTERS
from letterwriter.web.settings import BadSetting, Settings
from tests.web.places import all_taken
from tests.web.raw import ask, safe
from tests.web.visitor import Visitor
from tests.web.walking import sending

ROUTES = {
    "GET /": "no-store",
    "GET /about": "no-store",
    "GET /again": "no-store",
    "GET /at/<edition>/<path:name>": "no-store",  # the present edition's are in test_offline.py
    "GET /campaign.css": "no-store",
    "GET /cleared": "no-store",
    "GET /constituency": "no-store",
    "GET /counts": "no-store",  # those of a site that counts are in test_counts.py
    "GET /counts.csv": "no-store",
    "GET /counts.json": "no-store",
    "GET /data": "no-store",
    "GET /find": "no-store",
    "GET /healthz": "no-store",
    "GET /letter": "no-store",
    "GET /manifest.webmanifest": "no-store",
    "GET /offline": "no-store",
    "GET /organise": "no-store",
    "GET /privacy": "no-store",
    "GET /robots.txt": "no-store",
    "GET /sitemap.xml": "no-store",
    "GET /send": "no-store",
    "GET /site-code.svg": "no-store",
    "GET /stall": "no-store",
    "GET /stall/": "no-store",
    "GET /stall/ready": "no-store",
    "GET /sw.js": "no-store",
    "GET /take": "no-store",
    "GET /test-sheet.pdf": "no-store",
    "GET /volunteers": "no-store",
    "GET /volunteers/postcards": "no-store",
    "GET /volunteers/poster.pdf": "no-store",
    "GET /volunteers/leaflet.pdf": "no-store",
    "GET /volunteers/stack": "no-store",
    "GET /volunteers/step-cards.pdf": "no-store",
    "GET /volunteers/stack/template.csv": "no-store",
    "GET /volunteers/stack/template.xlsx": "no-store",
    "GET /write": "no-store",
    "GET /your-own-case": "no-store",
    "GET /changes": "no-store",
    "GET /example": "no-store",
    "GET /campaign": "no-store",
    "GET /campaign/actions/<id_>.ics": "no-store",
    "POST /count": "no-store",
    "POST /find": "no-store",
    "POST /letter.docx": "no-store",
    "POST /letter.eml": "no-store",
    "POST /letter.pdf": "no-store",
    "POST /letter.txt": "no-store",
    "POST /volunteers": "no-store",
    "POST /volunteers/pack-tally.jsonl": "no-store",
    "POST /volunteers/pack.pdf": "no-store",
    "POST /volunteers/places": "no-store",
    "POST /volunteers/postcards.pdf": "no-store",
    "POST /volunteers/stack": "no-store",
    "POST /volunteers/stack/letters.pdf": "no-store",
    "POST /volunteers/stack/tally.jsonl": "no-store",
    "POST /volunteers/stack/to-mend.csv": "no-store",
    "POST /write": "no-store",
    "POST /write-again.ics": "no-store",
}


def test_these_are_all_the_routes(app: Flask) -> None:
    routes = {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    }
    assert routes == ROUTES.keys()


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_answers_with_its_cache_rule_and_policy(
    client: FlaskClient, route: str
) -> None:
    method, path = route.split()
    answer = client.open(path, method=method)
    assert answer.status_code < 500
    assert answer.headers["Cache-Control"] == ROUTES[route]
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://behind-a-proxy.example"}, 200),
        ({"Origin": "http://localhost"}, 200),
        ({}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Origin": "http://[::1"}, 403),
        ({"Origin": "https://\u2100.example"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
    ],
)
def test_forms_of_other_sites_are_refused_and_ours_never_run_out(
    client: FlaskClient, headers: dict[str, str], status: int
) -> None:
    answer = client.post("/find", data={"postcode": "M14 5TP"}, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "more", "status"),
    [
        ("css/nothing.css", {}, 404),
        ("../security.py", {}, 404),
        ("", {}, 404),
        ("css/print.css", {"HTTP_RANGE": "bytes=9999999-"}, 416),
        ("css/print.css", {"HTTP_IF_MATCH": '"another"'}, 412),
        ("css/print.css", {"REQUEST_METHOD": "PUT"}, 405),
        ("css/print.css", {"REQUEST_METHOD": "OPTIONS"}, 200),
    ],
)
def test_no_error_among_our_files_is_kept(
    app: Flask, path: str, more: dict[str, str], status: int
) -> None:
    answer = safe(ask(app, f"/static/{path}", more=more))
    assert answer.status == status


def test_our_files_are_kept_for_five_minutes_whole_in_part_and_unchanged(
    client: FlaskClient,
) -> None:
    whole = client.get("/static/css/print.css")
    part = client.get("/static/css/print.css", headers={"Range": "bytes=0-9"})
    same = client.get("/static/css/print.css", headers={"If-None-Match": whole.headers["ETag"]})
    assert [answer.status_code for answer in (whole, part, same)] == [200, 206, 304]
    for answer in (whole, part, same):
        assert answer.headers["Cache-Control"] == "public, max-age=300"
        answer.close()


def test_what_cannot_be_had_like_that_says_how(client: FlaskClient) -> None:
    answer = client.put("/find")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}
    beyond = client.get("/static/css/print.css", headers={"Range": "bytes=9999999-"})
    assert beyond.status_code == 416
    assert beyond.headers["Content-Range"].startswith("bytes */")


def test_a_request_over_64_kb_is_refused_kindly(client: FlaskClient) -> None:
    answer = client.post("/write", data={"story": "x" * 65 * 1024})
    assert answer.status_code == 413
    assert "Shorten the longest part" in answer.text


def test_a_long_letter_in_amharic_fits_into_a_request(visitor: Visitor) -> None:
    story = "ሰላም ለሁሉም ይሁን " * 250
    sending(visitor, **{"story-befriend": story}, name="ሰላም").press("Back to the letter")
    assert story.strip() in visitor.paragraphs


def test_a_page_that_is_not_there_says_so(visitor: Visitor) -> None:
    visitor.open("/nothing-here")
    assert visitor.answer.status_code == 404
    assert visitor.title.startswith("Error: There is no page here")


def test_production_refuses_to_start_without_a_secret_key() -> None:
    with pytest.raises(BadSetting, match="LETTERWRITER_SECRET_KEY"):
        Settings.from_environment({"LETTERWRITER_ENV": "production"})
    with pytest.raises(BadSetting, match="LETTERWRITER_SECRET_KEY"):
        Settings.from_environment(
            {"LETTERWRITER_ENV": "production", "LETTERWRITER_SECRET_KEY": "short"}
        )
    key = "0123456789abcdef0123456789abcdef"
    settings = Settings.from_environment(
        {"LETTERWRITER_ENV": "production", "LETTERWRITER_SECRET_KEY": key}
    )
    assert settings.production
    assert key not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [("ENV", "prod"), ("PROXIES", "-1"), ("TODAY", "22/11/2026"), ("PDFS_A_MINUTE", "many")],
)
def test_a_setting_that_makes_no_sense_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"LETTERWRITER_{name}"):
        Settings.from_environment({f"LETTERWRITER_{name}": value})


def test_behind_a_proxy_its_forwarded_host_counts() -> None:
    app = create_app(Settings(today=date(2026, 11, 22), proxies=1))
    headers = {"Origin": "https://letters.example", "X-Forwarded-Host": "letters.example"}
    answer = app.test_client().post("/find", data={"postcode": "M14 5TP"}, headers=headers)
    assert answer.status_code == 200


def sent(visitor: Visitor) -> Visitor:
    return sending(visitor, "Print it", concerns=["thirty-months"])


def test_one_visitor_cannot_take_the_press_for_all_others() -> None:
    app = create_app(Settings(today=date(2026, 11, 22), pdfs_a_minute=2))
    visitor = sent(Visitor(app.test_client()))
    page = visitor.page
    statuses = []
    for _ in range(3):
        visitor.page = page
        statuses.append(visitor.press("Save as PDF").answer.status_code)
    assert statuses == [200, 200, 429]
    assert visitor.answer.headers["Retry-After"] == "60"


def test_ten_tablets_at_a_stall_never_meet_the_limit() -> None:
    a_minute = 10 * 2  # each tablet makes a letter in half a minute at the very best
    assert Settings().pdfs_a_minute >= 5 * a_minute


def test_a_busy_press_says_so_and_when_to_come_back(app: Flask, visitor: Visitor) -> None:
    sent(visitor)
    with all_taken(app, LETTERS):
        visitor.press("Save as PDF")
    assert visitor.answer.status_code == 503
    assert visitor.answer.headers["Retry-After"] == "10"
    assert "Your letter is still there" in visitor.text


def test_health_tells_the_ages_of_the_tables_and_the_days_to_review_and_nothing_else(
    client: FlaskClient,
) -> None:
    assert client.get("/healthz").json == {"members": 148, "postcodes": 632, "days_to_review": 47}
