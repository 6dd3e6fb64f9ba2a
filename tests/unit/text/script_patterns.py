"""Finds every pattern in the scripts themselves, and tells it as Python would.

They are tried with ``re``, since it has none of the short cuts by which newest browsers hide what
keeps older ones busy.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from letterwriter.paths import STATIC
from tests.slow_patterns import Found

_SCRIPTS = STATIC / "js"
_PARSER = Parser(Language(tree_sitter_javascript.language()))

# JavaScript's classes as Python has them, near enough to make texts from.
_LIKENESS = {
    r"\p{L}": "a-zé",
    r"\p{Nd}": "0-9",
    r"\p{N}": "0-9",
    r"\p{Mn}": "\u0301\u0323",
    r"\p{Me}": "\u20dd",
    r"\p{M}": "\u0301\u0323",
    r"\p{Cf}": "\u200b",
    r"\p{P}": ".,!",
    r"\p{S}": "+£",
    r"\p{Cc}": "\x07",
    r"\p{Zs}": " \u00a0",
    r"\p{Pd}": "–—",
}
_TOKEN = re.compile(r"\\p\{\w+\}|\\u\{[0-9a-f]+\}|\\k<\w+>|\\.|\[\^\]|\(\?<(?![=!])|.", re.DOTALL)


def scripts() -> list[Path]:
    """Every script that is ours."""
    return [file for file in sorted(_SCRIPTS.rglob("*.js")) if "vendor" not in file.parts]


def written() -> Iterator[Found]:
    """The patterns between slashes, as Python would have them."""
    for file in scripts():
        for node in _nodes(file):
            if node.type == "regex":
                flags = re.IGNORECASE if "i" in _text(node, "flags") else 0
                yield Found(_where(file, node), _alike(_text(node, "pattern")), flags)


def made() -> set[str]:
    """The scripts that make a pattern from text as they run."""
    return {
        str(file.relative_to(_SCRIPTS))
        for file in scripts()
        for node in _nodes(file)
        if node.type == "identifier" and node.text == b"RegExp"
    }


def _nodes(file: Path) -> Iterator[Node]:
    """Every node of a script, each before what is in it."""
    waiting = [_PARSER.parse(file.read_bytes()).root_node]
    assert not waiting[0].has_error, file
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.children)


def _text(node: Node, part: str) -> str:
    """A part of a pattern; empty where there is none."""
    found = node.child_by_field_name(part)
    return (found.text or b"").decode() if found else ""


def _where(file: Path, node: Node) -> str:
    return f"{file.relative_to(_SCRIPTS)}:{node.start_point.row + 1}"


def _alike(source: str) -> str:
    """A pattern of Python's that goes through much the same."""
    written, in_set = "", False
    for token in _TOKEN.findall(source):
        if token in _LIKENESS:
            written += _LIKENESS[token] if in_set else f"[{_LIKENESS[token]}]"
        elif token.startswith(r"\u{"):
            written += re.escape(chr(int(token[3:-1], 16)))
        elif token.startswith(r"\k<"):
            written += f"(?P={token[3:-1]})"
        else:
            written += {"[^]": ".", "(?<": "(?P<"}.get(token, token)
            in_set = token == "[" or (in_set and token != "]")
    return written
