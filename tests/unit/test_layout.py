"""Where code stands: folders that one can look through, and one meaning for each public name."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[2] / "letterwriter"
FEWEST, MOST = 4, 14  # modules of a folder: fewer hide in the one above, more hide each other

# Folders of other sizes, and why.
OTHER_SIZES: Final = {
    "": "the subjects are folders; beside them stand the command's entry and the paths",
}
# Names that are one thing in several subjects, such as a protocol's, and why.
SAME_THING: Final[dict[str, str]] = {}


def _modules(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.py") if path.name != "__init__.py"]


def _folders() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("__init__.py")):
        yield path.parent.relative_to(PACKAGE).as_posix().removeprefix("."), path.parent


def _public_names(tree: ast.Module) -> Iterator[str]:
    """Names defined in a module, but for what a decorator registers: those are addresses."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(decorator_list=decorators) if any(map(_registers, decorators)):
                continue
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                names = [node.name]
            case ast.Assign():
                names = [each.id for each in node.targets if isinstance(each, ast.Name)]
            case ast.AnnAssign(target=ast.Name(id=name)):
                names = [name]
            case _:
                continue
        yield from (name for name in names if not name.startswith("_"))


def _registers(decorator: ast.expr) -> bool:
    """Whether it makes a view or a command of the function: ``@bp.get(...)``, say."""
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not isinstance(called, ast.Attribute):
        return False
    return called.attr in {"get", "post", "route", "command", "group"}


def _subjects_by_name() -> dict[str, set[str]]:
    subjects: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        subject, *rest = path.relative_to(PACKAGE).parts
        if rest:
            for name in _public_names(ast.parse(path.read_text("utf-8"))):
                subjects.setdefault(name, set()).add(subject)
    return subjects


def test_a_folder_holds_4_to_14_modules() -> None:
    sizes = {name: len(_modules(folder)) for name, folder in _folders()}
    wrong = {name: size for name, size in sizes.items() if not FEWEST <= size <= MOST}
    assert {name: size for name, size in wrong.items() if name not in OTHER_SIZES} == {}
    assert sorted(OTHER_SIZES.keys() - wrong.keys()) == [], "no exception any more: remove them"


def test_no_public_name_is_defined_in_two_subjects() -> None:
    several = {name: found for name, found in _subjects_by_name().items() if len(found) > 1}
    assert {name: found for name, found in several.items() if name not in SAME_THING} == {}
    assert sorted(SAME_THING.keys() - several.keys()) == [], "no exception any more: remove them"


def test_views_and_commands_may_have_the_names_of_what_they_give() -> None:
    registered = "@click.command()\ndef letter(): ...\n@bp.get('/')\ndef page(): ...\n"
    assert list(_public_names(ast.parse(registered + "@cache\ndef a(): ...\nB = 1"))) == ["a", "B"]
