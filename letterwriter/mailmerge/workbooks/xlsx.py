"""Excel's workbooks since 2007 (.xlsx, .xlsm), transitional or strict: where their parts are.

The names are those of ECMA-376 part 1, SpreadsheetML. Formulas are never worked
out: a cell that has one gives the value that was saved with it. Links to other
files are never followed.
"""

from collections.abc import Iterator
from posixpath import basename, dirname, join

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.grid import Grid
from letterwriter.mailmerge.workbooks.limits import Allowance
from letterwriter.mailmerge.workbooks.markup import Attributes, look_through
from letterwriter.mailmerge.workbooks.parts import Parts, beside
from letterwriter.mailmerge.workbooks.unpacked import tables
from letterwriter.mailmerge.workbooks.workbook import Workbook
from letterwriter.mailmerge.workbooks.xlsx_sheet import Filter, SheetReader
from letterwriter.mailmerge.workbooks.xlsx_strings import Strings

Relations = dict[str, tuple[str, str]]  # the kind and the part of each id
_WORKBOOK = "xl/workbook.xml"  # the usual name
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read_xlsx(parts: Parts) -> Workbook:
    """All worksheets. Raises `Unreadable`, and other errors for broken files.

    The sheets are handed on as parts of a workbook that says nothing but where
    they are: in that of the file, a part could be called a sheet by one reader
    and something else by another.
    """
    allowance = Allowance()
    top = _relations(parts, "", allowance)
    part = next((name for kind, name in top.values() if kind == "officeDocument"), _WORKBOOK)
    if part not in parts or not part.endswith(".xml"):  # a text, or Excel's binary kind
        raise Unreadable(Defect.NOT_A_LIST)
    outline = _Outline()
    look_through(parts.read(part), outline, allowance)
    relations = _relations(parts, part, allowance)
    grids, handed = _sheets(parts, outline, relations, allowance)
    if not grids:
        raise Unreadable(Defect.NOT_A_LIST)
    found = tables(handed | _plain_workbook(len(grids), since_1904=outline.since_1904))
    return Workbook(tuple(grid.sheet(table) for grid, table in zip(grids, found, strict=True)))


def _sheets(
    parts: Parts, outline: "_Outline", relations: Relations, allowance: Allowance
) -> tuple[list[Grid], dict[str, bytes]]:
    """The worksheets as they were counted, and all parts that their cells are read from."""
    lengths, handed = _shared(parts, relations, allowance)
    grids = []
    for title, id_, visible in outline.sheets:
        kind, name = relations.get(id_, ("", ""))
        if kind == "worksheet":
            grid = Grid(title, allowance, visible=visible)
            grids.append(grid)
            handed[_sheet_part(len(grids))] = _looked_at(parts, name, grid, lengths, allowance)
    return grids, handed


def _shared(
    parts: Parts, relations: Relations, allowance: Allowance
) -> tuple[list[int], dict[str, bytes]]:
    """The lengths of the texts that cells share, and the parts that all sheets refer to."""
    readers = {kind: Strings(allowance) for kind in ("sharedStrings", "styles")}
    found: dict[str, bytes] = {}
    for kind, name in relations.values():
        if kind in readers:
            content = parts.read(name)
            look_through(content, readers[kind], allowance)
            if found.setdefault(f"xl/{kind}.xml", content) is not content:  # which counts?
                raise Unreadable(Defect.UNSAFE)
    return readers["sharedStrings"].lengths, found


def _looked_at(
    parts: Parts, name: str, grid: Grid, lengths: list[int], allowance: Allowance
) -> bytes:
    reader = SheetReader(grid, lengths)
    content = parts.read(name)
    look_through(content, reader, allowance)
    if reader.has_tables:  # each has a filter of its own
        for kind, part in _relations(parts, name, allowance).values():
            if kind == "table":
                look_through(parts.read(part), Filter(grid), allowance)
    grid.finish()
    return content


def _relations(parts: Parts, part: str, allowance: Allowance) -> Relations:
    name = join(dirname(part), "_rels", f"{basename(part)}.rels")
    if name not in parts:
        return {}
    reader = _Relations()
    look_through(parts.read(name), reader, allowance)
    return {id_: (kind, beside(part, target)) for id_, kind, target in reader.found}


class _Relations:
    """The ids by which a part calls others, without links to what is outside the file."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = basename(attributes.get("Type", ""))
            self.found.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))

    def end(self, tag: str) -> None:
        pass

    def text(self, words: str) -> None:
        pass


class _Outline:
    """The names, ids and visibility of the sheets, and from when days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.since_1904 = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")
        elif tag == "sheet":
            ids = _by_local_name(attributes, "id")
            state = attributes.get("state", "visible")
            self.sheets.append((attributes.get("name", ""), next(ids, ""), state == "visible"))

    def end(self, tag: str) -> None:
        pass

    def text(self, words: str) -> None:
        pass


def _by_local_name(attributes: Attributes, name: str) -> Iterator[str]:
    return (value for each, value in attributes.items() if each.rpartition(":")[2] == name)


def _plain_workbook(sheets: int, *, since_1904: bool) -> dict[str, bytes]:
    """The parts that tell where so many sheets are."""
    numbers = range(1, sheets + 1)
    outline = "".join(f'<sheet name="{number}" r:id="{number}"/>' for number in numbers)
    properties = f'<workbookPr date1904="{int(since_1904)}"/>'
    relations = [(str(number), "worksheet", f"/{_sheet_part(number)}") for number in numbers]
    top = _xml_relations([("1", "officeDocument", _WORKBOOK)])
    return {
        "_rels/.rels": top,
        _WORKBOOK: f"<workbook>{properties}<sheets>{outline}</sheets></workbook>".encode(),
        "xl/_rels/workbook.xml.rels": _xml_relations(relations),
    }


def _xml_relations(relations: list[tuple[str, str, str]]) -> bytes:
    each = (
        f'<Relationship Id="{id_}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for id_, kind, target in relations
    )
    return f"<Relationships>{''.join(each)}</Relationships>".encode()


def _sheet_part(number: int) -> str:
    """The part of a sheet, counted from 1."""
    return f"xl/worksheets/sheet{number}.xml"
