"""What people write into cells besides what was asked for, and what becomes of it."""

import pytest

from letterwriter.mailmerge.cells.addresses import is_whole
from letterwriter.mailmerge.cells.judging import judged
from letterwriter.mailmerge.cells.phones import read_phone
from letterwriter.mailmerge.messages import reason, remark_words
from letterwriter.mailmerge.rows import BadRow, Note, Row, Trouble
from letterwriter.parliament.members import Parliament
from letterwriter.text.clean_text import NO_TEXT
from letterwriter.text.cleaning import clean


def told(**cells: str) -> Row:
    values = {"name": "Hana Ali", "address": "8 Mill Lane, Leeds", "postcode": "LS1 4DY", **cells}
    return judged(Row(2, **{field: clean(text) for field, text in values.items()}))  # type: ignore[arg-type]


def troubles(row: Row) -> list[Trouble]:
    found = [remark for remark in row.remarks if isinstance(remark.what, Trouble)]
    for remark in found:
        assert isinstance(remark.what, Trouble)
        assert "{" not in reason(BadRow(remark.what, None, **remark.slots), Parliament(()))
    return [remark.what for remark in found if isinstance(remark.what, Trouble)]


def notes(row: Row) -> str:
    return " ".join(remark_words(r) for r in row.remarks if isinstance(r.what, Note))


@pytest.mark.parametrize(
    "cell", ["N/A", "n/a.", "None", "-", "--", "–", "0", "No", "x", ".", "NIL", "#N/A", "(none)"]
)
def test_what_stands_for_nothing_counts_as_an_empty_cell(cell: str) -> None:
    row = told(story=cell, phone=cell, email=cell, concerns=cell)
    assert (row.story, row.phone, row.email, row.concerns) == (NO_TEXT,) * 4
    assert not row.remarks
    if cell != "#N/A":
        assert told(address=f"8 Mill Lane, {cell}, Leeds").address == "8 Mill Lane, Leeds"


@pytest.mark.parametrize("cell", ["N/A", "-", "none", " , "])
def test_an_address_of_nothing_is_none(cell: str) -> None:
    assert told(address=cell).address == NO_TEXT


@pytest.mark.parametrize("story", ["No child should wait.", "🌻", "X marks it", "0 of 10 are safe"])
def test_words_that_only_begin_so_stay(story: str) -> None:
    assert told(story=story).story == story


@pytest.mark.parametrize(
    "cell",
    ["as above", "Same as above", "DITTO", '"', "''", "〃", "same", "see above", "Same as Amina’s"],
)
def test_what_points_to_the_line_above_makes_no_letter(cell: str) -> None:
    for field in ("name", "address", "postcode", "story"):
        assert Trouble.AS_ABOVE in troubles(told(**{field: cell}))
    assert Trouble.AS_ABOVE in troubles(told(address=f"Flat 3\n{cell}"))


def test_words_that_are_like_it_print() -> None:
    story = "Same as my neighbours, I worry about them."
    assert not told(address="2 Ditton Road\nAbove Bar Street", story=story).remarks


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("02-Jan, 14 Hope Street", "2/1"),
        ("02/01/2026\nHope Street", "2/1"),
        ("2026-01-02 00:00:00, Hope Street", "2/1"),
        ("Jan-14 Hope Street", "1/14"),
        ("3-Feb-26 Hope Street", "3/2"),
        ("Hope House, 01.02.2026", "1/2"),
        ("46024 Hope Street", "2/1"),
    ],
)
def test_a_date_in_an_address_is_a_number_that_a_spreadsheet_changed(
    address: str, number: str
) -> None:
    row = told(address=address)
    assert troubles(row) == [Trouble.DATE_IN_ADDRESS]
    assert row.remarks[0].slots["number"] == number


@pytest.mark.parametrize(
    "address",
    ["2/1, 14 Hope Street", "12-14 High Street", "1 May Street", "3 Jan Smuts Way", "1-2-3 Mews"],
)
def test_numbers_and_streets_that_are_like_dates_print(address: str) -> None:
    assert not told(address=address).remarks


