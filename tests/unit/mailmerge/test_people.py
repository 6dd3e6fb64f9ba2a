"""Lists of people as volunteers bring them, and what can be wrong with them."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
import xlsxwriter

from letterwriter.mailmerge.columns import cells
from letterwriter.mailmerge.columns.words import OURS
from letterwriter.mailmerge.list_files import empty_list_csv, empty_list_xlsx, rows_to_fix
from letterwriter.mailmerge.lists import MOST_BYTES, read_carried, read_list
from letterwriter.mailmerge.messages import explanation
from letterwriter.mailmerge.people import People, our_headings
from letterwriter.mailmerge.rows import Row
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.text.csv_cells import as_csv, guarded, unguarded

HEADINGS = "Name,Address,Postcode"
AMINA = "Siân Ŵyn,1 High Street,M14 5TP"
FORMULAS = ["=1+1", "+44 7700 900123", "-2", "@SUM(A1)", "'=1", "''=1", "＝1", " =1", "\t=1"]


def csv(*lines: str) -> bytes:
    return "\n".join([HEADINGS, *lines]).encode()


def xlsx(
    rows: list[list[object]], write: Callable[[xlsxwriter.Workbook], None] | None = None
) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if write:
            write(book)
    return file.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """An Excel file with some of its parts replaced, by the end of their names."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            ours = [part for end, part in parts.items() if name.endswith(f"{end}.xml")]
            new.writestr(name, ours[0] if ours else old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def fault(content: bytes) -> Defect:
    with pytest.raises(Unreadable) as caught:
        read_list(content)
    assert "{" not in explanation(caught.value)
    return caught.value.fault


def only(people: People) -> Row:
    (row,) = people.rows
    return row


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_reads_the_same_in_every_encoding_and_with_every_separator(
    encoding: str, separator: str, end: str
) -> None:
    text = end.join([HEADINGS, AMINA, ""]).replace(",", separator)
    row = only(read_list(text.encode(encoding)))
    assert (row.name, row.address, row.postcode) == tuple(AMINA.split(","))


def test_what_excel_on_windows_calls_csv_keeps_its_accents_quotes_and_pounds() -> None:
    row = only(
        read_list(
            "Name;Address;Postcode;Story\nZoë;1 The “Mews”;M1 1AE;£5 – or €6".encode("cp1252")
        )
    )
    assert (row.name, row.address, row.story) == ("Zoë", "1 The “Mews”", "£5 – or €6")


@pytest.mark.parametrize(
    "first",
    [
        "NAME,ADDRESS,POSTCODE",
        " full name , Home address , Post code ",
        "Your name:,Address line 1,Post-Code *",
        "Name (in full),Street,postal code",
        "First name,Address1,Zip",
        "sep=,\nName,Address,Postcode",
        "Sign-ups of 3 March,,\n,,\nName,Address,Postcode",
    ],
)
def test_headings_are_understood_however_they_are_written(first: str) -> None:
    row = only(read_list(f"{first}\n{AMINA}".encode()))
    assert (row.name, row.address, row.postcode) == tuple(AMINA.split(","))
    assert row.line == first.count("\n") + 2


def test_names_and_addresses_in_several_columns_are_joined_in_their_order() -> None:
    first = "Postcode,First name,Surname,Address line 1,Address line 2,Town"
    row = only(read_list(f"{first}\nM1 1AE,Amina,Yusuf,Flat 2,,Leeds".encode()))
    assert (row.name, row.address) == ("Amina Yusuf", "Flat 2\nLeeds")


def test_columns_that_mean_nothing_to_us_are_named_and_otherwise_let_be() -> None:
    people = read_list(b"Name,Shoe size,Address,Postcode,\nA,43,1 High St,M1 1AE,x")
    assert people.ignored == ("Shoe size", "Column E")
    assert only(people).cells == ("A", "43", "1 High St", "M1 1AE", "x")
    assert not only(people).ragged


def test_empty_rows_are_passed_over_and_lines_count_as_in_the_spreadsheet() -> None:
    people = read_list(csv("", AMINA, ",,", '"B\nb",2,M1 1AE', "C,3,M1 1AE"))
    assert [row.line for row in people.rows] == [3, 5, 6]


def test_a_short_row_lacks_what_it_lacks_and_a_long_one_is_told_as_ragged() -> None:
    short, long = read_list(csv("A,1 High St", "B,1,High St,M1 1AE")).rows
    assert (short.postcode, short.ragged) == ("", False)
    assert long.ragged


def test_a_list_carried_on_reads_back_as_it_was() -> None:
    cells = [*FORMULAS, 'say "hello"', "a,b;c\td", "two\nlines", "ሰላም", " spaced "]
    text = as_csv(
        [["Title of a list"], [], ["Name", "Address", "Postcode"], *([c, c, c] for c in cells)]
    )
    people = read_list(text.encode())
    again = read_carried(people.brought.carried)
    assert again == people
    assert [row.cells[0] for row in again.rows] == cells


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_looks_like_a_formula_is_guarded_from_spreadsheets_and_comes_back(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


def test_the_rows_to_mend_hold_no_formula_and_can_be_mended_and_brought_again() -> None:
    people = read_list(b"Name;Address;Postcode;Story\n=cmd();1 High St;;-1;=2")
    bad = [(row, "=reason") for row in people.rows]
    content = rows_to_fix(people.headings, bad, ("Line in your list", "What to mend"))
    cells = content.decode("utf-8-sig").splitlines()[1][1:-1].split('","')
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    row = only(read_list(content))
    assert (row.name, row.address, row.story) == ("=cmd()", "1 High St", "-1")


def test_the_lists_that_we_write_begin_with_the_mark_without_which_excel_garbles_names() -> None:
    people = read_list(csv(AMINA))
    bad = [(row, "There is no address.") for row in people.rows]
    titles = ("Line in your list", "What to fix")
    for content in (empty_list_csv(["Name"]), rows_to_fix(people.headings, bad, titles)):
        assert content.startswith(b'\xef\xbb\xbf"')
    assert "Siân Ŵyn".encode() in rows_to_fix(people.headings, bad, titles)


def test_our_templates_can_be_filled_in_and_read() -> None:
    columns = our_headings()
    for template in (
        empty_list_csv(columns),
        empty_list_xlsx(columns, {"Concerns": ["a"]}, ("P", "C")),
    ):
        assert fault(template) is Defect.NO_ROWS
    person = {field.value: f"any {field.called[0]}" for field in OURS}
    person |= {"email": "amina@example.org", "phone": "0161 496 0000"}
    filled = empty_list_csv(columns).decode("utf-8-sig") + ",".join(person.values())
    row = only(read_list(filled.encode()))
    assert {field.value: getattr(row, field.value) for field in OURS} == person


def test_an_excel_file_gives_numbers_days_and_what_was_saved_with_formulas() -> None:
    def formula(book: xlsxwriter.Workbook) -> None:
        book.worksheets()[0].write_formula(1, 3, '=HYPERLINK("https://example.org")', value="saved")

    rows: list[list[object]] = [
        ["Name", "Address", "Postcode", "Story", "Phone"],
        ["=1+1", 12, "M1 1AE", "", 7700900123],
    ]
    row = only(read_list(xlsx(rows, formula)))
    assert (row.name, row.address, row.story, row.phone) == ("=1+1", "12", "saved", "07700900123")


def test_a_list_on_the_second_sheet_is_found() -> None:
    def second(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS.split(","))
        sheet.write_row(1, 0, AMINA.split(","))

    assert only(read_list(xlsx([], second))).name == "Siân Ŵyn"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Defect.EMPTY),
        (b"\xef\xbb\xbf \n\n", Defect.EMPTY),
        (b"x" * (MOST_BYTES + 1), Defect.TOO_LARGE),
        (csv(*["A,1 High St,M1 1AE"] * 2001), Defect.TOO_MANY_ROWS),
        (b"\n" * 1_000_000, Defect.EMPTY),
        (csv() + b"\n," * 1_000_000, Defect.TOO_MANY_ROWS),
        (csv() + b"," * 1_000, Defect.TOO_SPREAD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Defect.BROKEN),
        (b"%PDF-1.7 ...", Defect.NOT_A_LIST),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Defect.NOT_A_LIST),
        (b"PK\x03\x04 and nothing more", Defect.BROKEN),
        (b"Dear MP, this is a letter.\nNot a list.", Defect.NO_HEADINGS),
        (b"Name,Story\nA,b", Defect.MISSING_HEADINGS),
        (csv(), Defect.NO_ROWS),
        (csv('"A,1 High St,M1 1AE', *["B,2,M1 1AE"] * 20), Defect.QUOTES),
    ],
)
def test_a_file_that_is_no_list_is_explained(content: bytes, expected: Defect) -> None:
    assert fault(content) is expected


