"""A row's cells as they may be printed, and what is wrong with those that may not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from letterwriter.files.messages import message
from letterwriter.mailmerge.cells.addresses import date_in, postcodes_in
from letterwriter.mailmerge.cells.damage import damaged_part, formula_error, found_nothing
from letterwriter.mailmerge.cells.emails import read_email
from letterwriter.mailmerge.cells.fillers import (
    lines_of,
    points_above,
    stands_for_nothing,
    without_nothings,
)
from letterwriter.mailmerge.cells.phones import read_phone
from letterwriter.mailmerge.rows import Note, Remark, Row, Trouble
from letterwriter.text.clean_text import NO_TEXT, CleanText

_NEEDED: Final = ("name", "address", "postcode")
_WISHED_FOR: Final = ("constituency", "concerns", "why", "ask", "story")
_SPARED: Final = ("email", "phone")  # the letter goes without them
_PROSE: Final = ("story", "why")
_SHOWN: Final = 60  # characters of a cell in a sentence


def judged(row: Row) -> Row:
    """The row without what stands for nothing, with phone and email as they are printed.

    Its remarks tell what is printed differently, or not, and why it makes no letter, if so.
    """
    told: dict[str, Any] = {
        name: _emptied(name, getattr(row, name)) for name in (*_NEEDED, *_WISHED_FOR, *_SPARED)
    }
    row = replace(row, **told, remarks=(*row.remarks, *_troubles(told)))
    return _with_email(_with_phone(row))


def _emptied(name: str, cell: CleanText) -> CleanText:
    if not cell or (name not in _NEEDED and found_nothing(cell)):
        return NO_TEXT
    if name == "address":
        cell = without_nothings(cell)
    return NO_TEXT if stands_for_nothing(cell) else cell


def _troubles(told: dict[str, CleanText]) -> Iterator[Remark]:
    for name in (*_NEEDED, *_WISHED_FOR):
        if cell := told[name]:
            yield from _of_any(name, cell)
    made, number = date_in(told["address"])
    if made:
        yield Remark(Trouble.DATE_IN_ADDRESS, {"date": made, "number": number})
    places = postcodes_in(told["postcode"], told["address"])
    if len(places) > 1:
        yield Remark(Trouble.TWO_POSTCODES, {"postcodes": ", ".join(map(str, places[:3]))})


def _of_any(name: str, cell: CleanText) -> Iterator[Remark]:
    """What may be wrong with whatever a cell holds."""
    what = message("stack", f"what-{name}")
    parts = lines_of(cell) if name == "address" else [cell]
    if above := next(filter(points_above, [cell, *parts]), ""):
        yield Remark(Trouble.AS_ABOVE, {"what": what, "found": above[:_SHOWN]})
    if error := formula_error(cell):
        yield Remark(Trouble.FORMULA_ERROR, {"what": what, "found": error})
    if damaged := damaged_part(cell, prose=name in _PROSE):
        yield Remark(Trouble.DAMAGED, {"what": what, "found": damaged})


def _with_phone(row: Row) -> Row:
    read = read_phone(row.phone)
    if not read.left:
        return replace(row, phone=read.number)
    kind = Note.FIRST_PHONE if read.number else Note.NO_PHONE
    remark = Remark(kind, {"found": read.left[:_SHOWN], "used": read.number})
    return replace(row, phone=read.number, remarks=(*row.remarks, remark))


def _with_email(row: Row) -> Row:
    read = read_email(row.email)
    row = replace(row, email=read.address)
    if read.left:
        slots = {"found": read.left[:_SHOWN]}
        return replace(row, remarks=(*row.remarks, Remark(Note.NO_EMAIL, slots)))
    if read.others:
        slots = {"found": ", ".join(read.others)[:_SHOWN], "used": read.address}
        return replace(row, remarks=(*row.remarks, Remark(Note.FIRST_EMAIL, slots)))
    return row
