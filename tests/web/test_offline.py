"""What a device is given to keep: addresses that never change, and a list that lacks nothing."""

import gzip
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from letterwriter.offline.areas import WITH_TABLE
from letterwriter.offline.table import publish
from letterwriter.paths import STATIC
from letterwriter.web import create_app
from letterwriter.web.offline import bundle, current_bundle
from letterwriter.web.settings import Settings
from tests.packaging.installs import CHECKOUT
from tests.web.conftest import TODAY

FOREVER = "public, max-age=31536000, immutable"
SHELLS = (
    "/",
    "/about",
    "/privacy",
    "/your-own-case",
    "/changes",
    "/example",
    "/stall",
    "/stall/ready",
    "/organise",
)
IMPORT = re.compile(r"""^(?:import|export)\b[^'\n;]*from '(\.[^']+)';""", re.MULTILINE)
DRAWN_ON = re.compile(r'(?:href|src)="(/at/[^"]+)"')


def listed(client: FlaskClient) -> dict[str, Any]:
    """The first line of the worker: what it keeps."""
    line = client.get("/sw.js").text.partition("\n")[0]
    told: dict[str, Any] = json.loads(line.removeprefix("const KEPT = ").removesuffix(";"))
    return told


def here(client: FlaskClient, name: str) -> str:
    """The address of a file in the present edition."""
    return f"/at/{listed(client)['edition']}/{name}"


NAMES = [
    "start.json",
    "campaign.json",
    "seats.json",
    "postcodes.bin",
    "areas/M.bin",
    "areas/BT.json",
    "static/js/main.js",
    "static/css/campaign.css",
]


@pytest.mark.parametrize("name", NAMES)
def test_what_has_an_editions_address_may_be_kept_for_a_year(
    client: FlaskClient, name: str
) -> None:
    answer = client.get(here(client, name))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == FOREVER
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("name", NAMES)
def test_another_edition_than_the_present_one_is_not_there_and_not_kept(
    client: FlaskClient, name: str
) -> None:
    answer = client.get(f"/at/0123456789ab/{name}")
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name",
    [
        "static/js/sw.js",
        "areas/BT.bin",
        "areas/JE.json",
        "areas/M",
        "areas/m.bin",
        "areas/M.csv",
        "static/../../paths.py",
        "static/no.js",
        "x",
    ],
)
def test_an_edition_holds_nothing_but_what_it_lists(client: FlaskClient, name: str) -> None:
    answer = client.get(here(client, name))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "no-store")


def test_a_client_that_takes_gzip_gets_it_and_others_the_same_bytes_plain(
    client: FlaskClient,
) -> None:
    address = here(client, "seats.json")
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    packed = client.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2


def test_every_address_on_the_list_answers_with_the_bytes_of_its_digest(
    client: FlaskClient,
) -> None:
    told = listed(client)
    addresses = told["files"] | told["pages"]
    found = {
        address: bundle.kept("x.bin", client.get(address).data).digest for address in addresses
    }
    assert found == addresses


FIRST_LOOK_UP = 30_000  # bytes on the wire, on a first visit


def wire(client: FlaskClient, address: str) -> int:
    return len(client.get(address, headers={"Accept-Encoding": "gzip"}).data)


def test_no_first_look_up_fetches_more_than_30_kb(client: FlaskClient) -> None:
    at = here(client, "")
    areas = {
        area: wire(client, f"{at}areas/{area}.bin") + wire(client, f"{at}areas/{area}.json")
        for area in sorted(WITH_TABLE)
    }
    areas["BT"] = wire(client, f"{at}areas/BT.json")
    assert wire(client, f"{at}start.json") + max(areas.values()) <= FIRST_LOOK_UP
    assert len(areas) == 121


def test_no_device_keeps_the_parts_of_areas_since_it_keeps_all_of_it(client: FlaskClient) -> None:
    client.get(here(client, "areas/M.json"))
    assert not [address for address in listed(client)["files"] if "/areas/" in address]


