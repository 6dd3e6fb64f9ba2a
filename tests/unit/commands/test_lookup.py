import json
import logging
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main

FIELDS = ["postcode", "status", "constituency", "candidates", "mp", "message"]
MP_FIELDS = [
    "name",
    "full_title",
    "party",
    "email",
    "salutation",
    "envelope_name",
    "offices",
    "as_of",
]


def lookup(*words: str) -> Result:
    return CliRunner().invoke(main, ["lookup", *words])


def test_a_found_postcode_prints_the_fields_of_its_mp() -> None:
    result = lookup("--json", "m145tp")
    fields = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(fields) == FIELDS
    assert list(fields["mp"]) == MP_FIELDS
    assert fields["postcode"] == "M14 5TP"
    assert fields["constituency"] == {"code": "E14001353", "name": "Manchester Rusholme"}
    assert fields["candidates"] == []
    assert fields["message"].startswith("M14 5TP is in Manchester Rusholme.")


@pytest.mark.parametrize(
    ("typed", "status", "exit_code"),
    [
        ("M14 5TP", "found", 0),
        ("M14 5ZZ", "guess", 0),
        ("M14 6BB", "choose", 1),
        ("M14 9AA", "choose", 1),
        ("M14", "choose", 1),
        ("BT1 5GS", "choose", 1),
        ("JE2 3AB", "none", 1),
        ("GY1 1AA", "none", 1),
        ("IM1 1AA", "none", 1),
        ("BF1 3AD", "invalid", 2),
        ("GIR 0AA", "invalid", 2),
        ("", "invalid", 2),
        ("12345", "invalid", 2),
        ("HELLO", "invalid", 2),
        ("x" * 10_000, "invalid", 2),
        ("\N{GRINNING FACE}", "invalid", 2),
        ("\0", "invalid", 2),
    ],
)
def test_status_and_exit_status_agree(typed: str, status: str, exit_code: int) -> None:
    result = lookup("--json", typed)
    fields = json.loads(result.stdout)
    assert (fields["status"], result.exit_code) == (status, exit_code)
    assert list(fields) == FIELDS
    assert (fields["mp"] is None) == (exit_code > 0)
    assert bool(fields["candidates"]) == (status == "choose")


def test_a_postcode_may_be_several_words_or_none() -> None:
    assert "Manchester Rusholme" in lookup("M14", "5TP").stdout
    result = lookup()
    assert result.exit_code == 2
    assert "Type your postcode" in result.stdout


def test_an_answer_for_people_shows_the_mp_and_the_tables_date() -> None:
    shown = lookup("M14 5TP").stdout
    for part in ("Afzal Khan MP (Labour)", "afzal.khan.mp@parliament.uk", "Dear Afzal Khan,"):
        assert part in shown
    assert "As of 27 June 2026" in shown


def test_an_mp_without_an_email_is_said_to_have_none() -> None:
    assert "no email on record" in lookup("WC1H 8AA").stdout
    assert json.loads(lookup("--json", "WC1H 8AA").stdout)["mp"]["email"] is None


def test_offices_and_candidates_are_shown() -> None:
    assert "Office: Prime Minister" in lookup("WN2 3AA").stdout
    assert "E14001354  Manchester Withington" in lookup("M14").stdout


def test_a_postcode_is_never_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        lookup("M14 5TP")
        lookup("not a postcode at all")
    assert caplog.records == []


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stdout.split()}


@pytest.mark.parametrize(
    "statement",
    [
        "import letterwriter.postcodes.lookup, letterwriter.parliament.members",
        "import letterwriter.postcodes.sector_table, letterwriter.parliament.members_file",
        "import letterwriter.files.messages",
        "import letterwriter.commands.lookup",
    ],
)
def test_answering_a_postcode_needs_no_web_framework(statement: str) -> None:
    assert loaded_by(statement).isdisjoint({"flask", "werkzeug", "jinja2", "wtforms", "typst"})


def test_the_command_line_loads_only_the_command_asked_for() -> None:
    loaded = loaded_by(
        "from letterwriter.cli import main\n"
        "try: main(['lookup', '--json', 'M14 5TP'])\n"
        "except SystemExit: pass"
    )
    assert loaded.isdisjoint({"flask", "typst"})


def test_help_names_the_commands_and_an_unknown_one_is_refused() -> None:
    assert "lookup" in CliRunner().invoke(main, ["--help"]).stdout
    result = CliRunner().invoke(main, ["nonsense"])
    assert result.exit_code == 2
    assert "No such command" in result.stderr


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(main, ["--version"]).exit_code == 0


@pytest.mark.parametrize("typed", ["M14 5TP", "M14 5ZZ"])
def test_an_answer_offers_the_constituencies_nearby_in_case_it_is_not_theirs(typed: str) -> None:
    last = lookup(typed).stdout.splitlines()[-1]
    assert last.startswith("Not your MP?")
    assert "Manchester Central" in last


@pytest.mark.parametrize("typed", [["in", "M14"], ["Manchester", "M14", "STP"], ["(L43)"]])
def test_what_was_read_is_said_where_it_differs_from_what_was_typed(typed: list[str]) -> None:
    assert lookup(*typed).stdout.startswith("We read that as ")
    assert "We read" not in lookup("m14", "5tp").stdout
