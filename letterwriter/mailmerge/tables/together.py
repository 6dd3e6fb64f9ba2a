"""Lists with headings of their own as one list, as it is given back to be fixed."""

from collections import Counter
from collections.abc import Iterator, Sequence

Heading = tuple[str, int]  # as it is compared, and how many of it stand before


class Together:
    """All headings of several lists, each once, in the order in which they are met."""

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        self._places: dict[Heading, int] = {}
        self.headings: list[str] = []
        for headings in lists:
            for key, heading in zip(_keys(headings), headings, strict=True):
                if key not in self._places:
                    self._places[key] = len(self.headings)
                    self.headings.append(heading)

    def laid_out(self, headings: Sequence[str], cells: Sequence[str]) -> tuple[str, ...]:
        """A row of one of the lists, under the headings of all; further cells come last."""
        row = [""] * len(self.headings)
        for key, cell in zip(_keys(headings), cells, strict=False):
            row[self._places[key]] = cell
        return (*row, *cells[len(headings) :])


def _keys(headings: Sequence[str]) -> Iterator[Heading]:
    seen: Counter[str] = Counter()
    for heading in headings:
        folded = heading.strip().casefold()
        yield folded, seen[folded]
        seen[folded] += 1
