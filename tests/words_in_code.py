"""Sentences that stand in code: five words or more and the end of a sentence.

Python is read by its syntax tree: docstrings and what goes to a log are passed over.
JavaScript by its literals: texts in quotation marks and templates, without comments.
"""

import ast
import re
from collections.abc import Iterator
from typing import Final

_FEWEST: Final = 5  # words
_END: Final = re.compile(r"(?<=\w[.?!])[”’\"')]*(?:\s+|$)")
_WORD: Final = re.compile(r"[“‘\"'(]?[^\W\d_]\S*")  # an address or a pattern is one at most
_LOGS: Final = {"debug", "info", "warning", "error", "exception", "critical"}
_FILLED: Final = "something"  # stands for what is put into a text


def sentences(text: str) -> list[str]:
    """The sentences of a text: what ends with a full stop or a mark, and has five words."""
    parts = _END.split(text)[:-1]  # after the last end there is no sentence
    return [part.strip() for part in parts if _count(part) >= _FEWEST]


def _count(part: str) -> int:
    return sum(1 for piece in part.split() if _WORD.fullmatch(piece))


def in_python(source: str) -> list[tuple[int, str]]:
    """The sentences of a module, each with its line."""
    texts = _python_texts(ast.parse(source))
    return [(line, found) for line, text in texts for found in sentences(text)]


def _python_texts(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.expr) and (text := _joined(node)):
        yield node.lineno, text
        return
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not is_docstring and not _is_logging(child):
            yield from _python_texts(child)


def _joined(node: ast.expr) -> str:
    """The text of a literal, of an f-string, or of several with plus between them."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=values):
            return "".join(_joined(value) or _FILLED for value in values)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            both = _joined(left), _joined(right)
            return "".join(text or _FILLED for text in both) if any(both) else ""
    return ""


def _is_logging(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr=name)):
            return name in _LOGS
    return False


def in_javascript(source: str) -> list[tuple[int, str]]:
    """The sentences of a script, each with its line."""
    script = _Script(source)
    script.code()
    return [
        (source.count("\n", 0, start) + 1, found)
        for start, text in script.texts
        for found in sentences(text)
    ]


_COMMENT: Final = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_TEXT: Final = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*\"""", re.DOTALL)
_PATTERN: Final = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+/")
_TEMPLATE: Final = re.compile(r"((?:\\.|(?!\$\{)[^`\\])*)(`|\$\{)", re.DOTALL)
_SPACE: Final = re.compile(r"\s+")
_OTHER: Final = re.compile(r"[\w$]+|.")
_BEFORE_A_PATTERN: Final = {"", "return", *"(,=:[!&|?{};+>"}  # after all else / divides


class _Script:
    """Reads a script from its start; ``texts`` are those so far, each with its place."""

    def __init__(self, source: str) -> None:
        self.texts: list[tuple[int, str]] = []
        self._source = source
        self._place = 0
        self._before = ""  # the last token

    def code(self, end: str = "") -> None:
        """Read on to the brace that ends this piece of code, or to the end of the script."""
        while self._place < len(self._source):
            if self._took(_COMMENT) or self._took(_SPACE):
                continue
            start = self._place
            self._before = self._text() or self._pattern() or self._took(_OTHER)
            if self._before == end:
                return
            if self._before == "{":
                self.code("}")
            elif self._before == "`":
                self._template(start)

    def _text(self) -> str:
        start = self._place
        if text := self._took(_TEXT):
            self.texts.append((start, text[1:-1]))
        return text

    def _pattern(self) -> str:
        return self._took(_PATTERN) if self._before in _BEFORE_A_PATTERN else ""

    def _template(self, start: int) -> None:
        text = ""
        while match := _TEMPLATE.match(self._source, self._place):
            self._place = match.end()
            text += match[1]
            if match[2] == "`":
                break
            text += _FILLED
            self._before = "{"
            self.code("}")
        self._before = "`"
        self.texts.append((start, text))

    def _took(self, kind: re.Pattern[str]) -> str:
        match = kind.match(self._source, self._place)
        self._place = match.end() if match else self._place
        return match[0] if match else ""
