"""Spreadsheets made to harm: each is refused before anything in it is taken at its word."""

import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from struct import pack

import pytest

from letterwriter.mailmerge.messages import explanation
from letterwriter.mailmerge.people import heading_fields
from letterwriter.mailmerge.tables import sheets
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks import grid, limits, reading, unpacked, xlsx
from letterwriter.mailmerge.workbooks.reading import read_workbook
from letterwriter.mailmerge.workbooks.workbook import Workbook
from tests.unit.mailmerge.workbook_files import (
    compound,
    ods_of,
    people_xlsx,
    record,
    unzipped,
    xls_of,
    xlsx_of,
    zipped,
)

ONE = "<c><v>1</v></c>"
SHARED = '<c t="s"><v>0</v></c>'


def fault(content: bytes) -> Defect:
    with pytest.raises(Unreadable) as caught:
        read_workbook(content)
    assert "{" not in explanation(caught.value)
    return caught.value.fault


@contextmanager
def most_memory(most: int) -> Iterator[None]:
    """Whether no more bytes than these are held at any time."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


def strings(*texts: str, claim: str = "") -> str:
    return f"<sst{claim}>{''.join(f'<si><t>{text}</t></si>' for text in texts)}</sst>"


def row(cells: str, marks: str = "") -> str:
    return f"<row{marks}>{cells}</row>"


def ods_row(cells: str, times: object = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def ods_cell(text: str, times: object = 1) -> str:
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{times}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def label(line: int, column: int, number: int = 0) -> bytes:
    return record(0xFD, pack("<HHHI", line, column, 0, number))


def shared(*texts: str, count: int | None = None) -> bytes:
    """The shared texts of an .xls file, over as many records as they need."""
    data = pack("<II", 0, len(texts) if count is None else count)
    data += b"".join(pack("<HB", len(text), 0) + text.encode() for text in texts)
    return record(0xFC, data)


OVER = limits.LONGEST_CELL + 1
LONG = "x" * limits.LONGEST_CELL
WIDE = SHARED * 400
TABLE = '<table:table table:name="T">'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # Counts that a file only claims.
        (xlsx_of(strings=strings(claim=' uniqueCount="4294967296"')), Defect.UNSAFE),
        (xlsx_of(strings=strings(claim=' count="99999999999999999999999"')), Defect.BROKEN),
        (xlsx_of(row(ONE, ' r="4294967296"')), Defect.UNSAFE),
        (xlsx_of(row(ONE, ' r="-1"')), Defect.BROKEN),
        (xlsx_of(row('<c r="ZZZ1"><v>1</v></c>')), Defect.BROKEN),
        (xlsx_of(row('<c r="A0"><v>1</v></c>')), Defect.BROKEN),
        (
            xlsx_of(before='<cols><col min="1" max="4294967295" hidden="1"/></cols>'),
            Defect.UNSAFE,
        ),
        (xlsx_of(row('<c t="s"><v>-1</v></c>'), strings=strings("a")), Defect.BROKEN),
        (xlsx_of(row('<c t="s"><v>7</v></c>'), strings=strings("a")), Defect.BROKEN),
        (ods_of(ods_row(ods_cell("a"), 2**32)), Defect.UNSAFE),
        (ods_of(ods_row(ods_cell("a", 2**32))), Defect.UNSAFE),
        (ods_of(ods_row(ods_cell(f'<text:s text:c="{10**9}"/>'))), Defect.UNSAFE),
        (xls_of(before=shared("a", count=1000)), Defect.BROKEN),
        (xls_of(label(0, 0, 2**31), before=shared("a")), Defect.BROKEN),
        # Long texts, and many of them.
        (xlsx_of(row(SHARED * 800), strings=strings("x" * 1_000_000)), Defect.CELL_TOO_LONG),
        (xlsx_of(row(SHARED), strings=strings("x" * OVER)), Defect.CELL_TOO_LONG),
        (
            xlsx_of(row(f'<c t="inlineStr"><is><t>{"x" * OVER}</t></is></c>')),
            Defect.CELL_TOO_LONG,
        ),
        (xlsx_of(row(WIDE), strings=strings(LONG)), Defect.TOO_MUCH_TEXT),
        (
            xlsx_of(strings=strings("x" * OVER)),
            Defect.CELL_TOO_LONG,
        ),  # though no cell has it
        (ods_of(ods_row(ods_cell("x" * OVER))), Defect.CELL_TOO_LONG),
        (
            ods_of(ods_row(f'<table:table-cell office:string-value="{"x" * OVER}"/>')),
            Defect.CELL_TOO_LONG,
        ),
        (ods_of(ods_row(ods_cell(LONG, 20), 20)), Defect.TOO_MUCH_TEXT),
        (xls_of(label(0, 0), before=shared("x" * OVER)), Defect.CELL_TOO_LONG),
        (
            xls_of(
                b"".join(label(n // 256, n % 256) for n in range(1_536)),
                before=shared("x" * 8_000),
            ),
            Defect.TOO_MUCH_TEXT,
        ),
        # Cells in the last corner, and more marks, sheets and depth than a list has.
        (xlsx_of(row('<c r="XFD1048576"><v>1</v></c>')), Defect.TOO_SPREAD),
        (ods_of(ods_row(ods_cell("a", 16_384), 1_048_576)), Defect.TOO_SPREAD),
        (xls_of(label(65_535, 255), before=shared("a")), Defect.TOO_SPREAD),
        (xlsx_of(after='<mergeCell ref="A1:B2"/>' * 10_001), Defect.TOO_SPREAD),
        (xlsx_of("<a>" * 200 + "</a>" * 200), Defect.UNSAFE),
        (
            ods_of(
                "</table:table>"
                + "".join(f'<table:table table:name="{n}"></table:table>' for n in range(255))
                + TABLE
            ),
            Defect.UNSAFE,
        ),
        (ods_of(f'</table:table><table:table table:name="{"x" * 256}">'), Defect.UNSAFE),
        (xlsx_of(sheets=2), Defect.BROKEN),  # both in one part
        (zipped({"content.xml": b"<!DOCTYPE a><a/>"}), Defect.UNSAFE),
        # What is no list at all, or not for us.
        (
            zipped({"content.xml": f"<text>{TABLE}</table:table></text>".encode()}),
            Defect.NOT_A_LIST,
        ),
        (zipped({"content.xml": b"<a/>"}), Defect.NOT_A_LIST),
        (zipped({"xl/workbook.bin": b""}), Defect.NOT_A_LIST),
        (compound(b"", "WordDocument"), Defect.NOT_A_LIST),
        (compound(b"", "Book"), Defect.OLD_EXCEL),
        (xls_of(version=0x0500), Defect.OLD_EXCEL),
        (xls_of(before=record(0x2F)), Defect.PASSWORD),
        (compound(b"", "EncryptedPackage"), Defect.PASSWORD),
        (
            zipped(
                {"META-INF/manifest.xml": b"<m><encryption-data/></m>", "content.xml": b"\x93\0"}
            ),
            Defect.PASSWORD,
        ),
    ],
)
def test_a_harmful_spreadsheet_is_refused_in_words(content: bytes, expected: Defect) -> None:
    assert len(content) < 600_000
    assert fault(content) is expected


def test_the_longest_cell_that_excel_allows_is_read() -> None:
    (sheet,) = read_workbook(xlsx_of(row(SHARED * 2), strings=strings(LONG))).sheets
    assert sheet.rows == ((LONG, LONG),)


def test_a_claim_about_the_whole_sheet_is_neither_believed_nor_held_against_it() -> None:
    """Whole columns that are coloured make honest programs write this."""
    rows, marks = (
        row(ONE),
        '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols>',
    )
    (sheet,) = read_workbook(xlsx_of(rows, before=marks)).sheets
    assert sheet.rows == (("1",),)
    claims = record(0x200, pack("<IIHHH", 0, 2**32 - 1, 0, 256, 0))
    (sheet,) = read_workbook(xls_of(claims + label(0, 0), before=shared("a"))).sheets
    assert sheet.rows == (("a",),)


@pytest.mark.parametrize(
    "content",
    [
        xlsx_of("<row/>" * 3_000),
        ods_of(ods_row("") * 3_000),
    ],
)
def test_what_is_looked_at_is_counted_in_all_sheets_together(
    monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(limits, "MOST_STEPS", 2_500)
    assert fault(content) is Defect.TOO_SPREAD


def test_cells_are_counted_in_all_sheets_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CELLS", 150)
    ten = ods_row(ods_cell("a", 10), 10)
    assert len(read_workbook(ods_of(ten)).sheets) == 1
    assert fault(ods_of(f"{ten}</table:table>{TABLE}{ten}")) is Defect.TOO_SPREAD


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped([*unzipped(people_xlsx()).items(), ("xl/workbook.xml", b"<a/>")])
    assert fault(twice) is Defect.UNSAFE
    capitals = zipped([*unzipped(people_xlsx()).items(), ("XL/Workbook.xml", b"<a/>")])
    assert fault(capitals) is Defect.UNSAFE


def test_parts_that_lie_over_one_another_are_refused() -> None:
    content = people_xlsx()
    with zipfile.ZipFile(BytesIO(content)) as archive:
        first, second = archive.infolist()[:2]
    theirs = pack("<I", second.header_offset)
    name = second.filename.encode()
    at = content.rindex(name) - 4  # its entry in the directory ends with where it begins
    assert content[at : at + 4] == theirs
    assert (
        fault(content[:at] + pack("<I", first.header_offset) + content[at + 4 :]) is Defect.UNSAFE
    )


def test_parts_are_unpacked_within_a_limit_for_all_of_them() -> None:
    blank = " " * 25_000_000
    assert fault(xlsx_of(blank, strings=f"<sst>{blank}</sst>")) is Defect.UNSAFE


def test_a_part_is_never_unpacked_beyond_the_size_that_it_claims() -> None:
    content = zipped({"content.xml": b" " * 60_000_000})
    size = pack("<I", 60_000_000)
    assert content.count(size) == 2, "once before the part, once in the directory"
    with most_memory(10_000_000):
        assert fault(content.replace(size, pack("<I", 100))) is Defect.BROKEN


def test_a_thousand_parts_are_refused_before_their_directory_is_read() -> None:
    assert fault(zipped({f"{number}": b"" for number in range(1_001)})) is Defect.UNSAFE


def test_a_part_that_is_packed_in_another_way_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("content.xml", b"<a/>")
    assert fault(file.getvalue()) is Defect.UNSAFE


def test_a_part_with_a_password_is_told_as_that() -> None:
    content = bytearray(zipped({"content.xml": b"<a/>"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert fault(bytes(content)) is Defect.PASSWORD


PEOPLE = people_xlsx()
TRICKS = {  # what the counting and the reading could take for different things
    "text in UTF-16": zipped(
        {"content.xml": '<?xml version="1.0"?><a>㱳獴</a>'.encode("utf-16-le")}
    ),
    "a number in two pieces": xlsx_of(
        row('<c t="s"><v>0<!-- -->1</v></c>'), strings=strings("a", "b")
    ),
    "a number with a mark in it": xlsx_of(
        row('<c t="s"><v>0&#49;</v></c>'), strings=strings("a", "b")
    ),
    "a number with spaces": xlsx_of(row('<c t="s"><v> 1</v></c>'), strings=strings("a", "b")),
    "two values": xlsx_of(row('<c t="s"><v>0</v><v>1</v></c>'), strings=strings("a", "b")),
    "a text in a text": xlsx_of(strings="<sst><si><t>a</t><si><t>b</t></si></si></sst>"),
    "a text before the texts": xlsx_of(strings="<a><si><t>a</t></si><sst/></a>"),
    "a cell in a cell": xlsx_of(row('<c t="str"><v><c/>abc</v></c>')),
    "a sheet without a name": ods_of(f"</table:table><table:table>{ods_row(ods_cell('a'))}"),
    "two sheets of one name": ods_of('</table:table><table:table table:name="S">'),
    "a table in a cell": ods_of(
        ods_row(f"<table:table-cell>{TABLE}</table:table></table:table-cell>")
    ),
    "a row in a drawing": ods_of(f"<table:shapes>{ods_row(ods_cell('a'))}</table:shapes>"),
    "a cell without a row": ods_of(ods_cell("a")),
}


@pytest.mark.parametrize("content", TRICKS.values(), ids=TRICKS)
def test_what_two_readers_could_take_for_different_things_is_refused(content: bytes) -> None:
    assert fault(content) in (Defect.UNSAFE, Defect.BROKEN)


def test_a_part_is_handed_on_only_as_what_it_was_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each sheet's part is what the file calls one, whatever else it says of that part."""
    handed: dict[str, bytes] = {}
    tables = unpacked.tables

    def watched(parts: dict[str, bytes]) -> list[list[list[str]]]:
        handed.update(parts)
        return tables(parts)

    monkeypatch.setattr(xlsx, "tables", watched)
    parts = unzipped(xlsx_of(row(ONE)))
    rels = "xl/_rels/workbook.xml.rels"
    twice = b'Id="r1" TargetMode="External" Type="a/worksheet" Target="strings.xml"/>'
    parts[rels] = parts[rels].replace(b"</R", b"<Relationship " + twice + b"</R")
    assert read_workbook(zipped(parts | {"xl/sharedStrings.xml": b"unseen"})).sheets
    assert handed["xl/worksheets/sheet1.xml"] == parts["xl/worksheets/sheet1.xml"]
    assert handed["xl/sharedStrings.xml"] == b"<sst/>"
    assert b"unseen" not in handed.values()
    assert twice not in b"".join(handed.values())