def test_exactly_two_thousand_people_are_taken() -> None:
    assert len(read_list(csv(*["A,1 High St,M1 1AE"] * 2000)).rows) == 2000


def test_an_excel_file_that_unpacks_to_gigabytes_is_refused_unopened() -> None:
    bomb = repacked(xlsx([[HEADINGS]]), sheet1=b" " * 60 * 1024 * 1024)
    assert len(bomb) < 200_000
    assert fault(bomb) is Defect.UNSAFE


def test_one_that_lies_about_how_large_it_unpacks_is_refused_too() -> None:
    bomb = bytearray(repacked(xlsx([[HEADINGS]]), sheet1=b" " * 60 * 1024 * 1024))
    size = (60 * 1024 * 1024).to_bytes(4, "little")
    assert bomb.count(size) == 2, "once before the part, once in the directory"
    assert fault(bytes(bomb.replace(size, (100).to_bytes(4, "little")))) is Defect.BROKEN


def test_xml_that_multiplies_itself_is_refused() -> None:
    laughs = b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    for text in (laughs, laughs.decode().encode("utf-16")):
        assert fault(repacked(xlsx([["Name"]]), sharedStrings=text)) is Defect.UNSAFE


def test_a_cell_in_the_last_corner_does_not_take_the_memory_of_everybody() -> None:
    def far(book: xlsxwriter.Workbook) -> None:
        book.worksheets()[0].write_string(1_048_575, 16_383, "x")

    assert fault(xlsx([["Name"]], far)) is Defect.TOO_SPREAD