@pytest.mark.parametrize("line", ["12", "12a", "Flat 2", "12, 34", "No. 7", "omar@example.org"])
def test_a_number_alone_is_no_address(line: str) -> None:
    assert not is_whole([line])


@pytest.mark.parametrize(
    "line", ["No fixed abode", "c/o Mustard Tree", "1 Oak", "[Flat 2], (rear) 3 High St", "北京路"]
)
def test_a_name_of_any_place_is_one(line: str) -> None:
    assert is_whole([line])


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("7700900123", "07700900123"),
        ("7700900123.0", "07700900123"),
        ("'07700900123", "07700900123"),
        ('="07700900124"', "07700900124"),
        ("7.700900123E+09", "07700900123"),
        ("447700900123", "+447700900123"),
        ("00447700900123", "+447700900123"),
        ("+44 (0)161 496 0000", "+44 (0)161 496 0000"),
        ("0161 496 0000 (evenings)", "0161 496 0000 (evenings)"),
        ("Tel: 0161 496 0000", "0161 496 0000"),
        ("1,614,960,000", "01614960000"),
    ],
)
def test_a_phone_number_is_read_as_it_was_before_the_spreadsheet(cell: str, number: str) -> None:
    read = read_phone(clean(cell))
    assert (read.number, read.left) == (number, "")


@pytest.mark.parametrize(
    "cell", ["7.70090E+09", "4.4770090012E+11", "7,7009E+09", "02/01/2026", "ask me"]
)
def test_a_phone_number_whose_digits_are_lost_is_left_out_and_told(cell: str) -> None:
    row = told(phone=cell)
    assert row.phone == NO_TEXT
    assert cell in notes(row)
    assert not troubles(row)


def test_of_two_phone_numbers_the_first_is_used_and_told() -> None:
    row = told(phone="0161 496 0000 / 07700 900123")
    assert row.phone == "0161 496 0000"
    assert "07700 900123" in notes(row)


@pytest.mark.parametrize(
    ("cell", "address", "said"),
    [
        ("Omar <omar@example.org>", "omar@example.org", ""),
        ("mailto:omar@example.org", "omar@example.org", ""),
        ("omar@example.org.", "omar@example.org", ""),
        ("omar@example.org, OMAR@example.org", "omar@example.org", ""),
        ("omar@example.org; o2@example.org", "omar@example.org", "o2@example.org"),
        ("anonymous", "", ""),
        ("omar@example", "", "omar@example"),
        ("omar at example.org", "", "omar at example.org"),
    ],
)
def test_an_email_costs_the_letter_at_most_that_email(cell: str, address: str, said: str) -> None:
    row = told(email=cell)
    assert row.email == address
    assert said in notes(row)
    assert bool(notes(row)) is bool(said)
    assert not troubles(row)


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "Zo\ufffd"},
        {"name": "Zo? Adams"},
        {"name": "O?Brien"},
        {"name": "ZoÃ "},
        {"address": "1 Kingâ€ Road"},
        {"story": "I can?t stay silent."},
        {"story": "My caf\ufffd"},
    ],
)
def test_letters_that_are_lost_keep_a_row_from_printing(cells: dict[str, str]) -> None:
    assert Trouble.DAMAGED in troubles(told(**cells))


def test_questions_and_accents_are_no_damage() -> None:
    story = "Why? Because JOÃO and Ângela ask: “Is this fair?” Who are they?"
    assert not told(name="Zoë D’Ávila", story=story).remarks


def test_the_error_of_a_formula_keeps_a_row_from_printing() -> None:
    assert troubles(told(address="#REF!\nLeeds")) == [Trouble.FORMULA_ERROR]
    assert troubles(told(name="#N/A")) == [Trouble.FORMULA_ERROR]


def test_two_postcodes_of_one_person_are_asked_about() -> None:
    assert troubles(told(postcode="LS1 4DY / M13 9PL")) == [Trouble.TWO_POSTCODES]
    assert troubles(told(address="8 Mill Lane, Leeds M13 9PL")) == [Trouble.TWO_POSTCODES]
    assert not told(address="8 Mill Lane, Leeds LS1 4DY", postcode="ls14dy").remarks
