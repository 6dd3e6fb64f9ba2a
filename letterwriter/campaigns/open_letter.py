"""What a campaign grew from, and where to read on, as its page tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letterwriter.files.toml_files import Table
from letterwriter.text.clean_text import CleanText


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """An open letter that a campaign is about, told in a few paragraphs.

    ``join`` says how a group can take part; ``url`` is where the letter can be read.
    """

    title: CleanText
    published: date
    paragraphs: tuple[CleanText, ...]
    join: CleanText
    source: CleanText
    url: CleanText


@dataclass(frozen=True, slots=True)
class FurtherReading:
    """A page of somebody else's, and what is there."""

    name: CleanText
    says: CleanText
    url: CleanText


def open_letter_of(top: Table) -> OpenLetter | None:
    """The ``[open_letter]`` of campaign.toml; None where there is none."""
    if "open_letter" not in top.values:
        return None
    table = top.table("open_letter")
    table.only("title", "published", "paragraphs", "join", "source", "url")
    return OpenLetter(
        title=table.text("title"),
        published=table.day("published"),
        paragraphs=table.texts("paragraphs"),
        join=table.text("join"),
        source=table.text("source"),
        url=_address(table),
    )


def readings_of(top: Table) -> Iterator[FurtherReading]:
    """Every ``[[find_out_more]]`` of campaign.toml."""
    for table in top.tables("find_out_more") if "find_out_more" in top.values else ():
        table.only("name", "says", "url")
        yield FurtherReading(table.text("name"), table.text("says"), _address(table))


def _address(table: Table) -> CleanText:
    url = table.text("url")
    if url and not url.startswith("https://"):
        table.wrong("url", "should begin with https://")
    return url