def test_cells_that_are_only_coloured_do_not_count_as_spread() -> None:
    def coloured(book: xlsxwriter.Workbook) -> None:
        book.worksheets()[0].write_blank(
            1_048_575, 16_383, None, book.add_format({"bg_color": "red"})
        )

    rows: list[list[object]] = [[*HEADINGS.split(",")], [*AMINA.split(",")]]
    assert only(read_list(xlsx(rows, coloured))).name == "Siân Ŵyn"


def test_another_kind_of_zip_is_no_list() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert fault(file.getvalue()) is Defect.NOT_A_LIST


def test_rows_that_are_hidden_in_a_spreadsheet_are_left_out_and_counted() -> None:
    def hide(book: xlsxwriter.Workbook) -> None:
        for line in (2, 4):  # the second row below the headings, and an empty one
            book.worksheets()[0].set_row(line, None, None, {"hidden": True})

    rows: list[list[object]] = [[*HEADINGS.split(",")], [*AMINA.split(",")], [*AMINA.split(",")]]
    people = read_list(xlsx(rows, hide))
    assert ([row.line for row in people.rows], people.hidden) == ([2], 1)


def test_a_list_beyond_the_last_row_is_not_cleaned_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cleaned = 0

    def counting(text: str) -> str:
        nonlocal cleaned
        cleaned += 1
        return text

    monkeypatch.setattr(cells, "clean", counting)
    assert fault(csv(*["A,1 High St,M1 1AE"] * 9_000)) is Defect.TOO_MANY_ROWS
    assert cleaned <= 3 * 2_001
