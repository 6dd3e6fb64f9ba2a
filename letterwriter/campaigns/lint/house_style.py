"""What a campaign's words must not say: spellings, and claims that do not hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.messages import messages
from letterwriter.files.toml_files import read_toml

_PER_CENT = re.compile(r"(?<!\s)\s*%")
_ANY = r"\S+(?:\s+\S+){0,4}"  # what a star stands for: one word to five


@dataclass(frozen=True, slots=True)
class Banned:
    """A phrase that no letter may print, and why.

    A star stands for one to five words: "80 per cent * favour". A phrase with
    a capital letter is found only as written ("* Hotel" is a named one); any
    other, in either case.
    """

    phrase: str
    reason: str

    def found_in(self, text: str) -> str:
        """The part of a text that the phrase fits; empty where there is none."""
        found = _pattern(self.phrase).search(_plain(text))
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Spellings to correct (American to British, in lower case) and phrases not to print.

    Those that are ``undated`` may stand where nothing goes into a letter:
    "recently" in a question is the writer's own time.
    """

    spelling: Mapping[str, str] = field(default_factory=dict)
    banned: tuple[Banned, ...] = ()
    undated: tuple[Banned, ...] = ()


def load_house_style(folder: Path) -> HouseStyle:
    """The spellings and undated words for every campaign, and what the one in this folder bans.

    A campaign without a ``never.toml`` bans nothing. Raises FaultyFiles.
    """
    undated = (Banned(phrase, reason) for phrase, reason in messages("undated").items())
    return HouseStyle(messages("spelling"), _banned(folder / "never.toml"), tuple(undated))


def _banned(path: Path) -> tuple[Banned, ...]:
    if not path.exists():
        return ()
    faults: list[Fault] = []
    top = read_toml(path, path.name, faults)
    top.only("never")
    banned: list[Banned] = []
    for table in top.tables("never"):
        table.only("phrases", "reason")
        reason = table.text("reason")
        banned += [Banned(phrase, reason) for phrase in table.texts("phrases") if phrase]
    if faults:
        raise FaultyFiles(faults)
    return tuple(banned)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    parts = _plain(phrase).split()
    pattern = r"\s+".join(_ANY if part == "*" else re.escape(part) for part in parts)
    flags = 0 if any(map(str.isupper, phrase)) else re.IGNORECASE
    return re.compile(rf"(?<!\w){pattern}(?!\w)", flags)


@lru_cache(maxsize=1000)
def _plain(text: str) -> str:
    """A text with straight apostrophes, and with "%" as words."""
    return _PER_CENT.sub(" per cent", text.replace("’", "'"))
