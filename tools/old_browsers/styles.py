"""CSS that an old iPad passes over.

What stands within ``@supports`` may be new, and so may a value when an older one for the same
property stands before it in the rule.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tools.old_browsers.complaint import Complaint
from tools.old_browsers.newer_styles import FUNCTIONS, KEYWORDS, PROPERTIES, SELECTORS, UNITS
from tools.old_browsers.sheet import Finding, Node, Rule, Sheet, every, text

_FOCUS = ":focus-visible"
_GAPS = ("gap", "row-gap", "column-gap")


def complaints(file: Path, code: str) -> list[Complaint]:
    """All that an old iPad passes over, by line."""
    sheet = Sheet.of(code)
    findings = sheet.findings
    for rule in sheet.rules:
        findings += _in_selectors(rule)
        findings += _focus(rule, sheet)
        findings += _in_declarations(rule)
        findings += _gaps(rule, sheet)
    return [Complaint(file, *finding) for finding in sorted(findings)]


def _in_selectors(rule: Rule) -> Iterator[Finding]:
    tokens = list(every(rule.prelude))
    for before, token in pairwise(tokens):
        name = getattr(token, "lower_value", None) or getattr(token, "lower_name", "")
        for selector in (f":{name}", f"::{name}"):
            if before == ":" and selector in SELECTORS:
                yield token.source_line, selector, SELECTORS[selector]


def _focus(rule: Rule, sheet: Sheet) -> Iterator[Finding]:
    """``:focus-visible`` drops its rule, so ``:focus`` wants one; in ``:not()`` that is meant."""
    new = [one for one in rule.selectors if _FOCUS in one.replace(f":not({_FOCUS})", "")]
    if new and len(new) < len(rule.selectors):
        yield rule.line, f"{_FOCUS} beside other selectors", "give it a rule of its own"
    known = {selector for other in sheet.rules for selector in other.selectors}
    for selector in new:
        old = selector.replace(_FOCUS, ":focus")
        if old not in known:
            yield rule.line, f"{selector} alone", f"write a rule for {old} before it"


def _in_declarations(rule: Rule) -> Iterator[Finding]:
    safe: set[str] = set()  # properties that have a value by now that every device knows
    for declaration in rule.declarations:
        name, line = declaration.lower_name, declaration.source_line
        if name in PROPERTIES:
            yield line, name, PROPERTIES[name]
        newer = list(_in_value(name, declaration.value))
        if not newer:
            safe.add(name)
        elif name not in safe:
            yield from ((line, what, mend) for what, mend in newer)


def _in_value(name: str, value: list[Node]) -> Iterator[tuple[str, str]]:
    for token in every(value):
        if token.type == "function" and token.lower_name in FUNCTIONS:
            yield f"{token.lower_name}()", FUNCTIONS[token.lower_name]
        if token.type == "dimension" and token.lower_unit in UNITS:
            yield f"the unit {token.lower_unit}", UNITS[token.lower_unit]
    keyword = text(value).lower()
    if (name, keyword) in KEYWORDS:
        yield f"{name}: {keyword}", KEYWORDS[name, keyword]


def _gaps(rule: Rule, sheet: Sheet) -> Iterator[Finding]:
    """Old iPads know ``gap`` in grids, and ``column-gap`` between columns of text."""
    grid = all(_is_grid(sheet.displays(selector)) for selector in rule.selectors)
    columns = rule.has("columns") or rule.has("column-count") or rule.has("column-width")
    for declaration in rule.declarations:
        name = declaration.lower_name
        if name in _GAPS and not grid and not (name == "column-gap" and columns):
            yield declaration.source_line, f"{name} outside a grid", "use margins, or display: grid"


def _is_grid(displays: set[str]) -> bool:
    return bool(displays & {"grid", "inline-grid"}) and not displays & {"flex", "inline-flex"}
