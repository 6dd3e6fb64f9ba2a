"""Workbooks in three formats: the same cells, and what is hidden, filtered and merged."""

import pickle
from io import BytesIO
from struct import pack

import pytest
import xlsxwriter

from letterwriter.mailmerge.lists import read_list
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.reading import read_workbook
from letterwriter.mailmerge.workbooks.workbook import Merged, Sheet
from tests.unit.mailmerge.workbook_files import (
    BY_HAND,
    FILTERED,
    HEADINGS,
    NOTES,
    PEOPLE,
    SAVED,
    STORY,
    ods_of,
    people_xlsx,
    record,
    unzipped,
    xls_of,
    xlsx_of,
    zipped,
)

SAMPLES = {
    "xlsx": people_xlsx(),
    "xls": (SAVED / "people.xls").read_bytes(),
    "ods": (SAVED / "people.ods").read_bytes(),
}
samples = pytest.mark.parametrize("content", SAMPLES.values(), ids=SAMPLES)


def only(content: bytes) -> Sheet:
    (sheet,) = read_workbook(content).sheets
    return sheet


@samples
def test_each_format_gives_the_same_cells_in_their_places(content: bytes) -> None:
    people, notes = read_workbook(content).sheets
    assert (people.name, notes.name) == ("People", "Notes")
    assert people.rows[0] == ("Sign-ups at the library", *[""] * 8)
    assert people.rows[1] == HEADINGS
    assert [row[:3] for row in people.rows[2:]] == list(PEOPLE)
    assert people.rows[2][3:] == (
        *("7700900123", "01/11/2026", "06:00", "0", "I care   a lot & more <b>", "#N/A"),
    )
    assert people.rows[3][4:7] == ("02/11/2026", "07:00", "0.125")
    assert people.rows[4][7] == STORY
    assert notes.rows == ((NOTES,),)


@samples
def test_each_format_tells_what_is_hidden_and_what_is_merged(content: bytes) -> None:
    people, notes = read_workbook(content).sheets
    assert (people.visible, notes.visible) == (True, False)
    assert people.hidden_rows == {FILTERED, BY_HAND}
    assert people.hidden_columns == {7}
    assert people.merged == (Merged(1, 1, 1, 3),)


def test_what_a_filter_took_away_is_told_from_what_was_hidden_by_hand() -> None:
    filtered = {
        kind: read_workbook(content).sheets[0].filtered_rows for kind, content in SAMPLES.items()
    }
    assert filtered == {"xlsx": {FILTERED}, "ods": {FILTERED}, "xls": {FILTERED}}


def test_the_filter_of_a_table_counts_as_well() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.add_table(0, 0, 3, 0, {"data": [["a"], ["b"], ["c"]]})
        sheet.set_row(2, None, None, {"hidden": True})
    content = file.getvalue()
    assert only(content).filtered_rows == frozenset(), "a table with arrows, and nothing chosen"
    parts = unzipped(content)
    column = b'<filterColumn colId="0"><filters><filter val="a"/></filters></filterColumn>'
    name = "xl/tables/table1.xml"
    parts[name] = parts[name].replace(
        b'<autoFilter ref="A1:A4"/>', b'<autoFilter ref="A1:A4">' + column + b"</autoFilter>"
    )
    assert only(zipped(parts)).filtered_rows == {3}


@samples
def test_every_format_makes_a_list_of_the_people_in_sight(content: bytes) -> None:
    people = read_list(content)
    assert [(row.line, row.name) for row in people.rows] == [
        (number, person[0]) for number, person in enumerate(PEOPLE[:3], 3)
    ]
    assert people.hidden == 2


def test_a_sheet_in_sight_is_read_before_a_hidden_one() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        hidden, shown = book.add_worksheet(), book.add_worksheet()
        for sheet, name in ((hidden, "Not Me"), (shown, "Amina Yusuf")):
            sheet.write_row(0, 0, ("Name", "Address", "Postcode"))
            sheet.write_row(1, 0, (name, "1 High Street", "M14 5TP"))
        shown.activate()
        shown.set_first_sheet()
        hidden.hide()
    assert [row.name for row in read_list(file.getvalue()).rows] == ["Amina Yusuf"]


@samples
def test_what_was_read_goes_from_one_process_to_another(content: bytes) -> None:
    for found in (read_workbook(content), read_list(content)):
        assert pickle.loads(pickle.dumps(found)) == found