def test_northern_irelands_postcodes_are_in_no_part(client: FlaskClient) -> None:
    told = client.get(here(client, "areas/BT.json")).json
    assert told
    assert {seat["country"] for seat in told["seats"]} == {"Northern Ireland"}
    assert client.get(here(client, "areas/BT.bin")).status_code == 404


def test_the_list_covers_all_that_the_shells_load(client: FlaskClient) -> None:
    told = listed(client)
    waiting = [each for shell in SHELLS for each in DRAWN_ON.findall(client.get(shell).text)]
    waiting += [each for html in told["plain"].values() for each in DRAWN_ON.findall(html)]
    assert len(waiting) > 8
    seen: set[str] = set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        assert address in told["files"], f"{address} is drawn on, and not kept"
        if address.endswith(".js"):
            script = client.get(address).text
            waiting += [normpath(join(dirname(address), each)) for each in IMPORT.findall(script)]
    assert any(address.endswith("/js/wizard/stored.js") for address in seen)


def test_shells_load_nothing_but_the_editions_own_files(client: FlaskClient) -> None:
    for shell in SHELLS:
        html = client.get(shell).text
        loaded = re.sub(r"<meta [^>]*>", "", html)  # a picture for messengers is not loaded
        assert "/static/" not in re.sub(r"/at/\w+/static/", "", loaded)
        assert "campaign.css" not in html or "/css/campaign.css" in html


def test_the_first_page_is_also_where_older_editions_look_for_it(client: FlaskClient) -> None:
    assert client.get("/offline").data == client.get("/").data


def test_the_first_screen_can_be_sent_before_any_script_runs(client: FlaskClient) -> None:
    page = BeautifulSoup(client.get("/").text, "html.parser")
    form = page.select_one("main form")
    assert form is not None
    assert form["method"] == "post"
    assert form.select('input[name="postcode"]')
    scripts = [str(script["src"]) for script in page.find_all("script")]
    assert [script.rpartition("/")[2] for script in scripts] == ["start.js"], "one round of them"


def test_every_static_file_is_of_a_kind_that_is_kept() -> None:
    kinds = {path.suffix for path in STATIC.rglob("*") if path.is_file()}
    papers = {"", ".md"}  # the licences of other people's scripts, which no page loads
    assert kinds <= bundle._TYPES.keys() | papers


