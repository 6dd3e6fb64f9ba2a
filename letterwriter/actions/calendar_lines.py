"""A calendar's text to lines that know where they stand, and to its events.

The library reads one event at a time from these: so a mistake is told by its line, and
nothing of a file but its events gets any further.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_LINE: Final = re.compile(r'([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)')
_PARAMETER: Final = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^;"]*)')


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A line as it means, with what was folded put together; ``number`` counts from 1."""

    number: int
    name: str  # in capitals
    parameters: dict[str, str]  # names in capitals, values without quotation marks
    value: str

    def text(self) -> str:
        """The line as a calendar has it."""
        given = "".join(f";{name}={_quoted(value)}" for name, value in self.parameters.items())
        return f"{self.name}{given}:{self.value}"


@dataclass(slots=True)
class EventLines:
    """One event: the line where it begins, and its own lines, without those of alarms."""

    number: int
    lines: list[ContentLine] = field(default_factory=list)

    def named(self, name: str) -> list[ContentLine]:
        """Its lines of a name."""
        return [line for line in self.lines if line.name == name]


class WrongLine(ValueError):
    """A line that no calendar can have; ``key`` names the sentence that says so."""

    def __init__(self, number: int, key: str, **slots: str) -> None:
        super().__init__(key)
        self.number, self.key, self.slots = number, key, slots


def _quoted(value: str) -> str:
    return f'"{value}"' if set(value) & set(",;:") else value


def content_lines(content: str) -> Iterator[ContentLine]:
    """The lines of a calendar; raises WrongLine."""
    for number, text in _unfolded(content):
        found = _LINE.fullmatch(text)
        if not found:
            raise WrongLine(number, "no-line")
        parameters = {
            name.upper(): value.strip('"') for name, value in _PARAMETER.findall(found[2])
        }
        yield ContentLine(number, found[1].upper(), parameters, found[3])


def _unfolded(content: str) -> Iterator[tuple[int, str]]:
    number, text = 0, ""
    for i, line in enumerate(re.split(r"\r\n|\n|\r", content), 1):
        if line[:1] in (" ", "\t") and text:
            text += line[1:]
            continue
        if text.strip():
            yield number, text
        number, text = i, line
    if text.strip():
        yield number, text


def events_of(lines: list[ContentLine]) -> list[EventLines]:
    """The events, in the order of the file; raises WrongLine where parts overlap."""
    within: list[ContentLine] = []
    events: list[EventLines] = []
    for line in lines:
        if line.name == "END":
            if not within or within.pop().value.upper() != line.value.upper():
                raise WrongLine(line.number, "ends-wrongly", what=line.value)
            continue
        if line.name == "BEGIN":
            within.append(line)
        elif not within:
            raise WrongLine(line.number, "no-calendar")
        if _path(within) == ("VCALENDAR", "VEVENT"):
            _take(line, events)
    if within:
        raise WrongLine(within[-1].number, "no-end", what=within[-1].value)
    return events


def _take(line: ContentLine, events: list[EventLines]) -> None:
    if line.name == "BEGIN":
        events.append(EventLines(line.number))
    else:
        events[-1].lines.append(line)


def _path(within: list[ContentLine]) -> tuple[str, ...]:
    return tuple(line.value.upper() for line in within)
