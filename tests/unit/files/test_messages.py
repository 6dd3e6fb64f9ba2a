"""Messages are asked for by keys that their files have, with all that their slots need."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import letterwriter
from letterwriter.files.messages import message, messages
from letterwriter.paths import TEMPLATES
from letterwriter.text.passage import slots_of

_FILES: Final = {path.stem for path in (TEMPLATES / "words").glob("*.toml")}
_ASKING: Final = ("message", "messages", "word_lists", "word_tables")


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """The calls of these functions in the package, each with its place."""
    for path in Path(letterwriter.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="message" | "messages" | "word_lists" | "word_tables")
                ):
                    yield f"{path.name}:{node.lineno}", node


def test_every_message_that_is_asked_for_by_its_key_is_there_and_is_filled() -> None:
    seen = 0
    for place, call in _calls():
        match call.args:
            case [ast.Constant(value=str() as file), ast.Constant(value=str() as key)]:
                seen += 1
                assert key in messages(file), place
                given = {keyword.arg for keyword in call.keywords}
                assert slots_of(messages(file)[key]) == given or None in given, place
    assert seen > 100


def test_every_file_of_words_is_used() -> None:
    named = {
        node.value for _, call in _calls() for node in call.args if isinstance(node, ast.Constant)
    }
    assert named >= _FILES


def test_what_fills_a_message_is_not_searched_for_slots() -> None:
    told = message("stack", "terminal-bad", line="{reason}", reason="{line}")
    assert told == "line {reason}: {line}"


def test_an_unknown_key_and_a_missing_slot_are_faults() -> None:
    with pytest.raises(KeyError):
        message("stack", "no-such-key")
    with pytest.raises(KeyError):
        message("stack", "terminal-bad", line="7")
