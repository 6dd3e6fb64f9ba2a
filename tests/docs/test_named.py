"""What documents name is there: files, links, headings, functions, make's targets, commands."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import click
import pytest

from letterwriter.cli import main
from letterwriter.web import create_app
from letterwriter.web.environment import KNOWN
from letterwriter.web.settings import Settings
from tests.docs.places import DOCUMENTS, FILES, FOLDERS, ROOT, STARTS, is_there

PATH: Final = re.compile(r"[\w.<>*-]+(?:/[\w.<>*-]+)*/?")
OURS: Final = tuple(  # a path within one of these is one of ours, whatever it ends with
    f"{folder.removeprefix(start)}/"
    for start in STARTS[:2]
    for folder in FOLDERS
    if folder.startswith(start) and folder.count("/") == start.count("/")
)
ENDS: Final = re.compile(r".*(?:/|\.(?:conf|css|csv|html|ics|js|json|md|py|toml|txt|typ))")
ELSEWHERE: Final = re.compile(  # in an operator's folders, in an archive, or made by a program
    r"instance/|var/|multi_csv|contacts\.csv|edition\.json|postcodes_ended\.csv|\.venv/|_share/|people\.csv"
    r"|site-packages|to-fix\.csv|postcodes\.csv|(?:start|campaign|seats)\.json|areas/|[A-Z]{1,2}\.json"
)
IN_CODE: Final = re.compile(r"`([^`\n]+)`")
ADDRESS: Final = re.compile(r"`(/(?!etc/|dev/)[a-z][^`# ]*)")  # of the site
MEMBER: Final = re.compile(r"([A-Za-z]\w*)\.([a-z][a-z0-9_]*)(?:\(\))?")  # of a class or a module
LINK: Final = re.compile(r"\]\(([^)\s]+)\)")
HEADING: Final = re.compile(r"^#+ (.+)$", re.MULTILINE)
PYTHON: Final = {
    Path(name): (ROOT / name).read_text("utf-8")
    for name in FILES
    if name.startswith("letterwriter/") and name.endswith(".py")
}
ROUTES: Final = create_app(Settings()).url_map

named = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=[path.relative_to(ROOT).as_posix() for path in DOCUMENTS]
)


@named
def test_every_file_that_is_named_is_there(document: Path) -> None:
    missing = [path for path in _paths(document.read_text("utf-8")) if not is_there(path)]
    assert not missing, f"{document.name} names what is not there: {', '.join(missing)}"


@named
def test_every_function_that_is_named_with_its_place_is_there(document: Path) -> None:
    for code in IN_CODE.findall(document.read_text("utf-8")):
        found = MEMBER.fullmatch(code)
        if found and not ENDS.fullmatch(code) and not find_spec(found[1]):
            assert _has_member(found[1], found[2]), f"{document.name} names {code}"


@named
def test_every_link_leads_somewhere(document: Path) -> None:
    for link in LINK.findall(document.read_text("utf-8")):
        path, _, heading = link.partition("#")
        if ":" not in path:
            to = (document.parent / path).resolve() if path else document
            assert to.exists(), f"{document.name} links to {link}"
            assert not heading or heading in _anchors(to), f"{document.name} links to {link}"


@named
def test_every_address_that_is_named_is_the_sites_own(document: Path) -> None:
    for address in ADDRESS.findall(document.read_text("utf-8")):
        assert _is_route(address), f"{document.name} names {address}"


@named
def test_every_target_of_make_is_in_the_makefile(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    asked = set(re.findall(r"(?:`|^    )make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE))
    assert asked <= targets


@named
def test_every_command_and_option_is_the_programs_own(document: Path) -> None:
    for line in _commands(document.read_text("utf-8")):
        command, options = _command(line.split())
        known = {name for parameter in command.params for name in parameter.opts} | {"--help"}
        assert options <= known, f"{document.name}: letterwriter {line}"


@named
def test_every_option_in_a_table_is_some_commands(document: Path) -> None:
    known = {name for command in _all_commands(main) for one in command.params for name in one.opts}
    rows = re.findall(r"^\| `(--[a-z-]+)", document.read_text("utf-8"), re.MULTILINE)
    assert set(rows) <= known


def test_the_readme_lists_every_setting() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(KNOWN)


def _paths(text: str) -> Iterator[str]:
    for path in IN_CODE.findall(text):
        is_path = path.startswith(OURS) or ENDS.fullmatch(path)
        if is_path and PATH.fullmatch(path) and not ELSEWHERE.search(path):
            yield path


def _is_route(address: str) -> bool:
    """Whether the site answers there; ``<id>`` is anything, "..." and "/" a beginning."""
    filled = re.sub("<[a-z]+>", "x", address)
    if any(ROUTES.bind("").test(filled, method) for method in ("GET", "POST")):
        return True
    start = re.sub("<[a-z]+>", "<>", address).removesuffix("...")
    rules = (re.sub("<[a-z:]+>", "<>", rule.rule) for rule in ROUTES.iter_rules())
    return start.endswith("/") and any(rule.startswith(start) for rule in rules)


def _has_member(place: str, name: str) -> bool:
    """Whether a class or a module of ours has a function or value of this name."""
    heading = re.compile(rf"^class {place}\b", re.MULTILINE)
    own = re.compile(rf"^ *(?:def {name}\(|{name}\b *[:=])", re.MULTILINE)
    return any(
        own.search(text)
        for path, text in PYTHON.items()
        if path.stem == place or heading.search(text)
    )


def _anchors(path: Path) -> set[str]:
    """The headings of a document as GitHub makes addresses of them."""
    headings = HEADING.findall(path.read_text("utf-8"))
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


def _commands(text: str) -> Iterator[str]:
    for found in re.finditer(r"(?:`|    |/bin/)letterwriter ([a-z][^`\n#|]*)", text):
        yield found[1]


def _all_commands(group: click.Group) -> Iterator[click.Command]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield command
        if isinstance(command, click.Group):
            yield from _all_commands(command)


def _command(words: list[str]) -> tuple[click.Command, set[str]]:
    """The command that some words call, and the options among them."""
    command: click.Command = main
    for word in words:
        if not isinstance(command, click.Group):
            break
        found = command.get_command(click.Context(command), word)
        assert found is not None, f"there is no command {word!r} in {' '.join(words)!r}"
        command = found
    return command, {word for word in words if word.startswith("--")}
