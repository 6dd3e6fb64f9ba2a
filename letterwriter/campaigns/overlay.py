"""What a group lays over a campaign, in its own instance folder: who they are, and their colours.

In the folder ``campaigns`` there is one of the campaign's name, with a file of some of the
campaign's own keys and with the group's calendar.

So a newer version of the program, with newer words, takes nothing from the group. A folder of
another name is a whole campaign of their own.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.loading import (
    CAMPAIGN_FILE,
    PROMOTER,
    colours_of,
    layout_of,
    load_campaign,
)
from letterwriter.campaigns.promoter import Promoter
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.messages import message
from letterwriter.files.toml_files import Table, read_toml
from letterwriter.files.toml_lines import lines_of_keys, told_by_line
from letterwriter.files.whole_files import read_whole
from letterwriter.paths import CAMPAIGNS
from letterwriter.text.email import is_plain_email

OVERLAYS: Final = "campaigns"  # in the instance folder
EVENTS_FILE: Final = "events.ics"
_FILES: Final = (CAMPAIGN_FILE, EVENTS_FILE)
_KEYS: Final = (*PROMOTER, "poster_text", "layout", "hosts", "colours")
_IN_EVERY_CAMPAIGN: Final = "facts.toml"  # and in no overlay
_LARGEST: Final = 64 * 1024  # bytes
_Stamp = tuple[tuple[str, int, int, int], ...]


def overlay_folder(instance: Path, campaign_id: str) -> Path:
    """Where a group's own files for a campaign are."""
    return instance / OVERLAYS / campaign_id


def campaign_folders(instance: Path | None) -> dict[str, Path]:
    """Where each campaign is: those of the program, and whole ones of the operator's own."""
    ours = {path.parent.name: path.parent for path in sorted(CAMPAIGNS.glob(f"*/{CAMPAIGN_FILE}"))}
    folders = sorted((instance / OVERLAYS).glob("*")) if instance else []
    return ours | {
        folder.name: folder for folder in folders if folder.name not in ours and _is_whole(folder)
    }


def _is_whole(folder: Path) -> bool:
    """Whether it is a campaign rather than what is laid over one; not where nobody may look."""
    try:
        return (folder / _IN_EVERY_CAMPAIGN).exists()
    except OSError:
        return False


def operators_campaign(campaign_id: str, instance: Path | None) -> Campaign:
    """The campaign of this name with what the operator lays over it; raises FaultyFiles."""
    folder = campaign_folders(instance).get(campaign_id, CAMPAIGNS / campaign_id)
    if folder.parent != CAMPAIGNS:
        return _own(folder)
    campaign = load_campaign(folder)
    return laid_over(campaign, overlay_folder(instance, campaign_id)) if instance else campaign


def operators_campaigns(instance: Path | None) -> list[Campaign]:
    """All campaigns, each with what is laid over it; raises FaultyFiles."""
    try:
        ids = list(campaign_folders(instance))
        if instance:
            _refuse_strangers(instance / OVERLAYS, ids)
        return [operators_campaign(id_, instance) for id_ in ids]
    except OSError as error:
        raise FaultyFiles.unreadable(Path(error.filename or OVERLAYS), error) from None


def _own(folder: Path) -> Campaign:
    """A whole campaign of the operator's own, its faults told by their place in their folder."""
    try:
        return load_campaign(folder)
    except FaultyFiles as faulty:
        place = f"{OVERLAYS}/{folder.name}"
        told = (replace(fault, file=f"{place}/{fault.file}") for fault in faulty.faults)
        raise FaultyFiles(told) from None


def laid_over(campaign: Campaign, folder: Path) -> Campaign:
    """The campaign with the keys of the folder's ``campaign.toml`` in place of its own.

    Raises FaultyFiles with every mistake, by its line.
    """
    place = f"{OVERLAYS}/{folder.name}"
    faults = _unknown_files(folder, place)
    top, lines = _read(folder / CAMPAIGN_FILE, f"{place}/{CAMPAIGN_FILE}", faults)
    top.only(*_KEYS)
    own = campaign.promoter
    if not is_plain_email(top.text("contact", default="")) and top.values.get("contact"):
        top.wrong("contact", message("settings", "overlay-contact"))
    promoter = Promoter(**{key: top.text(key, default=getattr(own, key)) for key in PROMOTER})
    over = replace(
        campaign,
        promoter=promoter,
        poster_text=top.text("poster_text", default=campaign.poster_text),
        layout=layout_of(top) if "layout" in top.values else campaign.layout,
        hosts=top.texts("hosts") if "hosts" in top.values else campaign.hosts,
        colours=colours_of(top) or campaign.colours,
    )
    if faults:
        raise FaultyFiles(told_by_line(faults, lines))
    return over


def overlays_stamp(instance: Path) -> _Stamp:
    """What shows in a few microseconds whether any file of an overlay is another than before."""
    try:
        paths = sorted(path for path in (instance / OVERLAYS).rglob("*.*") if path.is_file())
        stats = [(str(path), path.stat()) for path in paths]
    except OSError:
        return ()  # taken away at this moment; the next look sees what is there
    return tuple((path, stat.st_ino, stat.st_size, stat.st_mtime_ns) for path, stat in stats)


def _read(path: Path, file: str, faults: list[Fault]) -> tuple[Table, dict[str, int]]:
    """The table, empty where there is no file, and the lines of its keys."""
    if not path.exists():
        return Table(file, "", {}, faults), {}
    text = read_whole(path, _LARGEST, message("settings", "overlay-mend")).decode(
        "utf-8-sig", "replace"
    )
    return read_toml(path, file, faults), lines_of_keys(text)


def _unknown_files(folder: Path, place: str) -> list[Fault]:
    """A file that we would never read, and whose writer would wait for it to show."""
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    strange = [name for name in sorted(names) if name not in _FILES and not _editors_own(name)]
    what = message("settings", "overlay-file", known=", ".join(_FILES))
    return [Fault(f"{place}/{name}", "", what) for name in strange]


def _editors_own(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".bak", ".tmp"))


def _refuse_strangers(folder: Path, known: list[str]) -> None:
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    what = message("settings", "overlay-folder", known=", ".join(known))
    strange = [name for name in sorted(names) if name not in known and not _editors_own(name)]
    if strange:
        raise FaultyFiles(Fault(f"{OVERLAYS}/{name}", "", what) for name in strange)
