"""The bytes of a file to its tables: encodings, garbled text, separators, sheets, hidden parts."""

from io import BytesIO

import pytest
import xlsxwriter

from letterwriter.mailmerge.lists import read_carried, read_list
from letterwriter.mailmerge.messages import explanation, row_place
from letterwriter.mailmerge.people import People
from letterwriter.mailmerge.rows import Trouble
from letterwriter.mailmerge.tables.encodings import decoded
from letterwriter.mailmerge.tables.restoring import restored
from letterwriter.mailmerge.unreadable import Defect, Unreadable

HEADINGS = ["Name", "Address", "Postcode"]
HANA, OMAR, LENA = (
    [name, f"{number} Mill Lane", "LS1 4DY"]
    for number, name in enumerate(("Hana Ali", "Omar Said", "Lena Roy"), 1)
)
Rows = list[list[str]]


def workbook(
    sheets: dict[str, Rows],
    *,
    hidden: str = "",
    hide: tuple[int, ...] = (),
    column: int | None = None,
    merged: tuple[tuple[int, int, int, int, str], ...] = (),
) -> bytes:
    """An .xlsx file; ``hide`` are lines of each sheet, ``column`` counts from 0."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            for line in hide:
                sheet.set_row(line - 1, None, None, {"hidden": True})
            if column is not None:
                sheet.set_column(column, column, None, None, {"hidden": True})
            for area in merged:
                sheet.merge_range(*area)
            if name == hidden:
                sheet.hide()
    return file.getvalue()


def names(people: People) -> list[str]:
    return [row.name for row in people.rows]


def said(people: People) -> str:
    assert "{" not in " ".join(people.notes)
    return " ".join(people.notes)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        *(
            "Zoë O’Brien",
            "José",
            "SIÂN",
            "ZOË",
            "Örebro",
            "François",
            "Muñoz",
            "Gráinne Ní Bhriain",
            *("María García", "Rodríguez", "Martín", "Sa’id", "Mas’ud", "D’Arcy", "we’ve"),
        ),
        *(
            "Élise",
            "Ångström",
            "can’t",
            "Ian O’Neill’s",
            "the boys’ school",
            "‘quoted’",
            "The “Mews”",
        ),
        *("5 – 6", "£5 – or €6", "it’s my café — naïve", "£5 for Siân"),
    ],
)
def test_windows_and_mac_are_told_apart_by_what_makes_sense(encoding: str, text: str) -> None:
    found = decoded(text.encode(encoding))
    assert found is not None
    assert (found.text, found.guessed) == (text, encoding)


def test_a_file_that_does_not_say_its_encoding_is_asked_about_with_a_sample() -> None:
    people = read_list("Name,Address,Postcode\nZoë,1 King’s Road,LS1 4DY".encode("mac_roman"))
    assert names(people) == ["Zoë"]
    assert "from a Mac: is “Zoë” right?" in said(people)


def test_a_damaged_byte_harms_its_own_row_alone() -> None:
    text = "Name,Address,Postcode\nZoë,1 King’s Road,LS1 4DY\nJos\0,2 Mill Lane,LS1 4DY\n"
    one, other = read_list(text.encode().replace(b"\0", b"\xe9")).rows
    assert (one.name, one.address, one.remarks) == ("Zoë", "1 King’s Road", ())
    assert (other.line, [remark.what for remark in other.remarks]) == (3, [Trouble.DAMAGED])


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark_even_if_some_letters_are_not_latin(order: str) -> None:
    text = "Name,Address,Postcode\nአማን,1 Mill Lane,LS1 4DY\n"
    assert names(read_list(text.encode(order))) == ["አማን"]


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text", ["Zoë O’Brien", "can’t", "£5", "“Siân” – Łukasz", "أمينة", "I care 🌻", "œuvre"]
)
def test_utf_8_that_was_read_as_something_else_is_restored(codec: str, text: str) -> None:
    to_letters = {byte: bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256)}
    garbled = "".join(to_letters[byte] for byte in text.encode())
    assert restored(garbled) == text
    assert restored(f"Siân {garbled}") == f"Siân {text}", "sound letters beside it stay"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ash &amp; Sons", "Ash & Sons"),
        ("O&#39;Brien", "O'Brien"),
        ("O&rsquo;Brien", "O’Brien"),
        ("O&amp;#8217;Brien", "O’Brien"),
        ("can\x92t", "can’t"),
        ("1 Mill Lane<br />Leeds", "1 Mill Lane\nLeeds"),
        ("ZoÃƒÂ«", "Zoë"),
    ],
)
def test_what_a_website_or_two_mistakes_made_of_letters_is_undone(text: str, meant: str) -> None:
    assert restored(text) == meant


@pytest.mark.parametrize(
    "text", ["CAFÉ®", "the café”—and", "voilà…”", "MENÜ’S", "JOÃO", "A & B; c", "l’été", "R&D"]
)
def test_sound_text_is_let_be(text: str) -> None:
    assert restored(text) == text


def test_what_was_restored_is_told_by_line() -> None:
    people = read_list("Name,Address,Postcode\n\nZoÃ«,1 Mill Lane,LS1 4DY".encode())
    assert names(people) == ["Zoë"]
    assert "on these lines: 3." in said(people)


@pytest.mark.parametrize("separator", ["|", ";", "\t"])
def test_any_separator_is_found_though_commas_stand_in_the_cells(separator: str) -> None:
    rows = [HEADINGS, ["Hana Ali", "1, Mill Lane, Leeds", "LS1 4DY"]]
    (row,) = read_list("\n".join(map(separator.join, rows)).encode()).rows
    assert (row.name, row.postcode) == ("Hana Ali", "LS1 4DY")


def test_what_stands_above_the_headings_is_told() -> None:
    above = "\nSign-ups at the library\nAsk Jo,about it\n\n"
    people = read_list(f"{above}Name,Address,Postcode\nHana,1 Mill Lane,LS1 4DY".encode())
    assert [row.line for row in people.rows] == [6]
    assert "above the headings, down to line 4" in said(people)


def test_a_quotation_mark_that_is_never_closed_is_told_by_its_line() -> None:
    with pytest.raises(Unreadable) as caught:
        read_list(b'Name,Address,Postcode\nHana,1 Mill Lane,LS1 4DY\n"Omar,2,LS1 4DY\nLena,3,LS1')
    assert caught.value.fault is Defect.QUOTES
    assert "Line 3" in explanation(caught.value)


def test_quotation_marks_within_a_cell_stay_and_are_told_by_line() -> None:
    lines = ('"Hana Ali","12 "The Elms" Lane, Leeds",LS1 4DY', "Omar Said,2 Mill Lane,LS1 4DY")
    people = read_list("\n".join([",".join(HEADINGS), *lines]).encode())
    assert [row.address for row in people.rows] == ['12 "The Elms" Lane, Leeds', "2 Mill Lane"]
    assert "read them as part of it: 2." in said(people)


def test_every_sheet_of_people_is_read_and_each_other_one_is_named() -> None:
    people = read_list(
        workbook(
            {
                "Read me": [["How to use this list"]],
                "Moss Side": [HEADINGS, HANA],
                "Hulme": [
                    ["Postcode", "Phone", "Name", "Address"],
                    ["M15 5AA", "", "Omar", "2 Way"],
                ],
                "Numbers": [["Name", "Phone"], ["Hana", "0161 496 0000"]],
                "Old": [HEADINGS, LENA],
            },
            hidden="Old",
        )
    )
    assert [(row_place(row), row.name) for row in people.rows] == [
        ("2 of sheet Moss Side", "Hana Ali"),
        ("2 of sheet Hulme", "Omar"),
    ]
    assert people.headings == ("Name", "Address", "Postcode", "Phone")
    assert people.rows[1].cells == ("Omar", "2 Way", "M15 5AA", "")
    for words in (
        "Sheet Old is hidden in your spreadsheet, so it is not read.",
        "Sheet Read me has no headings of a list of people",
        "Sheet Numbers is not read: it has no column for Address.",
        "Sheet Hulme is read. Rows on it: 1.",
    ):
        assert words in said(people)
    assert read_carried(people.brought.carried).rows == people.rows


def test_lists_beside_and_below_one_another_are_all_read() -> None:
    rows = [
        [*HEADINGS, "", *HEADINGS],
        [*HANA, "", *OMAR],
        [],
        ["Second evening"],
        ["Full name", "Home address", "Post code"],
        LENA,
    ]
    people = read_list(workbook({"Both": rows}))
    assert {(row.line, row.name) for row in people.rows} >= {
        (2, "Hana Ali"),
        (2, "Omar Said"),
        (6, "Lena Roy"),
    }
    assert "On sheet Both there are 3 lists" in said(people)


def test_lists_beside_one_another_need_no_empty_column_between_them() -> None:
    lines = [HEADINGS * 2, HANA + OMAR]
    people = read_list("\n".join(map(",".join, lines)).encode())
    assert names(people) == ["Hana Ali", "Omar Said"]


def test_headings_that_come_again_are_nobody() -> None:
    lines = [HEADINGS, HANA, HEADINGS, OMAR]
    assert names(read_list("\n".join(map(",".join, lines)).encode())) == ["Hana Ali", "Omar Said"]


def test_hidden_rows_and_columns_are_not_read_but_told() -> None:
    rows = [[*HEADINGS, "Phone"], *([*person, "0161 496 0000"] for person in (HANA, OMAR, LENA))]
    people = read_list(workbook({"People": rows}, hide=(3,), column=3))
    assert [(row.line, row.phone) for row in people.rows] == [(2, ""), (4, "")]
    assert people.hidden == 1
    assert "filtered out, so they are left out: 3." in said(people)
    assert "these columns are hidden, so they are not read: Phone" in said(people)
    assert "496" not in people.brought.carried
    with pytest.raises(Unreadable) as caught:
        read_list(workbook({"People": [HEADINGS, HANA]}, hide=(2,)))
    assert caught.value.fault is Defect.ALL_HIDDEN


def test_a_heading_over_several_columns_counts_for_each() -> None:
    rows = [["Name", "Address", "", "Postcode"], ["Hana Ali", "1 Mill Lane", "Leeds", "LS1 4DY"]]
    (row,) = read_list(workbook({"One": rows}, merged=((0, 1, 0, 2, "Address"),))).rows
    assert row.address == "1 Mill Lane\nLeeds"


def test_a_merged_address_counts_for_each_person_beside_it_and_a_name_for_one_line() -> None:
    rows = [HEADINGS, HANA, ["Omar Said"], [], ["", "3 Mill Lane", "LS1 4DY"]]
    merged = ((1, 1, 3, 1, "1 Mill Lane"), (1, 2, 3, 2, "LS1 4DY"), (2, 0, 4, 0, "Omar Said"))
    people = read_list(workbook({"Home": rows}, merged=merged))
    assert [(row.line, row.name, row.address) for row in people.rows] == [
        (2, "Hana Ali", "1 Mill Lane"),
        (3, "Omar Said", "1 Mill Lane"),
        (5, "", "3 Mill Lane"),
    ]
    assert "a line above, and get its text too: 3." in said(people)


@pytest.mark.parametrize(
    "text", ["", "[]", "[[],[]]", "{}", '[[["",1,0,[[1]]]],[]]', "[" * 100_000]
)
def test_a_carried_list_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_carried(text)
    assert caught.value.fault is Defect.BROKEN
