"""The sentences of ``letterwriter refresh postcodes``, from ``templates/words/postcodes.toml``."""

from collections.abc import Iterator, Mapping
from datetime import date

from letterwriter.domain.edition import Edition
from letterwriter.domain.letter import written_date
from letterwriter.domain.parliament import Parliament
from letterwriter.domain.passage import fill
from letterwriter.domain.postcode_reading import Doubt, Reading
from letterwriter.domain.postcode_rows import Skip
from letterwriter.domain.sectors import Changes, Tally, held
from letterwriter.sources.postcode_tables import Postcodes
from letterwriter.sources.words import words


def sentence(key: str, **slots: str) -> str:
    """One sentence of the file, filled."""
    return fill(words("postcodes")[key], slots)


def month(day: date) -> str:
    """A date as "August 2026": editions are of a month."""
    return written_date(day).partition(" ")[2]


def told(
    reading: Reading, edition: Edition, now: Postcodes, found: Changes, parliament: Parliament
) -> Iterator[str]:
    """What was read, how it differs from the table now, and what was left out."""
    yield sentence(
        "read",
        count=f"{reading.read:,}",
        source=edition.source,
        month=month(edition.as_of),
        live=f"{reading.read_live:,}",
        ended=f"{reading.read_ended:,}",
    )
    yield sentence(
        "taken",
        count=f"{held(reading.live):,}",
        constituencies=str(len(reading.codes)),
        now=month(now.edition.as_of),
        before=f"{len(now.table):,}",
    )
    if reading.ended is not None:
        yield sentence("taken-ended", count=f"{held(reading.ended):,}")
    yield from _changes(found, parliament)
    yield from _lost(reading, now)
    yield from _left_out("left-out", reading.skips)
    yield from _left_out("left-out-ended", reading.ended_skips)


def doubt_words(doubt: Doubt, reading: Reading, found: Changes) -> str:
    """Why not to put it in place, and what to do."""
    unknown = reading.of_unknown_constituencies
    count = {
        Doubt.OTHER_BOUNDARIES: unknown.count,
        Doubt.MANY_FAULTY: reading.faulty,
        Doubt.MANY_GONE: found.gone.count,
    }.get(doubt, 0)
    return sentence(doubt.value, count=f"{count:,}", examples="; ".join(unknown.examples))


def _changes(found: Changes, parliament: Parliament) -> Iterator[str]:
    moves = [
        sentence(
            "move",
            postcode=move.postcode,
            before=parliament[move.before].constituency.name,
            after=parliament[move.after].constituency.name,
        )
        for move in found.moves
    ]
    yield _counted("new", found.new)
    yield _counted("gone", found.gone)
    yield _counted("moved", Tally(found.moved, moves))
    yield _counted("split", found.split)


def _lost(reading: Reading, now: Postcodes) -> Iterator[str]:
    if now.table.with_northern_ireland and not reading.with_northern_ireland:
        yield sentence("lost-northern-ireland")
    if now.table.ended_count and reading.ended is None:
        yield sentence("lost-ended")


def _left_out(title: str, skips: Mapping[Skip, Tally]) -> Iterator[str]:
    if skips:
        yield sentence(title)
    yield from (_counted(skip.value, skips[skip]) for skip in Skip if skip in skips)


def _counted(key: str, tally: Tally) -> str:
    more = sentence("more") if tally.count > len(tally.examples) else ""
    named = sentence("examples", examples="; ".join(tally.examples), more=more)
    return sentence(key, count=f"{tally.count:,}", examples=named if tally.examples else "")
