"""Words for people stand in templates, templates/words and campaigns, never in code."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

import letterwriter
from tests.words_in_code import in_javascript, in_python

_CODE: Final = Path(letterwriter.__file__).parent
_FINDERS: Final = {".py": in_python, ".js": in_javascript}

# Where a sentence may stand, and who reads it; a folder stands for all that is in it.
_MAY: Final = {
    "commands": "helps and answers of commands, read by those who run them",
    "web/environment.py": "what is wrong with a setting, read by whoever runs the site",
    "web/limits/proxies.py": "what the log says of proxies, read by whoever runs the site",
    "static/js/transfer/dictionary.js": "what letters often say, to pack them by; no page shows it",
}


def _files() -> Iterator[Path]:
    for path in sorted(_CODE.rglob("*")):
        if path.suffix in _FINDERS and "vendor" not in path.parts:
            yield path


def _found() -> Iterator[tuple[str, str]]:
    """Each sentence with its file, from the package's folder on."""
    for path in _files():
        name = path.relative_to(_CODE).as_posix()
        for line, sentence in _FINDERS[path.suffix](path.read_text("utf-8")):
            yield name, f"{name}:{line}: {sentence}"


def _place_that_may(name: str) -> str:
    return next((may for may in _MAY if name == may or name.startswith(f"{may}/")), "")


def test_code_holds_no_sentence_for_people() -> None:
    assert [told for name, told in _found() if not _place_that_may(name)] == []


def test_every_exception_is_needed() -> None:
    assert {_place_that_may(name) for name, _ in _found()} - {""} == _MAY.keys()


def test_a_form_gives_its_fields_no_labels() -> None:
    """A label stands where the template draws its field; WTForms takes it as the first argument."""
    labelled = []
    for path in (_CODE / "web").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str()), *_]):
                    labelled += [f"{path.name}:{node.lineno}"] if name.endswith("Field") else []
    assert labelled == []


_SENTENCE: Final = "Type your full name, as you sign letters."


@pytest.mark.parametrize(
    ("find", "code"),
    [
        (in_python, f'error = ValueError("{_SENTENCE}")'),
        (in_python, 'say("Type your full name, " "as you sign letters.")'),
        (in_python, 'say("Type your full " + kind + " name here.")'),
        (in_python, 'say(f"Type your {kind} name, {as_you} sign. Go on.")'),
        (in_python, f'KEYS = ["{_SENTENCE}"]'),
        (in_python, 'def f():\n    """Doc."""\n    return "Is it right that you live here?"'),
        (in_javascript, f"say('{_SENTENCE}');"),
        (in_javascript, "const quoted = /[\"'`]/; say(`Type your ${kind} name, as you sign.`);"),
        (in_javascript, "say(`${shown ? `Type your full name, ${as} you sign.` : ''}`);"),
        (
            in_javascript,
            'const half = width / 2; // it\'s\nsay("Type your full name, right here!");',
        ),
    ],
)
def test_a_sentence_is_found(find: Callable[[str], list[tuple[int, str]]], code: str) -> None:
    assert len(find(code)) == 1


@pytest.mark.parametrize(
    ("find", "code"),
    [
        (in_python, f'"""{_SENTENCE}"""'),
        (in_python, f'def f():\n    """{_SENTENCE}"""'),
        (in_python, f"# {_SENTENCE}"),
        (in_python, f'log.warning("{_SENTENCE}")'),
        (in_python, 'message("answers", "no-name")'),
        (in_python, 'URL = "https://example.org/a/page/with/words?"'),
        (in_python, 'PATTERN = r"(?:mine|yours|his|her|its|ours)? \\w+ in the .*?"'),
        (in_javascript, f"// {_SENTENCE}\n/* {_SENTENCE}\n*/ say('short.');"),
        (in_javascript, "say('the table of constituencies has no end')"),
    ],
)
def test_what_nobody_reads_is_passed_over(
    find: Callable[[str], list[tuple[int, str]]], code: str
) -> None:
    assert find(code) == []