@pytest.mark.parametrize(
    "table",
    [
        ods_row('<table:table-cell table:number-columns-repeated="16000"/><table:table-cell/>')
        * 70,
        ods_row('<table:table-cell table:number-columns-repeated="16000" table:formula="a"/>') * 70,
    ],
    ids=["empty", "formulas"],
)
def test_cells_without_a_value_that_the_library_writes_out_are_counted_too(table: str) -> None:
    assert fault(ods_of(table)) is Defect.TOO_SPREAD


def test_a_panic_in_the_library_ends_as_broken_and_nothing_else_is_held_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panic = type("PanicException", (BaseException,), {})  # as pyo3 names it
    for error, expected in ((panic, Unreadable), (KeyboardInterrupt, KeyboardInterrupt)):

        def trip(*_: object, error: type[BaseException] = error) -> None:
            raise error

        monkeypatch.setattr(unpacked, "_table", trip)
        with pytest.raises(expected):
            read_workbook(PEOPLE)


def test_sheets_that_the_library_finds_elsewhere_end_as_broken() -> None:
    """A name with another prefix is a sheet to one reader and none to the other."""
    content = unzipped(ods_of(ods_row(ods_cell("a"))))["content.xml"]
    renamed = content.replace(b"table:table ", b"t:table ").replace(b"table:table>", b"t:table>")
    assert fault(zipped({"content.xml": renamed})) is Defect.BROKEN


