"""The sentences of ``letterwriter refresh postcodes``, from ``templates/words/postcodes.toml``."""

from collections.abc import Iterator, Mapping
from datetime import date

from letterwriter.files.messages import message
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.current_postcodes import CurrentPostcodes
from letterwriter.postcodes.directory.report import Doubt, Reading
from letterwriter.postcodes.directory.rows import Skip
from letterwriter.postcodes.edition import PostcodeEdition
from letterwriter.postcodes.sectors import TableChanges, Tally, count_postcodes
from letterwriter.text.dates import written_date


def month(day: date) -> str:
    """A date as "August 2026": editions are of a month."""
    return written_date(day).partition(" ")[2]


def reading_lines(
    reading: Reading,
    edition: PostcodeEdition,
    now: CurrentPostcodes,
    found: TableChanges,
    parliament: Parliament,
) -> Iterator[str]:
    """What was read, how it differs from the table now, and what was left out."""
    yield message(
        "postcodes",
        "read",
        count=f"{reading.read:,}",
        source=edition.source,
        month=month(edition.as_of),
        live=f"{reading.read_live:,}",
        ended=f"{reading.read_ended:,}",
    )
    yield message(
        "postcodes",
        "taken",
        count=f"{count_postcodes(reading.live):,}",
        constituencies=str(len(reading.codes)),
        now=month(now.edition.as_of),
        before=f"{len(now.table):,}",
    )
    if reading.ended is not None:
        yield message("postcodes", "taken-ended", count=f"{count_postcodes(reading.ended):,}")
    yield from _changes(found, parliament)
    yield from _lost(reading, now)
    yield from _left_out("left-out", reading.skips)
    yield from _left_out("left-out-ended", reading.ended_skips)


def doubt_words(doubt: Doubt, reading: Reading, found: TableChanges) -> str:
    """Why not to put it in place, and what to do."""
    unknown = reading.of_unknown_constituencies
    count = {
        Doubt.OTHER_BOUNDARIES: unknown.count,
        Doubt.MANY_FAULTY: reading.faulty,
        Doubt.MANY_GONE: found.gone.count,
    }.get(doubt, 0)
    return message(
        "postcodes", doubt.value, count=f"{count:,}", examples="; ".join(unknown.examples)
    )


def _changes(found: TableChanges, parliament: Parliament) -> Iterator[str]:
    moves = [
        message(
            "postcodes",
            "move",
            postcode=move.postcode,
            before=parliament[move.before].constituency.name,
            after=parliament[move.after].constituency.name,
        )
        for move in found.moves
    ]
    yield _tally_line("new", found.new)
    yield _tally_line("gone", found.gone)
    yield _tally_line("moved", Tally(found.moved, moves))
    yield _tally_line("split", found.split)


def _lost(reading: Reading, now: CurrentPostcodes) -> Iterator[str]:
    if now.table.with_northern_ireland and not reading.with_northern_ireland:
        yield message("postcodes", "lost-northern-ireland")
    if now.table.ended_count and reading.ended is None:
        yield message("postcodes", "lost-ended")


def _left_out(title: str, skips: Mapping[Skip, Tally]) -> Iterator[str]:
    if skips:
        yield message("postcodes", title)
    yield from (_tally_line(skip.value, skips[skip]) for skip in Skip if skip in skips)


def _tally_line(key: str, tally: Tally) -> str:
    more = message("postcodes", "more") if tally.count > len(tally.examples) else ""
    named = message("postcodes", "examples", examples="; ".join(tally.examples), more=more)
    return message(
        "postcodes", key, count=f"{tally.count:,}", examples=named if tally.examples else ""
    )
