"""JavaScript that an old iPad cannot read or run.

A real parser reads each file as ES2018; then its tree is walked for what the parser lets pass:
looking behind in patterns, and functions that came later. A name that the file asks about first
(``typeof name``, ``'name' in ...``) may be used.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from tools.old_browsers.complaint import Complaint
from tools.old_browsers.newer_scripts import CALLS, GLOBALS, MEMBERS, NAMESAKES, STATICS
from tools.old_browsers.syntax import Node, looks_behind, nodes, parsed

_LOOKING_BEHIND = (
    "",
    "a pattern that looks behind",
    "take the character before into the match",
)

# A name that a file may ask about before it uses it, or none; what it is; the mend.
Finding = tuple[str, str, str]


def complaints(file: Path, code: str) -> list[Complaint]:
    """All that an old iPad does not know, by line. A service worker (sw*.js) is no module."""
    read = parsed(code, "script" if file.name.startswith("sw") else "module")
    if "fault" in read:
        what = f"not JavaScript of 2018: {read['fault']}"
        return [Complaint(file, read["line"], what, "write it as it was written in 2018")]
    tree = list(nodes(read["tree"]))
    asked = {name for node in tree for name in _asked_about(node)}
    return sorted(
        (
            Complaint(file, node["loc"]["start"]["line"], what, mend)
            for node in tree
            for name, what, mend in _newer(node)
            if not name or name not in asked
        ),
        key=lambda complaint: complaint.line,
    )


def _asked_about(node: Node) -> Iterator[str]:
    """The name for which a file looks before it uses it."""
    if node["type"] == "UnaryExpression" and node["operator"] == "typeof":
        yield _last_name(node["argument"])
    elif node["type"] == "BinaryExpression" and node["operator"] == "in":
        yield str(node["left"].get("value"))


def _last_name(node: Node) -> str:
    """The name of a variable or of a property: "b" of ``a.b``."""
    if node["type"] == "MemberExpression" and not node["computed"]:
        node = node["property"]
    return str(node.get("name", ""))


def _newer(node: Node) -> Iterator[Finding]:
    """What is newer in this node itself."""
    look = _LOOKS.get(node["type"])
    return look(node) if look else iter(())


def _in_name(node: Node) -> Iterator[Finding]:
    if node["name"] in GLOBALS:
        yield node["name"], node["name"], GLOBALS[node["name"]]


def _in_member(node: Node) -> Iterator[Finding]:
    return _member(_last_name(node["object"]), _last_name(node))


def _in_declaration(node: Node) -> Iterator[Finding]:
    """``const { fromEntries } = Object``."""
    if node["id"]["type"] == "ObjectPattern" and node["init"]:
        for one in node["id"]["properties"]:
            yield from _member(
                _last_name(node["init"]), _last_name(one.get("key") or one["argument"])
            )


def _member(owner: str, name: str) -> Iterator[Finding]:
    if name in MEMBERS and (owner, name) not in NAMESAKES:
        yield name, f".{name}", MEMBERS[name]
    elif (owner, name) in STATICS:
        yield name, f"{owner}.{name}", STATICS[owner, name]


def _in_call(node: Node) -> Iterator[Finding]:
    name = _last_name(node["callee"])
    least, mend = CALLS.get(name, (0, ""))
    if mend and node["callee"]["type"] == "MemberExpression" and len(node["arguments"]) >= least:
        yield name, f".{name}()", mend
    if name == "RegExp" and any(looks_behind(str(one.get("value"))) for one in node["arguments"]):
        yield _LOOKING_BEHIND


def _in_literal(node: Node) -> Iterator[Finding]:
    if looks_behind(str(node.get("regex", {}).get("pattern", ""))):
        yield _LOOKING_BEHIND


_LOOKS: dict[str, Callable[[Node], Iterator[Finding]]] = {
    "CallExpression": _in_call,
    "Identifier": _in_name,
    "Literal": _in_literal,
    "MemberExpression": _in_member,
    "NewExpression": _in_call,
    "VariableDeclarator": _in_declaration,
}
