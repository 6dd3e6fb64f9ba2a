"""The cells of one line to a row, by what their columns hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from letterwriter.mailmerge.cells.fillers import stands_for_nothing
from letterwriter.mailmerge.columns.addresses import AddressPart, whole_address
from letterwriter.mailmerge.columns.answers import YesOrNo, answer_in, asks_to_stop
from letterwriter.mailmerge.columns.columns import Column
from letterwriter.mailmerge.columns.names import TwoValues, full_name
from letterwriter.mailmerge.columns.words import ADDRESS_PARTS, Meaning
from letterwriter.mailmerge.rows import Remark, Row, RowDoubt, Trouble
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.cleaning import clean

_JOINED: Final = {
    Meaning.STORY: "\n\n",
    Meaning.CONCERNS: "; ",
    Meaning.WHY: " ",
}
_ONE_OF: Final = (
    Meaning.POSTCODE,
    Meaning.CONSTITUENCY,
    Meaning.ASK,
    Meaning.EMAIL,
    Meaning.PHONE,
)
_SHOWN: Final = 60  # characters of a value or of a heading in a remark


@dataclass(slots=True)
class _Texts:
    """The texts of a row: by what they are, with the columns they come from."""

    of: dict[Meaning, list[CleanText]] = field(default_factory=dict)
    columns: dict[Meaning, list[Column]] = field(default_factory=dict)
    address: list[AddressPart] = field(default_factory=list)

    def add(self, column: Column, meaning: Meaning, text: CleanText) -> None:
        if meaning in ADDRESS_PARTS:
            self.address.append(AddressPart(meaning, column.number, column.label, text))
        self.of.setdefault(meaning, []).append(text)
        self.columns.setdefault(meaning, []).append(column)


def row_of(line: int, cells: Sequence[str], columns: Sequence[Column], *, ragged: bool) -> Row:
    """A row's values, and what is to be said of them. Missing cells are empty ones."""
    texts, remarks = _Texts(), [*_answers(cells, columns)]
    for column in columns:
        meaning = column.used
        text = clean(cells[column.place]) if column.place < len(cells) else NO_TEXT
        if meaning and not stands_for_nothing(text):
            texts.add(column, meaning, text)
    values = {
        meaning: CleanText(joint.join(texts.of.get(meaning, ())))
        for meaning, joint in _JOINED.items()
    }
    for meaning in (Meaning.NAME, *_ONE_OF):
        try:
            values[meaning] = _one(meaning, texts)
        except TwoValues as two:
            values[meaning] = CleanText(two.values[0])
            remarks.append(_two_values(two))
    values[Meaning.ADDRESS] = whole_address(texts.address)
    told: dict[str, Any] = {meaning.value: text for meaning, text in values.items()}
    return Row(line, tuple(cells), ragged=ragged, remarks=tuple(remarks), **told)


def _one(meaning: Meaning, texts: _Texts) -> CleanText:
    """The value of which there is one. Raises `TwoValues`.

    Under headings that differ, such as Phone and Mobile or Email and Email 2, the first counts;
    but nobody lives at two postcodes.
    """
    if meaning is Meaning.NAME:
        return full_name(texts.of)
    values, columns = texts.of.get(meaning, []), texts.columns.get(meaning, [])
    for (column, value), (other, another) in pairwise(zip(columns, values, strict=True)):
        alike = column.same == other.same or meaning in (Meaning.POSTCODE, Meaning.CONSTITUENCY)
        if alike and _folded(value) != _folded(another):
            raise TwoValues(meaning, value, another)
    return values[0] if values else NO_TEXT


def _folded(value: str) -> str:
    return "".join(filter(str.isalnum, value.casefold()))


def _two_values(two: TwoValues) -> Remark:
    first, second = (value[:_SHOWN] for value in two.values)
    what = two.meaning.called
    return Remark(Trouble.TWO_VALUES, {"what": what, "first": first, "second": second})


def _answers(cells: Sequence[str], columns: Sequence[Column]) -> Iterator[Remark]:
    """What the columns say on whether there should be a letter at all."""
    for column in columns:
        cell = cells[column.place] if column.place < len(cells) else ""
        slots: Mapping[str, str] = {"heading": column.label[:_SHOWN], "said": cell.strip()[:_SHOWN]}
        if column.used is Meaning.CONSENT:
            found = _BY_CONSENT.get(answer_in(cell))
        elif column.used is Meaning.STOP:
            found = _BY_STOP.get(asks_to_stop(cell))
        else:
            continue
        if found:
            yield Remark(found, slots)


_BY_CONSENT: Final[Mapping[YesOrNo, Trouble | RowDoubt]] = {
    YesOrNo.NO: Trouble.SAID_NO,
    YesOrNo.EMPTY: RowDoubt.NO_ANSWER,
    YesOrNo.UNCLEAR: RowDoubt.UNCLEAR_ANSWER,
}
_BY_STOP: Final[Mapping[YesOrNo, Trouble | RowDoubt]] = {
    YesOrNo.YES: Trouble.SAID_STOP,
    YesOrNo.UNCLEAR: RowDoubt.UNCLEAR_ANSWER,
}
