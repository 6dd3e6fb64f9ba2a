"""A bounded press: making documents never takes the whole machine.

Typst uses one core for each letter and lets other Python threads run while it
does, so as many letters at once as there are cores is the most that helps.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from letterwriter.domain.letter import Letter
from letterwriter.domain.paper import Layout
from letterwriter.outputs.docx import as_docx
from letterwriter.outputs.pdf import as_pdf

AT_ONCE = os.cpu_count() or 1
WAIT_SECONDS = 5.0  # hundreds of letters' work for a core: whoever waits longer should be told


class Busy(Exception):
    """Every place at the press was taken for as long as we were ready to wait."""

    def __init__(self, waited: float) -> None:
        super().__init__(f"the press was busy for {waited:g} seconds")
        self.waited = waited  # seconds


class Press:
    """Makes at most ``at_once`` documents at a time; one more waits up to ``wait`` seconds."""

    def __init__(self, at_once: int = AT_ONCE, wait: float = WAIT_SECONDS) -> None:
        self._places = BoundedSemaphore(at_once)
        self._wait = wait

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold one place. Raises `Busy` rather than queue for longer than the wait."""
        if not self._places.acquire(timeout=self._wait):
            raise Busy(self._wait)
        try:
            yield
        finally:
            self._places.release()

    def pdf(self, letter: Letter, layout: Layout = Layout.C5) -> bytes:
        """The letter as a PDF. Raises `Busy`."""
        return self.made(lambda: as_pdf(letter, layout))

    def docx(self, letter: Letter, layout: Layout = Layout.C5) -> bytes:
        """The letter as a Word document. Raises `Busy`."""
        return self.made(lambda: as_docx(letter, layout))

    def made(self, make: Callable[[], bytes]) -> bytes:
        """What ``make`` makes, in a place at the press. Raises `Busy`."""
        with self.place():
            return make()
