"""What the government has changed or proposes, told before a person begins to write."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One line under "What is changing?".

    It rests on facts: ``as_at`` is the earliest day for which one of them was known,
    ``true_from`` the first and ``review_by`` the last day on which all of them may be used.
    """

    text: str
    fact_ids: tuple[str, ...]
    as_at: date
    true_from: date
    review_by: date
