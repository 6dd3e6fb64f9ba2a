"""Finds every pattern in the program itself, and whether it is searched for or only matched."""

import ast
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import letterwriter
from tests.slow_patterns import Found

_FUNCTIONS = frozenset(
    ("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A call whose pattern is only known when it runs."""

    where: str  # "letterwriter.parliament.offices.role_of_post"


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of the program, imported."""
    names = [one.name for one in pkgutil.walk_packages(letterwriter.__path__, "letterwriter.")]
    return tuple(map(import_module, names))


def held() -> Iterator[Found]:
    """The compiled patterns that modules and their classes hold, in collections too."""
    for module in modules():
        for name, value in vars(module).items():
            for pattern in _patterns(value):
                where = f"{module.__name__}.{name}"
                methods = _methods(name, value) if value is pattern else frozenset({"search"})
                yield Found(where, pattern.pattern, pattern.flags, methods)


def called() -> Iterator[Found | Unreadable]:
    """The patterns that are given to ``re``'s functions and to WTForms' ``Regexp``."""
    for module in modules():
        for function, call in _calls(_tree(module)):
            where = f"{module.__name__}{function}"
            try:
                pattern = _value(call.args[0], module)
                flags = [_value(one, module) for one in call.args[1:] if "re." in ast.unparse(one)]
                flags += [_value(one.value, module) for one in call.keywords if one.arg == "flags"]
            except NameError:
                yield Unreadable(where)
            else:
                method = call.func.attr if isinstance(call.func, ast.Attribute) else "search"
                yield Found(where, pattern, int(sum(flags)), frozenset({method}))


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, type) and value.__module__.startswith("letterwriter."):
        for own in vars(value).values():
            yield from _patterns(own) if not isinstance(own, type) else ()
    elif isinstance(value, Mapping):
        for own in value.values():
            yield from _patterns(own)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for own in value:
            yield from _patterns(own)


def _methods(name: str, value: object) -> frozenset[str]:
    """What is asked of a module's pattern anywhere; "passed" where it is handed on."""
    found: set[str] = set()
    for module in modules():
        if vars(module).get(name) is value:
            found |= _uses(module).get(name, set())
    return frozenset(found)


@cache
def _uses(module: ModuleType) -> dict[str, set[str]]:
    uses: dict[str, set[str]] = {}
    for node in ast.walk(_tree(module)):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load):
                method = node.attr if isinstance(node, ast.Attribute) else "passed"
                uses.setdefault(child.id, set()).add(method)
    return uses


def _calls(node: ast.AST, function: str = "") -> Iterator[tuple[str, ast.Call]]:
    """The calls that are given a pattern, each with the name of the function it stands in."""
    for child in ast.iter_child_nodes(node):
        inside = function
        if isinstance(child, (ast.FunctionDef, ast.ClassDef)):
            inside += f".{child.name}"
        if isinstance(child, ast.Call) and _is_given_a_pattern(child):
            yield inside, child
        yield from _calls(child, inside)


def _is_given_a_pattern(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    return name in {f"re.{one}" for one in _FUNCTIONS} or name.rpartition(".")[2] == "Regexp"


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(module.__file__ or "").read_text("utf-8"))


def _value(node: ast.expr, module: ModuleType) -> Any:
    """What an expression is at the module's level. Raises NameError for a function's own names."""
    code = compile(ast.Expression(node), "<pattern>", "eval")
    return eval(code, dict(vars(module)))  # our own source, and no other way is surer
