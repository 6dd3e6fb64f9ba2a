"""``letterwriter lookup --ask``: the service's answer, or ours and why."""

import json
import logging
from collections.abc import Iterator
from functools import partial

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.postcodes.outside_service import PostcodeService
from tests.postcode_service.faults import WRONG
from tests.postcode_service.server import Server, found, says, served


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with served() as server:
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setenv("LETTERWRITER_POSTCODE_SERVICE", server.address)
        patient = partial(PostcodeService, seconds=60)  # a slow machine is no fault of the service
        monkeypatch.setattr("letterwriter.commands.lookup.PostcodeService", patient)
        yield server


def lookup(*words: str) -> Result:
    return CliRunner().invoke(main, ["lookup", *words])


def test_northern_ireland_is_answered_by_the_service_and_said_to_be(server: Server) -> None:
    server.play = says(found("BT1 5GS", "N05000003"))
    result = lookup("--ask", "--json", "BT1 5GS")
    fields = json.loads(result.stdout)
    assert (fields["status"], result.exit_code) == ("found", 0)
    assert fields["constituency"]["name"] == "Belfast South and Mid Down"
    assert fields["message"].startswith("127.0.0.1 says that BT1 5GS is in")


def test_without_the_option_nobody_is_asked(server: Server) -> None:
    assert lookup("BT1 5GS").exit_code == 1
    assert lookup("--ask", "M14 5TP").exit_code == 0, "and not about what we know"
    assert server.asked == []


def test_when_the_service_fails_ours_is_printed_and_the_reason_is_told(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.play = WRONG["a web page"]
    with caplog.at_level(logging.DEBUG):
        result = lookup("--ask", "M14 5ZZ")
    assert result.exit_code == 0
    assert "best guess" in result.stdout
    assert "got no answer that we can use" in result.stderr
    assert "M14" not in caplog.text


@pytest.mark.parametrize("value", ["", "http://api.postcodes.io"])
def test_asking_needs_an_address_to_ask(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("LETTERWRITER_POSTCODE_SERVICE", value)
    result = lookup("--ask", "M14 5ZZ")
    assert result.exit_code == 2
    assert "LETTERWRITER_POSTCODE_SERVICE is" in result.stderr
    assert "https://" in result.stderr
