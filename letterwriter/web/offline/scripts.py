"""One script out of a module and all that it imports: a page fetches one file and not fifty.

Each module becomes a function, called once, after those that it imports from. Browsers
that fetch modules one by one (old iPads know no ``modulepreload``) would take as many rounds
as the modules are deep. See docs/adr/0018-scripts-joined-when-served.md.
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Final

_IMPORT: Final = re.compile(  # and what is passed on, with "export"
    r"^(?P<verb>import|export) (?:\* as (?P<whole>\w+)|\{(?P<names>[^}]*)\})"
    r" from '(?P<path>\.[^']+)';$",
    re.MULTILINE,
)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_OTHER: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_NAME: Final = re.compile(r"\$\w+")  # what _name makes


def joined(sources: Mapping[str, bytes], first: str, *later: str) -> list[bytes]:
    """The module ``first`` with all that it imports, and each ``later`` with what it needs besides.

    ``sources`` are scripts by their paths. The later ones import from the first what
    both need; all lie side by side. Raises `ValueError` for what it cannot join.
    """
    parts: dict[str, str] = {}
    _add(first, sources, parts, ())
    added = [_besides(each, sources, parts) for each in later]
    wanted = [_shared(parts, script) for script in added]
    scripts = [
        f"import {{ {', '.join(names)} }} from './start.js';\n\n{script}"
        for names, script in zip(wanted, added, strict=True)
    ]
    names = ", ".join(name for name in map(_name, parts) if any(name in each for each in wanted))
    exports = f"\nexport {{ {names} }};\n" if later else ""
    return [each.encode() for each in ("\n".join(parts.values()) + exports, *scripts)]


def _besides(path: str, sources: Mapping[str, bytes], parts: Mapping[str, str]) -> str:
    """What a module needs that is not among these parts."""
    whole = dict(parts)
    _add(path, sources, whole, ())
    return "\n".join(part for path, part in whole.items() if path not in parts)


def _shared(parts: Mapping[str, str], script: str) -> list[str]:
    """The names of the parts that a script asks for."""
    asked = set(_NAME.findall(script))
    return [name for name in map(_name, parts) if name in asked]


def _add(
    path: str, sources: Mapping[str, bytes], parts: dict[str, str], within: tuple[str, ...]
) -> None:
    if path in within:
        raise ValueError(f"{path} imports itself, by way of {within[-1]}")
    if path in parts:
        return
    source = sources[path].decode()
    for found in _IMPORT.finditer(source):
        _add(_beside(path, found["path"]), sources, parts, (*within, path))
    parts[path] = _as_function(path, source)


def _as_function(path: str, source: str) -> str:
    exports = ", ".join([*_EXPORT.findall(source), *_passed_on(path, source)])
    body = _IMPORT.sub(lambda found: _taken(path, found), _EXPORT.sub("", source))
    if other := _OTHER.search(body):
        raise ValueError(f"{path}: cannot join {other[0]!r}")
    body = "".join(f"{line}\n" for line in map(_code, body.splitlines()) if line)
    for line in body.splitlines():
        if line.count("`") % 2:
            raise ValueError(f"{path}: a text over several lines may look like a comment: {line}")
    return f"const {_name(path)} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"


def _code(line: str) -> str:
    """A line without its indent and its remark: a fifth of a script. Empty where that is all.

    What has a quote after the slashes may be within a text, and stays.
    """
    whole = line.strip()
    if whole.startswith("//"):
        return ""
    code, _, remark = whole.rpartition(" // ")
    return whole if not code or {*"'\"`"} & {*remark} else code.rstrip()


def _passed_on(path: str, source: str) -> Iterator[str]:
    """What a module exports from another, each as "its name here: $the_module.its name there"."""
    for found in _IMPORT.finditer(source):
        if found["verb"] == "export" and found["names"]:
            for names in found["names"].split(","):
                name, _, called = names.strip().partition(" as ")
                yield f"{called or name}: {_name(_beside(path, found['path']))}.{name}"


def _taken(path: str, found: re.Match[str]) -> str:
    if found["verb"] == "export":
        return ""
    names = found["whole"] or f"{{{re.sub(r' as ', ': ', found['names'])}}}"
    return f"const {names} = {_name(_beside(path, found['path']))};"


def _beside(path: str, relative: str) -> str:
    return normpath(join(dirname(path), relative))


def _name(path: str) -> str:
    """A name for a module within the joined script."""
    return "$" + re.sub(r"\W", "_", path.rpartition("static/js/")[2])