def test_the_worker_is_asked_for_each_time_and_holds_to_the_sites_policy(
    client: FlaskClient,
) -> None:
    answer = client.get("/sw.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-store"
    assert (
        listed(client)["headers"]["Content-Security-Policy"]
        == (answer.headers["Content-Security-Policy"])
    )


def test_the_policy_lets_workers_in_and_frames_never(client: FlaskClient) -> None:
    rules = client.get("/").headers["Content-Security-Policy"].split("; ")
    assert "worker-src 'self'" in rules
    assert "child-src 'self'" in rules  # Safari before 15.5
    assert "frame-src 'none'" in rules


def test_the_manifest_names_an_app_with_icons_that_are_there(client: FlaskClient) -> None:
    answer = client.get("/manifest.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    told = json.loads(answer.text)
    assert (told["start_url"], told["scope"], told["display"]) == ("/", "/", "standalone")
    assert {icon["sizes"] for icon in told["icons"]} == {"192x192", "512x512"}
    assert [icon["purpose"] for icon in told["icons"] if "purpose" in icon] == ["maskable"]
    for icon in told["icons"]:
        width, height = map(int, icon["sizes"].split("x"))
        with client.get(icon["src"]) as file:
            png = file.data
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (width, height)


def test_every_page_names_the_manifest(client: FlaskClient) -> None:
    for path in ("/", "/about", "/stall/ready", "/offline"):
        assert '<link rel="manifest" href="/manifest.webmanifest">' in client.get(path).text


def test_a_site_that_is_mounted_elsewhere_keeps_its_own_addresses(app: Flask) -> None:
    client = app.test_client()
    told = listed_at(client, "/letters")
    assert all(address.startswith("/letters/at/") for address in told["files"])
    assert "/letters/offline" in told["pages"]
    assert told["root"] == "/letters"
    assert told["edition"] != listed(client)["edition"]


def listed_at(client: FlaskClient, root: str) -> dict[str, Any]:
    text = client.get("/sw.js", base_url=f"http://localhost{root}").text
    told: dict[str, Any] = json.loads(text.partition("\n")[0][len("const KEPT = ") : -1])
    return told


def test_an_edition_is_of_the_weeks_monday_so_that_all_processes_agree() -> None:
    days = [date(2026, 11, 16) + timedelta(days=number) for number in range(8)]
    assert [current_bundle.made_on(day) for day in days] == [days[0]] * 7 + [days[7]]


def own(app: Flask) -> str:
    edition_: str = listed(app.test_client())["edition"]
    return edition_


def test_an_edition_stays_while_nothing_changes_and_goes_with_its_world() -> None:
    app = create_app(Settings(today=TODAY))
    first = own(app)
    assert own(app) == first
    world = app.extensions["letterwriter"]
    newer = [replace(seat, as_of=date(2026, 12, 1)) for seat in world.parliament]
    app.extensions["letterwriter"] = replace(world, parliament=type(world.parliament)(newer))
    second = own(app)
    assert second != first
    assert app.test_client().get(f"/at/{first}/seats.json").status_code == 404
    app.extensions["letterwriter"] = world
    assert own(app) == first


def test_visitors_who_come_at_once_wait_for_one_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(rows: Any) -> bytes:
        made.append("table")
        return publish(rows)

    monkeypatch.setattr(current_bundle, "publish", counted)
    app = create_app(Settings(today=TODAY))
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda _: own(app), range(8)))
    assert len(set(ids)) == 1
    assert len(made) == 1


def test_a_new_week_makes_a_new_edition_of_the_same_table() -> None:
    app = create_app(Settings(today=TODAY))
    before = listed(app.test_client())
    world = app.extensions["letterwriter"]
    later = replace(world.settings, today=TODAY + timedelta(days=1))  # a Monday
    app.extensions["letterwriter"] = replace(world, settings=later)
    after = listed(app.test_client())
    assert before["edition"] != after["edition"]

    def digests(told: dict[str, Any]) -> dict[str, str]:
        return {address.split("/", 3)[3]: digest for address, digest in told["files"].items()}

    changed = set(digests(before).items()) ^ set(digests(after).items())
    assert {name for name, _ in changed} == {"start.json"}


def test_each_address_of_a_site_has_an_edition_of_its_campaign() -> None:
    app = create_app(Settings(today=TODAY))
    world = app.extensions["letterwriter"]
    other = replace(world.campaign, title="Another campaign", id="another")
    app.extensions["letterwriter"] = replace(world, by_host={"other.example": other})
    client = app.test_client()
    usual = own(app)
    theirs = client.get("/sw.js", base_url="http://other.example").text
    assert usual not in theirs
    assert own(app) == usual
    assert client.get(f"/at/{usual}/campaign.json").status_code == 200
    assert (
        client.get(f"/at/{usual}/campaign.json", base_url="http://other.example").status_code == 404
    )


@pytest.mark.parametrize(("production", "changes"), [(False, True), (True, False)])
def test_a_changed_script_changes_the_edition_while_developing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, production: bool, changes: bool
) -> None:
    for path in STATIC.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(STATIC)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    monkeypatch.setattr(bundle, "STATIC", tmp_path)
    app = create_app(Settings(today=TODAY, production=production))
    first = own(app)
    (tmp_path / "js" / "main.js").write_text("// changed\n")
    assert (own(app) != first) is changes


_OWN = """
from datetime import date
from letterwriter.web import create_app
from letterwriter.web.settings import Settings
print(create_app(Settings(today=date(2026, 11, 22))).test_client().get("/sw.js").text[:60])
"""


@pytest.mark.slow
def test_two_processes_of_a_site_make_the_same_edition() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _OWN],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert "edition" in told.pop()
