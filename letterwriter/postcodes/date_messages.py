"""What is said of tables and facts that are dated after today."""

from collections.abc import Iterator
from datetime import date

from letterwriter.files.messages import message
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.edition import PostcodeEdition
from letterwriter.text.dates import is_future, written_date


def to_come(what: str, day: date, today: date, **slots: str) -> str:
    """That something has a date after today; ``what`` is "members", "postcodes" or "fact"."""
    named = message("tables", f"what-{what}", **slots)
    return message(
        "tables", "to-come", what=named, day=written_date(day), today=written_date(today)
    )


def wrong_dates(
    parliament: Parliament, edition: PostcodeEdition | None, today: date
) -> Iterator[str]:
    """What to say of tables that are dated after today; nothing as long as all is well."""
    newest = max(seat.as_of for seat in parliament)
    if is_future(newest, today):
        yield to_come("members", newest, today)
    if edition and edition.is_future(today):
        yield to_come("postcodes", edition.as_of, today)