def test_why_nothing_was_read_goes_from_one_process_to_another_with_its_slots() -> None:
    said = Unreadable(Defect.CELL_TOO_LONG, longest="32,767")
    again = pickle.loads(pickle.dumps(said))
    assert isinstance(again, Unreadable)
    assert (again.fault, again.slots) == (said.fault, said.slots)


def test_texts_within_a_cell_and_those_that_producers_write_differently_are_read() -> None:
    rows = (
        '<row><c t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>ka</t></rPh></is></c>'
        '<c t="inlineStr"><is><r><t xml:space="preserve">b </t></r><r><t>c_x0041_</t></r></is></c>'
        '<c t="d"><v>2026-11-22</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>'
        '<c t="str"><f>1+1</f><v>two</v></c></row>'
    )
    assert only(xlsx_of(rows)).rows == (("a", "b cA", "22/11/2026", "TRUE", "#REF!", "two"),)


def test_rows_that_do_not_say_where_they_stand_follow_one_another() -> None:
    one, other = "<c><v>1</v></c>", '<c r="A9"><v>9</v></c>'
    sheet = only(xlsx_of(f'<row>{one}{other}</row><row hidden="1">{one}</row>'))
    assert [row[0] for row in sheet.rows] == ["1", "1", *[""] * 6, "9"]
    assert sheet.hidden_rows == {2}


def test_a_time_that_is_longer_than_a_day_is_given_in_hours() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        hours = book.add_format({"num_format": "[h]:mm"})
        book.add_worksheet().write_number(0, 0, 1.25, hours)
    assert only(file.getvalue()).rows == (("30:00",),)


def test_a_strict_file_with_prefixes_of_its_own_is_read() -> None:
    strict = 'xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"'
    rows = f'<x:row {strict} r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row>'
    assert only(xlsx_of(rows)).rows == (("", ""), ("", "7"))


def test_what_libreoffice_repeats_notes_and_keeps_of_changes_is_read_as_it_is_seen() -> None:
    table = (
        '<table:table-column table:number-columns-repeated="16384"/>'
        "<table:table-row>"
        '<table:table-cell office:value-type="string" table:number-columns-repeated="2">'
        "<office:annotation><text:p>a note</text:p></office:annotation>"
        '<text:p>a<text:s text:c="2"/><text:span>b</text:span><text:line-break/>c</text:p>'
        "<text:p>d</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell '
        'office:value-type="float" office:value="1.50"><text:p>1,5</text:p></table:table-cell>'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    text = "a  b\nc\nd"
    assert only(ods_of(table)).rows == ((text, text), ("", "1.5"), ("", "1.5"))


def test_numbers_formulas_and_texts_of_old_excel_are_read() -> None:
    cells = (
        record(0x27E, pack("<HHHI", 0, 0, 0, (7 << 2) | 2))  # whole
        + record(0x27E, pack("<HHHI", 0, 1, 0, ((-150 & 0x3FFFFFFF) << 2) | 3))  # in hundredths
        + record(0xBD, pack("<HHHIHIH", 0, 2, 0, (1 << 2) | 2, 0, (2 << 2) | 2, 3))
        + record(0x203, pack("<HHHd", 0, 4, 0, 0.25))
        + record(0x204, pack("<HHHHB", 0, 5, 0, 2, 0) + b"ab")
        + record(0x6, pack("<HHHBBIHIH", 0, 6, 0, 0, 0, 0, 0xFFFF, 0, 0))
        + record(0x207, pack("<HB", 2, 1) + "Ŵé".encode("utf-16-le"))
        + record(0x205, pack("<HHHBB", 0, 7, 0, 1, 0))
        + record(0x205, pack("<HHHBB", 0, 8, 0, 0x2A, 1))
    )
    assert only(xls_of(cells)).rows == (
        ("7", "-1.5", "1", "2", "0.25", "ab", "Ŵé", "TRUE", "#N/A"),
    )


def test_a_shared_text_of_old_excel_goes_on_in_the_next_record() -> None:
    text = "abc😀d".encode("utf-16-le")
    first = record(0xFC, pack("<IIHB", 1, 1, 6, 1) + text[:6])
    shared = first + record(0x3C, b"\1" + text[6:])
    cells = record(0xFD, pack("<HHHI", 0, 0, 0, 0))
    assert only(xls_of(cells, before=shared)).rows == (("abc😀d",),)


def test_a_short_stream_is_found_among_the_short_ones() -> None:
    seven = record(0x27E, pack("<HHHI", 0, 0, 0, (7 << 2) | 2))
    assert only(xls_of(seven)).rows == (("7",),)
    assert only(xls_of(seven, short=True)).rows == (("7",),)
