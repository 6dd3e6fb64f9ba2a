"""A stylesheet as a list of rules, with what is wrong in the sheet as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import tinycss2

from tools.old_browsers.newer_styles import AT_RULES

Node = Any  # of tinycss2, which comes without types
Finding = tuple[int, str, str]  # line, what, mend


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with selectors, and where it stands."""

    selectors: list[str]
    prelude: list[Node]
    line: int
    declarations: list[Node]

    def has(self, name: str) -> bool:
        """Whether a property is set here."""
        return any(one.lower_name == name for one in self.declarations)


@dataclass(slots=True)
class Sheet:
    """All rules in their order, but for those within ``@supports``, which may hold what is new."""

    rules: list[Rule] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, code: str) -> "Sheet":
        """Read a stylesheet; what is not CSS is among the findings."""
        sheet = cls()
        sheet._add(tinycss2.parse_stylesheet(code, skip_comments=True, skip_whitespace=True))
        return sheet

    def displays(self, selector: str) -> set[str]:
        """What ``display`` is for a selector, in all rules that name just that one."""
        return {
            text(one.value)
            for rule in self.rules
            for one in rule.declarations
            if selector in rule.selectors and one.lower_name == "display"
        }

    def _add(self, nodes: list[Node]) -> None:
        for node in nodes:
            if node.type == "error":
                self._not_css(node)
            elif node.type == "qualified-rule":
                self.rules.append(self._rule(node))
            else:
                self.findings += _in_at_rule(node)
                if node.content and node.lower_at_keyword == "media":
                    self._add(_blocks(node))

    def _rule(self, node: Node) -> Rule:
        declarations = []
        for one in _blocks(node):
            if one.type == "declaration":
                declarations.append(one)
            elif one.type == "error":
                self._not_css(one)
            else:
                self.findings.append(
                    (one.source_line, "a rule within a rule", "write its selector out")
                )
        selectors = [part.strip() for part in text(node.prelude).split(",")]
        return Rule(selectors, node.prelude, node.source_line, declarations)

    def _not_css(self, node: Node) -> None:
        mend = "look for a bracket, a colon or a semicolon that is missing"
        self.findings.append((node.source_line, "not CSS", mend))


def text(tokens: list[Node]) -> str:
    """Tokens as they were written, with single spaces."""
    return " ".join(tinycss2.serialize(tokens).split())


def every(tokens: list[Node]) -> Iterator[Node]:
    """All tokens, those within brackets and functions too."""
    for token in tokens:
        yield token
        yield from every(getattr(token, "content", None) or getattr(token, "arguments", None) or [])


def _blocks(node: Node) -> list[Node]:
    blocks: list[Node] = tinycss2.parse_blocks_contents(
        node.content, skip_comments=True, skip_whitespace=True
    )
    return blocks


def _in_at_rule(node: Node) -> Iterator[Finding]:
    name = node.lower_at_keyword
    if name in AT_RULES:
        yield node.source_line, f"@{name}", AT_RULES[name]
    if name == "media" and any(one in ("<", ">") for one in every(node.prelude)):
        yield node.source_line, "a comparison in @media", "write min-width or max-width"
