"""``letterwriter preview``: every wording can be reached, and what is wrong stands beside it."""

import re
import shutil
import socket
import subprocess
import sys
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from flask.testing import FlaskClient

from letterwriter.campaigns.loading import load_campaign
from letterwriter.cli import main
from letterwriter.web import create_app
from letterwriter.web.preview.campaign_files import CampaignFiles
from letterwriter.web.preview.passages import all_texts
from letterwriter.web.preview.preview_app import create_preview
from letterwriter.web.settings import Settings

EXAMPLE = Path(__file__).parents[1] / "example_campaign"
CONCERN = "concerns/last-bus.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "buses")


@pytest.fixture
def client(folder: Path) -> FlaskClient:
    files = CampaignFiles(folder, folder.parent / "overlay", date(2026, 11, 22))
    return create_preview(files).test_client()


def page(client: FlaskClient, **asked: str) -> BeautifulSoup:
    answer = client.get("/", query_string=asked)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html.parser")


def text_of(found: BeautifulSoup, css: str) -> str:
    return " ".join(" ".join(each.get_text() for each in found.select(css)).split())


def put(file: Path, right: str, wrong: str) -> None:
    words = file.read_text("utf-8")
    assert right in words
    file.write_text(words.replace(right, wrong, 1), "utf-8")


def test_every_wording_of_the_campaign_can_be_reached(client: FlaskClient) -> None:
    links = [str(a["href"]) for a in page(client).select("nav a")]
    shown = 0
    for link in links:
        found = BeautifulSoup(client.get(f"/{link}").text, "html.parser")
        assert found.select_one("nav a[aria-current]") is not None
        shown += len(found.select('input[name^="s"]'))
    texts = all_texts(load_campaign(EXAMPLE))
    assert shown == sum(len(list(text.wordings())) for text in texts) > 100


def test_a_choice_makes_the_paragraph_and_where_sentences_meet_is_marked(
    client: FlaskClient,
) -> None:
    first = page(client, at=CONCERN)
    assert text_of(first, ".paper").startswith("... He asked me what he should tell his daughter.")
    joins = text_of(first, ".paper mark.join")
    assert "his daughter." in joins
    other = page(client, at=CONCERN, before="1", s1="1", s2="2")
    chosen = [
        " ".join(label.get_text().split()) for label in other.select("label:has(input[checked])")
    ]
    assert chosen[0] == "... I did not know what to say."
    for number, label in zip(("1.2 ", "2.3 "), chosen[1:], strict=False):
        assert label.startswith(number)
        assert label.removeprefix(number) in text_of(other, ".paper")
    assert "{" not in text_of(other, ".paper")


def test_a_choice_that_is_none_is_the_first(client: FlaskClient) -> None:
    for asked in ({"at": "nowhere"}, {"s1": "99"}, {"s1": "-1"}, {"s1": "²"}, {"before": "9" * 99}):
        assert page(client, **asked).select(".paper")


def test_what_check_says_stands_beside_the_wording(client: FlaskClient, folder: Path) -> None:
    put(folder / CONCERN, "People who work late", "They work late, and")
    found = page(client, at=CONCERN)
    wrong = found.select_one("label:-soup-contains('They work late') + p.wrong")
    assert wrong is not None
    assert 'begins with "They"' in wrong.get_text()
    assert found.select_one("nav details[open] .count") is not None
    assert str(found.title).startswith("<title>(1) ")


def test_a_file_that_cannot_be_read_leaves_the_words_from_before_it(
    client: FlaskClient, folder: Path
) -> None:
    before = text_of(page(client, at=CONCERN), ".paper")
    put(folder / CONCERN, "[[sentence]]", "[[sentence")
    found = page(client, at=CONCERN)
    assert f"{CONCERN}: cannot be read as TOML" in text_of(found, ".notice")
    assert "line" in text_of(found, ".notice")
    assert len(found.select(".notice li")) == 1
    assert text_of(found, ".paper") == before
    put(folder / CONCERN, "[[sentence", "[[sentence]]")
    assert not page(client, at=CONCERN).select(".notice")


def test_a_folder_that_was_never_good_is_told_and_shows_no_words(folder: Path) -> None:
    (folder / "frame.toml").unlink()
    files = CampaignFiles(folder, folder / "overlay", date(2026, 11, 22))
    found = page(create_preview(files).test_client())
    assert "frame.toml: is missing" in text_of(found, ".notice")
    assert not found.select(".paper")


def test_a_saved_file_changes_the_stamp_that_the_page_asks_for(
    client: FlaskClient, folder: Path
) -> None:
    stamp = client.get("/stamp").json
    html = page(client).find("html")
    assert html is not None
    assert html["data-stamp"] == stamp
    assert client.get("/stamp").json == stamp
    put(folder / "frame.toml", "I ", "I  ")
    assert client.get("/stamp").json != stamp


def test_what_a_group_lays_over_it_shows_too(client: FlaskClient, folder: Path) -> None:
    overlay = folder.parent / "overlay"
    overlay.mkdir()
    (overlay / "campaign.toml").write_text('poster_text = "Buses for Levenshulme"', "utf-8")
    found = page(client, at="campaign.toml poster_text")
    assert "Buses for Levenshulme" in text_of(found, ".paper")


def test_another_name_than_this_computers_is_refused(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "letters.example.org"}).status_code == 421
    assert client.get("/stamp", headers={"Host": "127.0.0.1.example.org:5050"}).status_code == 421
    assert client.get("/", headers={"Host": "127.0.0.1:5050"}).status_code == 200


def test_nothing_of_it_is_in_the_public_site() -> None:
    site = create_app(Settings(today=date(2026, 11, 22)))
    rules = [rule.rule for rule in site.url_map.iter_rules()]
    assert not [rule for rule in rules if "preview" in rule or "stamp" in rule]


def test_the_command_serves_it_to_this_computer_alone(folder: Path) -> None:
    command = [sys.executable, "-m", "letterwriter.cli", "preview", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline()
            address = re.search(r"http://(127\.0\.0\.1:\d+)/", told)
            assert address, told
            connection = HTTPConnection(address[1], timeout=60)
            connection.request("GET", "/stamp")
            assert connection.getresponse().status == 200
            connection.close()
        finally:
            process.kill()


def test_a_port_that_is_taken_and_a_folder_of_no_campaign_are_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = CliRunner().invoke(main, ["preview", str(EXAMPLE), "--port", port])
    assert told.exit_code == 1
    assert f"port {port} is taken" in told.output
    assert "no campaign.toml" in CliRunner().invoke(main, ["preview", str(tmp_path)]).output
