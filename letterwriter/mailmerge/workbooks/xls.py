"""Excel's workbooks from 1997 to 2003 (.xls), by xlrd, within limits once a sheet is there."""

import os
from datetime import time
from pathlib import Path
from typing import TextIO

import xlrd

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.grid import Grid
from letterwriter.mailmerge.workbooks.limits import Allowance
from letterwriter.mailmerge.workbooks.workbook import Sheet, Value, Workbook, cell_text

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF8 = 80
_FILTER = "_FilterDatabase"  # the name of the cells that a filter works on


def read_xls(content: bytes) -> Workbook:
    """All worksheets. Raises `Unreadable`, and other errors for broken files."""
    _check_names(content)
    allowance = Allowance()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:  # its remarks quote the file
        book = _opened(content, nowhere)
        sheets = tuple(_sheet(book, number, allowance) for number in range(book.nsheets))
    if not sheets:
        raise Unreadable(Defect.NOT_A_LIST)
    return Workbook(sheets)


def _check_names(content: bytes) -> None:
    """Refuse what has no workbook in its directory."""
    if _named("Root Entry") not in content:
        raise Unreadable(Defect.BROKEN)
    if _named("EncryptedPackage") in content:  # an .xlsx file with a password
        raise Unreadable(Defect.PASSWORD)
    if _named("Workbook") not in content:
        raise Unreadable(Defect.OLD_EXCEL if _named("Book") in content else Defect.NOT_A_LIST)


def _opened(content: bytes, log: TextIO) -> xlrd.Book:
    """All but the sheets, of which each is read when it is asked for."""
    try:
        book = xlrd.open_workbook(
            logfile=log,
            file_contents=content,
            formatting_info=True,  # what is hidden and merged is read only with it
            on_demand=True,
            ragged_rows=True,
        )
    except xlrd.XLRDError as error:
        encrypted = "encrypted" in str(error)
        raise Unreadable(Defect.PASSWORD if encrypted else Defect.BROKEN) from None
    if book.biff_version < _BIFF8:
        raise Unreadable(Defect.OLD_EXCEL)
    return book


def _named(name: str) -> bytes:
    """A name as it stands in the directory of the file."""
    return "".join(f"{letter}\0" for letter in f"{name}\0").encode()


def _sheet(book: xlrd.Book, number: int, allowance: Allowance) -> Sheet:
    """One sheet; the library forgets it afterwards."""
    sheet = book.sheet_by_index(number)
    grid = Grid(sheet.name, allowance, visible=not sheet.visibility)
    table = []
    for row in range(sheet.nrows):
        table.append([cell_text(_value(cell, book.datemode)) for cell in sheet.row(row)])
        for column, text in enumerate(table[-1]):
            if text:
                grid.put((row, column), len(text))
    grid.finish()
    _mark(grid, sheet)
    for name in book.name_map.get(_FILTER.casefold(), []):
        if name.scope == number:
            _, top, bottom, _, _ = name.area2d()
            grid.filters.append((top, bottom))
    book.unload_sheet(number)
    return grid.sheet(table)


def _mark(grid: Grid, sheet: xlrd.sheet.Sheet) -> None:
    """Note what is hidden and what is merged."""
    rows, columns = sheet.rowinfo_map.items(), sheet.colinfo_map.items()
    grid.hidden_rows += [(row, row + 1) for row, info in rows if info.hidden]
    grid.hidden_columns += [(column, column + 1) for column, info in columns if info.hidden]
    for top, bottom, left, right in sheet.merged_cells:
        grid.merge((top, bottom), (left, right))


def _value(cell: xlrd.sheet.Cell, since: int) -> Value:
    """What is in a cell; ``since`` says whether days are counted from 1900 or 1904."""
    if cell.ctype == xlrd.XL_CELL_ERROR:  # such as #N/A
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR!"))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _day(cell.value, since)
    value: Value = cell.value
    return value


def _day(serial: float, since: int) -> Value:
    """A day, or a time if there is no day; the number itself if no calendar has it."""
    try:
        day = xlrd.xldate_as_datetime(serial, since)
    except OverflowError:
        return serial
    return time(day.hour, day.minute) if serial < 1 and not since else day
