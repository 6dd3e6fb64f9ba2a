"""Who can be written to on a day: everybody of a table, or nobody while Parliament is dissolved."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from letterwriter.parliament.dissolution import Dissolution, Stage, later_of
from letterwriter.parliament.members import Parliament


def with_dissolution(parliament: Parliament, known: Dissolution | None) -> Parliament:
    """The table, knowing of a dissolution too; of none that was before the House that it lists."""
    dissolution = later_of(known, parliament.dissolution)
    if dissolution and parliament.has_members:
        oldest = min(seat.as_of for seat in parliament)
        dissolution = None if dissolution.is_over_in(oldest) else dissolution
    if dissolution == parliament.dissolution:
        return parliament
    return Parliament(parliament, dissolution, parliament.stage)


def house_on(parliament: Parliament, today: date) -> Parliament:
    """The table as it may be used on that day: without members where none of them is one any more.

    The same object for the same table and stage, so that what was made of it can be kept.
    """
    dissolution = parliament.dissolution
    stage = dissolution.stage(today) if dissolution else Stage.SITTING
    return parliament if stage is parliament.stage else _without_members(parliament, stage)


@lru_cache(maxsize=4)  # the table in use and the one before it, while requests end
def _without_members(parliament: Parliament, stage: Stage) -> Parliament:
    emptied = (replace(seat, member=None) for seat in parliament)
    return Parliament(emptied, parliament.dissolution, stage)
