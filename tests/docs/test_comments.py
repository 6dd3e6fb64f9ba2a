"""Docstrings and comments name files as documents do; a module that moves is named anew."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from typing import Final

import pytest

from tests.docs.places import FILES, ROOT, is_there

PATH: Final = re.compile(r"(?<![\w:/.*-])(?:[\w.<>*-]+/)+[\w.<>*-]+\.(?:html|js|md|py|toml|typ)\b")
NAMED: Final = re.compile(r"/[\w.<>*-]+\.(?:html|js|md|py|toml|typ)\b")
SCRIPTS: Final = sorted(
    name for name in FILES if name.endswith((".py", ".js")) and "/vendor/" not in name
)


@pytest.mark.parametrize("kind", [".py", ".js"])
def test_every_file_that_a_comment_names_is_there(kind: str) -> None:
    missing = [
        f"{name}: {path}"
        for name in SCRIPTS
        if name.endswith(kind)
        for text in _texts(name)
        for path in PATH.findall(text)
        if not is_there(path)
    ]
    assert not missing, "\n".join(missing)


def _texts(name: str) -> Iterator[str]:
    source = (ROOT / name).read_text("utf-8")
    return _of_python(source) if name.endswith(".py") else _of_javascript(source)


def _of_python(source: str) -> Iterator[str]:
    if not NAMED.search(source):  # most name none, and parsing takes time
        return
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def _of_javascript(source: str) -> Iterator[str]:
    yield from re.findall(r"(?:^|\s)//(.*)", source)
    yield from re.findall(r"/\*.*?\*/", source, re.DOTALL)
