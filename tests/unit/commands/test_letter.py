"""``letterwriter letter`` makes the letter that the site makes."""

import json
from pathlib import Path

import pymupdf
import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main

STORY = "I teach ten-year-olds, and {constituency} is where they feel at home."


def run(*more: str, postcode: str = "M14 5TP") -> Result:
    fixed = ["--name", "Amina Yusuf", "--address", "1 High Street, Manchester"]
    dated = ["--date", "2026-11-22", "--seed", "7"]
    return CliRunner().invoke(main, ["letter", "--postcode", postcode, *fixed, *dated, *more])


def test_a_letter_comes_as_text_from_sender_to_name() -> None:
    result = run("--story", STORY)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:4] == ["Amina Yusuf", "1 High Street", "Manchester", "M14 5TP"]
    assert "22 November 2026" in lines
    assert "Dear Afzal Khan," in lines
    assert STORY in lines, "what a person types is never filled in"
    assert lines[-1] == "Amina Yusuf"


def test_the_same_seed_and_date_give_the_same_bytes() -> None:
    assert run("--story", STORY).stdout_bytes == run("--story", STORY).stdout_bytes
    assert run("--story", STORY).stdout_bytes != run("--story", STORY, "--seed", "8").stdout_bytes


def test_json_gives_the_parts_each_with_kind_and_id() -> None:
    result = run(
        "--story", STORY, "--concern", "families-apart", "--ask", "meet-a-group", "--format", "json"
    )
    parts = json.loads(result.stdout)
    kinds = [(part["kind"], part["id"]) for part in parts["paragraphs"]]
    assert kinds == [
        ("opening", "member"),
        ("story", ""),
        ("concern", "families-apart"),
        ("ask", "meet-a-group"),
        ("thanks", "post"),
    ]
    assert parts["sender"] == ["Amina Yusuf", "1 High Street", "Manchester", "M14 5TP"]
    assert parts["recipient"][-1] == "SW1A 0AA"
    assert (parts["salutation"], parts["close"]) == ("Dear Afzal Khan", "Yours sincerely")


def test_why_a_concern_matters_begins_its_paragraph() -> None:
    chosen = ("--concern", "delay", "--concern", "families-apart", "--format", "json")
    plain = json.loads(run(*chosen).stdout)
    told = run(*chosen, "--why", "families-apart=Her  son = her world")
    because = json.loads(told.stdout)
    before, after = plain["paragraphs"], because["paragraphs"]
    assert after[2]["text"] == f"Her son = her world. {before[2]['text']}"
    assert [*after[:2], *after[3:]] == [*before[:2], *before[3:]]
    assert after[2].keys() == before[2].keys()


@pytest.mark.parametrize(
    ("whys", "told"),
    [
        (["nonsense=I care"], "'nonsense' is none: delay, support"),
        (["families-apart=I care"], "'families-apart' is none: delay, support"),
        (["I care"], "--why is written as CONCERN=TEXT, and not as 'I care'"),
        (["delay=a", "delay=b"], "--why is there twice for 'delay'"),
        (["delay=" + "x" * 301], "--why for 'delay' has 301 characters; 300 is the most"),
    ],
)
def test_a_why_that_cannot_be_used_is_told_and_not_lost(whys: list[str], told: str) -> None:
    options = [part for why in whys for part in ("--why", why)]
    result = run("--concern", "delay", "--concern", "support", *options)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_a_pdf_goes_into_the_file_that_is_named(tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"
    assert run("--story", STORY, "--format", "pdf", "--out", str(out)).exit_code == 0
    with pymupdf.open(out) as document:
        assert "Dear Afzal Khan," in document[0].get_text()


def test_a_postcode_that_does_not_decide_lists_the_constituencies() -> None:
    result = run(postcode="BT1 5GS")
    assert result.exit_code == 2
    assert "--constituency" in result.stderr
    assert result.stderr.count("  N05") == 18
    chosen = run("--constituency", "Belfast North", postcode="BT1 5GS")
    assert "BT1 5GS" in chosen.stdout
    assert "Dear John Finucane," in chosen.stdout


def test_an_email_asks_for_the_answer_by_email() -> None:
    result = run("--email", "amina@example.org", "--format", "json")
    assert json.loads(result.stdout)["paragraphs"][-1]["id"] == "email"


def test_the_postcode_stands_once_and_last_however_it_was_typed() -> None:
    address = "12, High Street, Manchester M14 5TP, U.K."
    parts = json.loads(run("--format", "json", "--address", address, postcode="m145tp.").stdout)
    assert parts["sender"] == ["Amina Yusuf", "12 High Street", "Manchester", "M14 5TP"]


def test_an_address_in_another_constituency_is_told_beside_the_letter() -> None:
    told = run("--constituency", "Manchester Rusholme", postcode="SW9 9SZ").stderr
    assert "SW9 9SZ is in Clapham and Brixton Hill; this letter goes to the MP for" in told
    assert "this letter goes to the MP" not in run().stderr


def test_what_is_worth_a_look_is_told_beside_the_letter_and_not_in_it() -> None:
    result = run("--story", "Call me on 07700 900123.")
    assert "07700 900123" in result.stderr
    assert "phone number" in result.stderr
    assert "phone number" not in result.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--concern", "nonsense"), "there is no concern 'nonsense'"),
        (("--ask", "raise-in-government"), "there is no ask 'raise-in-government'"),
        (("--constituency", "Nowhere"), "there is no constituency 'Nowhere'"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(options: tuple[str, str], told: str) -> None:
    result = run(*options)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_a_campaign_that_is_not_there_is_told_and_not_thrown() -> None:
    result = run("--campaign", "nowhere")
    assert result.exit_code == 1
    assert "campaign.toml: is missing" in result.stderr


@pytest.mark.parametrize(
    ("postcode", "more", "said"),
    [
        ("12 Platt Lane, M14 STP", (), "We read that as M14 5TP."),
        ("M14 5TP, UK", ("--constituency", "Anglesey"), "We read that as M14 5TP."),
        ("M14 5ZZ", (), "our best guess is that your MP is Afzal Khan"),
    ],
)
def test_what_was_read_or_guessed_is_said_beside_the_letter(
    postcode: str, more: tuple[str, ...], said: str
) -> None:
    result = run(*more, postcode=postcode)
    assert result.exit_code == 0
    assert said in result.stderr
    assert "We read" not in run().stderr + run(postcode="m145tp").stderr


def test_a_name_that_no_constituency_has_is_answered_with_those_most_like_it() -> None:
    result = run("--constituency", "Rusholm")
    assert result.exit_code == 2
    assert "E14001353  Manchester Rusholme" in result.stderr
