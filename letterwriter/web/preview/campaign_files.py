"""A campaign's folder as it is being edited: the last good reading of it, and what is wrong now."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.lint.house_style import load_house_style
from letterwriter.campaigns.lint.rules import check_campaign
from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.overlay import laid_over
from letterwriter.files.faults import Fault, FaultyFiles


@dataclass(frozen=True, slots=True)
class FolderReading:
    """``campaign`` is None before the first good one; ``stale`` where a later one failed."""

    stamp: str
    campaign: Campaign | None
    faults: tuple[Fault, ...]
    stale: bool

    @property
    def in_passages(self) -> tuple[Fault, ...]:
        """What is wrong in the passages that show: nothing that a newer, faulty file has."""
        return () if self.stale else self.faults


class CampaignFiles:
    """Reads the folder again whenever a file in it, or in what is laid over it, is another."""

    def __init__(self, folder: Path, overlay: Path | None, today: date) -> None:
        self.folder = folder
        self._overlay = overlay
        self._today = today
        self._lock = Lock()
        self._held = FolderReading("", None, (), stale=False)

    def stamp(self) -> str:
        """What changes with every saved file."""
        seen = []
        over = self._overlay.glob("*.toml") if self._overlay else ()
        for path in sorted([*self.folder.rglob("*.toml"), *over]):
            try:
                stat = path.stat()
            except OSError:
                continue  # an editor puts it in place at this moment
            seen.append((str(path), stat.st_ino, stat.st_size, stat.st_mtime_ns))
        return f"{hash(tuple(seen)) & 0xFFFFFFFFFFFF:x}"

    def reading(self) -> FolderReading:
        """The folder as it is now; another thread's reading is waited for, not made twice."""
        with self._lock:
            stamp = self.stamp()
            if stamp != self._held.stamp:
                self._held = self._read(stamp)
            return self._held

    def _read(self, stamp: str) -> FolderReading:
        try:
            campaign = load_campaign(self.folder)
            if self._overlay:
                campaign = laid_over(campaign, self._overlay)
            faults = check_campaign(campaign, self._today, load_house_style(self.folder))
        except FaultyFiles as faulty:
            return replace(self._held, stamp=stamp, faults=_causes(faulty.faults), stale=True)
        except OSError as error:
            unreadable = FaultyFiles.unreadable(self.folder, error).faults
            return replace(self._held, stamp=stamp, faults=unreadable, stale=True)
        return FolderReading(stamp, campaign, tuple(faults), stale=False)


def _causes(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Of a file that is no TOML, that alone: all its keys seem to be missing then."""
    whole = {fault.file for fault in faults if not fault.key}
    return tuple(fault for fault in faults if not fault.key or fault.file not in whole)
