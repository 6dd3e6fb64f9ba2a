"""Spreadsheets for tests: a small list in three formats, and parts of broken ones.

``workbooks/people.ods`` is what LibreOffice 7.4 saved from `people_xlsx`, and
``people.xls`` what it saved from that.
"""

import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from struct import pack

import xlsxwriter

SAVED = Path(__file__).parent / "workbooks"
STORY = "Every week I teach ሰላም and 😀. " * 300  # longer than a record of .xls
HEADINGS = ("Name", "Address", "Postcode", "Phone", "Signed", "At", "Share", "Story", "Code")
PEOPLE = (
    ("Amina Yusuf", "1 High Street, Manchester", "M14 5TP"),
    ("Siân Ŵyn", "2 High Street, Manchester", "M14 5TP"),
    ("Zoë 李", "3 High Street\nManchester", "M1 1AE"),
    ("Filtered Away", "4 High Street", "M1 1AE"),
    ("Hidden Byhand", "5 High Street", "M1 1AE"),
)
FILTERED, BY_HAND = 6, 7  # lines
NOTES = "Not to be printed"


def people_xlsx() -> bytes:
    """A title over merged cells, five people of whom two are hidden, and a hidden sheet."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2026, 11, 1, tzinfo=UTC)})
        day, time, share = (
            book.add_format({"num_format": code}) for code in ("dd/mm/yyyy", "hh:mm", "0%")
        )
        sheet = book.add_worksheet("People")
        sheet.merge_range(0, 0, 0, 2, "Sign-ups at the library")
        sheet.write_row(1, 0, HEADINGS)
        for number, person in enumerate(PEOPLE):
            row = number + 2
            sheet.write_row(row, 0, person)
            sheet.write_number(row, 3, 7700900123 + number)
            sheet.write_datetime(row, 4, datetime(2026, 11, 1 + number), day)  # noqa: DTZ001
            sheet.write_number(row, 5, 0.25 + number / 24, time)
            sheet.write_number(row, 6, number / 8, share)
            sheet.write_string(row, 7, STORY if number == 2 else "I care   a lot & more <b>")
            sheet.write_formula(row, 8, "=NA()", value="#N/A")
        sheet.autofilter(1, 0, 5, 8)
        sheet.filter_column("A", 'x != "Filtered Away"')
        for line in (FILTERED, BY_HAND):
            sheet.set_row(line - 1, None, None, {"hidden": True})
        sheet.set_column(6, 6, None, None, {"hidden": True})
        notes = book.add_worksheet("Notes")
        notes.hide()
        notes.write(0, 0, NOTES)
    return file.getvalue()


def zipped(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """The parts, by name, as a zip file."""
    file = BytesIO()
    pairs = parts.items() if isinstance(parts, Mapping) else parts
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(name, content)
    return file.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file by name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xlsx_of(
    rows: str = "", *, strings: str = "", before: str = "", after: str = "", sheets: int = 1
) -> bytes:
    """An .xlsx file with these pieces of XML in its first sheet and its shared strings."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outline = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, sheets + 1))
    relations = (
        f'<Relationship Id="r1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{kind}/sharedStrings" Target="strings.xml"/>'
    )
    sheet = f"<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    parts = {
        "xl/workbook.xml": f'<workbook xmlns:r="{kind}"><sheets>{outline}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
        "xl/strings.xml": strings or "<sst/>",
    }
    return zipped({name: part.encode() for name, part in parts.items()})


def ods_of(table: str, *, before: str = "") -> bytes:
    """An .ods file with this XML as the only table, without styles."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f"<office:document-content {names}>{before}<office:body><office:spreadsheet>"
        f'<table:table table:name="S">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"content.xml": content.encode()})


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of an .xls file."""
    return pack("<HH", kind, len(data)) + data


_STYLE = record(0x31, pack("<HHHHHBBBBBB", 200, 0, 0, 400, 0, 0, 0, 0, 0, 1, 0) + b"A") + record(
    0xE0, b"\0" * 20
)


def xls_of(
    cells: bytes = b"", *, before: bytes = b"", version: int = 0x0600, short: bool = False
) -> bytes:
    """An .xls file with these records in its only sheet, and these before the sheet."""
    start = record(0x809, pack("<HHHHII", version, 5, 1, 1997, 0, 0)) + _STYLE + before
    end = record(0xA)
    at = len(start) + 4 + 9 + len(end)
    outline = start + record(0x85, pack("<IBBBB", at, 0, 0, 1, 0) + b"S") + end
    sheet = record(0x809, pack("<HHHHII", version, 0x10, 1, 1997, 0, 0)) + cells + end
    return compound(outline + sheet, short=short)


def compound(stream: bytes, name: str = "Workbook", *, short: bool = False) -> bytes:
    """A container of one stream, among the short ones if wished."""
    if not short:
        stream = stream.ljust(4096, b"\0")
    size = len(stream)
    body = stream.ljust(-(-size // 512) * 512, b"\0")
    many = len(body) // 512
    tables = -(-(many + 3) // 126)  # each tells of 128 sectors, itself among them
    free, last, own = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    # The sectors: tables, the directory, the table of the short ones, the stream.
    first = tables + 2
    following = [own] * tables + [last, last, *range(first + 1, first + many), last]
    following += [free] * (tables * 128 - len(following))
    mini = [*range(1, -(-size // 64)), last] if short else []
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
    header += pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6).ljust(20, b"\0")
    header += pack("<IIIIIIIII", tables, tables, 0, 4096, tables + 1, 1, last, 0, 0)[:32]
    header += pack("<109I", *range(tables), *[free] * (109 - tables))
    directory = _entry("Root Entry", 5, first if short else last, len(body) if short else 0)
    directory += _entry(name, 2, 0 if short else first, size)
    minis = pack("<128I", *mini, *[free] * (128 - len(mini)))
    table = pack(f"<{tables * 128}I", *following)
    return header + table + directory.ljust(512, b"\0") + minis + body


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    child = 1 if kind == 5 else 0xFFFFFFFF
    head = raw.ljust(64, b"\0") + pack("<HBB", len(raw), kind, 1)
    head += pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    return head.ljust(116, b"\0") + pack("<III", start, size, 0)
