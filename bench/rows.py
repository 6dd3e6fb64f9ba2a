"""What a benchmark reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    ``measured`` is in ``unit`` ("times", "MB"); it should be at least
    ``target``, or at most where ``at_most`` is set.
    """

    what: str
    against: str
    measured: float
    target: float
    unit: str
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Whether the target was reached."""
        if self.at_most:
            return self.measured <= self.target
        return self.measured >= self.target
