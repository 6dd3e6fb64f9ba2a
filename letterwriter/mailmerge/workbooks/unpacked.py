"""Parts that were looked at, to texts, by python-calamine: the one place that calls it."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.workbook import Cells, cell_text


def tables(parts: Mapping[str, bytes]) -> list[Cells]:
    """The cells of each sheet that the library finds. Raises `Unreadable`, and other errors.

    The parts are packed uncompressed, so that nothing is unpacked unseen.
    """
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(file.getvalue())) as book:
            return [_table(book, number) for number in range(len(book.sheet_names))]
    except BaseException as error:
        # A panic in Rust comes as a BaseException of a class that cannot be imported.
        if type(error).__name__ == "PanicException":
            raise Unreadable(Defect.BROKEN) from None
        raise


def _table(book: CalamineWorkbook, number: int) -> Cells:
    rows = book.get_sheet_by_index(number).to_python(skip_empty_area=False)
    return [[cell_text(cell) for cell in row] for row in rows]
