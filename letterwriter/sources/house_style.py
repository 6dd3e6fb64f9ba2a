"""What a campaign's words must not say, from the spelling list and the campaign's never.toml."""

from pathlib import Path

from letterwriter.domain.fault import Fault, FaultyFiles
from letterwriter.domain.house_style import Banned, HouseStyle
from letterwriter.sources.toml_tables import read_toml
from letterwriter.sources.words import words


def load_house_style(folder: Path) -> HouseStyle:
    """The spellings and undated words for every campaign, and what the one in this folder bans.

    A campaign without a ``never.toml`` bans nothing. Raises FaultyFiles.
    """
    undated = (Banned(phrase, mend) for phrase, mend in words("undated").items())
    return HouseStyle(words("spelling"), _banned(folder / "never.toml"), tuple(undated))


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