def test_texts_in_two_parts_are_refused() -> None:
    parts = unzipped(xlsx_of(row(SHARED), strings=strings("a")))
    name = "xl/_rels/workbook.xml.rels"
    other = b'<Relationship Id="r3" Type="a/sharedStrings" Target="others.xml"/></R'
    parts[name] = parts[name].replace(b"</R", other)
    assert fault(zipped(parts | {"xl/others.xml": strings("b").encode()})) is Defect.UNSAFE


def test_links_to_other_files_are_not_followed() -> None:
    parts = unzipped(xlsx_of(row(ONE)))
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b'Id="r1"', b'Id="r1" TargetMode="External"')
    assert fault(zipped(parts)) is Defect.NOT_A_LIST


def test_the_name_of_a_namespace_is_not_written_out_with_every_name_in_it() -> None:
    names = "".join(f'<b c:e{number}="f"/>' for number in range(2_000))
    content = xlsx_of(f'<a xmlns:c="{"x" * 100_000}">{names}</a>')
    with most_memory(50_000_000):
        assert read_workbook(content).sheets


@pytest.mark.parametrize("error", [MemoryError, RecursionError, IndexError, AssertionError])
def test_whatever_trips_the_reading_ends_as_broken(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def trip(_: object) -> None:
        raise error

    monkeypatch.setattr(reading, "read_xlsx", trip)
    assert fault(people_xlsx()) is Defect.BROKEN


def test_formulas_that_failed_are_noted_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_ERRORS", 3)
    failed = '<c t="e"><v>#REF!</v></c>'
    assert read_workbook(xlsx_of(row(failed * 3))).sheets[0].rows == (("#REF!",) * 3,)
    assert fault(xlsx_of(row(failed * 4))) is Defect.TOO_SPREAD


def test_merged_cells_that_overlap_give_their_text_to_no_more_cells_than_a_file_may_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ("Name", "Address", "Postcode", "1 Mill Lane")
    heading = "".join(f'<c t="s"><v>{n}</v></c>' for n in range(3))
    rows = row(heading) + row('<c r="B2" t="s"><v>3</v></c>') + row(ONE) * 8
    merged = '<mergeCells><mergeCell ref="B2:B10"/><mergeCell ref="B2:B9"/></mergeCells>'
    content = xlsx_of(rows, strings=strings(*texts), after=merged)
    book = read_workbook(content)
    assert all(cells[1] == "1 Mill Lane" for cells in tables(book)[1:])
    monkeypatch.setattr(sheets, "MOST_CELLS", 10)
    with pytest.raises(Unreadable) as caught:
        tables(book)
    assert caught.value.fault is Defect.TOO_SPREAD


def tables(book: Workbook) -> list[list[str]]:
    (table,) = sheets.tables_of(book, heading_fields).tables
    return table.rows
