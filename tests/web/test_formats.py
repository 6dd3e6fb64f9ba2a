"""A format that a letter can be saved in is known wherever letters are handed over."""

import importlib.util
import json
from datetime import date
from types import ModuleType

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from letterwriter.documents import formats
from letterwriter.documents.formats import FORMATS, Delivery, Format
from letterwriter.files.messages import messages
from letterwriter.letters.letter import Letter
from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from tests.web.visitor import Visitor
from tests.web.walking import sending

STORY = "I meet families at our drop-in every Tuesday."


def shouted(letter: Letter, _: Delivery) -> bytes:
    return letter.name.upper().encode()


TOY = Format("toy", "toy", "text/x-toy", "save-text", shouted, for_paper=False)


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """Of a site with one format more."""
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, TOY))
    return create_app(Settings(today=date(2026, 11, 22))).test_client()


def on_the_send_page(client: FlaskClient) -> Visitor:
    return sending(Visitor(client), "Print it", **{"story-befriend": STORY})


def test_another_format_has_a_button_and_an_address(client: FlaskClient) -> None:
    button = messages("formats")[TOY.label]
    visitor = on_the_send_page(client).press(button, nth=1)  # after that of the text itself
    assert visitor.answer.data == b"AMINA YUSUF"
    assert visitor.answer.content_type.startswith(TOY.media_type)
    assert "letter-to-my-mp.toy" in visitor.answer.headers["Content-Disposition"]


def test_the_service_worker_knows_another_format(client: FlaskClient) -> None:
    line = client.get("/sw.js").text.partition("\n")[0]
    kept = json.loads(line.removeprefix("const KEPT = ").removesuffix(";"))
    lists = {".csv", ".xlsx", ".jsonl"}
    assert set(kept["downloads"]) == {".pdf", ".docx", ".txt", ".eml", ".toy"} | lists


def test_the_command_line_knows_another_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, TOY))
    command = loaded_anew("letterwriter.commands.letter").letter
    options = "--postcode", "M14 5TP", "--name", "Amina Yusuf", "--address", "1 High St, Leeds"
    result = CliRunner().invoke(command, [*options, "--story", STORY, "--format", "toy"])
    assert result.exit_code == 0
    assert result.stdout == "AMINA YUSUF"


def test_names_and_extensions_are_unlike_and_each_button_has_words() -> None:
    assert len({each.name for each in FORMATS}) == len({each.extension for each in FORMATS})
    assert len({each.name for each in FORMATS} - {"json"}) == len(FORMATS)
    assert {each.label for each in FORMATS} == messages("formats").keys()


def loaded_anew(name: str) -> ModuleType:
    """A second copy of a module, whose options are made anew."""
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
