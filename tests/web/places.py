"""Places for work that are all taken, as when many people print at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from flask import Flask

from letterwriter.processes.pool import Pool


@contextmanager
def all_taken(app: Flask, where: str) -> Iterator[None]:
    """Meanwhile there is no place for new work of this kind, and nobody waits for one."""
    full = Pool(at_once=1, wait=0)
    with patch.dict(app.extensions["letterwriter-pools"]._pools, {where: full}), full.place():
        yield
