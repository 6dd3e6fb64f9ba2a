"""A service's answers, kept while a long reading of it may yet be cut short."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Final

from letterwriter.files.instance import DAY

_SAME_TIME: Final = 60  # seconds by which a file's time may seem to be ahead


class HttpCache:
    """Answers by their address, in a folder of their own, for a day; ``now`` is in seconds."""

    def __init__(self, folder: Path, now: Callable[[], float] = time) -> None:
        self._folder = folder
        self._now = now

    def get(self, address: str) -> bytes | None:
        """The answer that was kept, unless that was more than a day ago."""
        path = self._path(address)
        try:
            if not self._is_recent(path.stat().st_mtime):
                path.unlink()
                return None
            return path.read_bytes()
        except OSError:
            return None

    def keep(self, address: str, answer: bytes) -> None:
        """Keep an answer; raises OSError. A cut leaves none rather than half of it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(address)
        half = path.with_suffix(f".{os.getpid()}")
        try:
            half.write_bytes(answer)
            os.utime(half, (self._now(), self._now()))
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)

    def drop(self, address: str) -> None:
        """Forget one of them."""
        with suppress(OSError):
            self._path(address).unlink()

    def oldest_day(self, today: date) -> date:
        """The day of the oldest answer that is kept, or today: what is made of them is no newer."""
        times = [path.stat().st_mtime for path in self._folder.glob("*.json")]
        recent = [at for at in times if self._is_recent(at)]
        days = [datetime.fromtimestamp(at).astimezone().date() for at in recent]
        return min([today, *days])

    def forget(self) -> None:
        """Forget all of them."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _is_recent(self, at: float) -> bool:
        """Not more than a day old, nor of a day to come: then the clock was set back since."""
        return -DAY <= at - self._now() <= _SAME_TIME

    def _path(self, address: str) -> Path:
        return self._folder / f"{sha256(address.encode()).hexdigest()}.json"
