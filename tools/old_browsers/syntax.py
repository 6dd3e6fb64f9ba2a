"""JavaScript as a tree, by the vendored parser acorn, and patterns as text."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import dukpy

_ACORN = Path(__file__).parents[1] / "vendor" / "acorn" / "acorn.js"
_PARSE = """(function () {
    try {
        var options = { ecmaVersion: 2018, sourceType: dukpy.kind, locations: true };
        return { tree: acorn.parse(dukpy.text, options) };
    } catch (fault) {
        if (!fault.loc) throw fault;
        return { fault: fault.message, line: fault.loc.line };
    }
})()"""

Node = dict[str, Any]  # of the tree, as acorn has it


def parsed(code: str, kind: str) -> dict[str, Any]:
    """{tree}, or {fault, line} for what is not ES2018; ``kind`` is "module" or "script"."""
    read: dict[str, Any] = _engine().evaljs(_PARSE, text=code, kind=kind)
    return read


@cache
def _engine() -> Any:
    engine = dukpy.JSInterpreter()
    engine.evaljs(_ACORN.read_text(encoding="utf-8") + "\n;0")
    return engine


def nodes(node: Any) -> Iterator[Node]:
    """A tree's nodes, without the names of properties, which are no references."""
    if isinstance(node, list):
        for one in node:
            yield from nodes(one)
    elif isinstance(node, dict) and "type" in node:
        yield node
        name = {"MemberExpression": "property", "Property": "key", "MethodDefinition": "key"}
        for field, value in node.items():
            if field != name.get(node["type"]) or node["computed"]:
                yield from nodes(value)


def looks_behind(pattern: str) -> bool:
    """Whether a pattern holds ``(?<=`` or ``(?<!``, other than escaped or in a set."""
    in_set = False
    at = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] in "[]":
            in_set = pattern[at] == "["
        elif not in_set and pattern.startswith(("(?<=", "(?<!"), at):
            return True
        at += 1
    return False
