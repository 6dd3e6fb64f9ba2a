"""Lists for volunteers: a template to fill in, and the rows that need fixing."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from letterwriter.mailmerge.messages import row_place
from letterwriter.mailmerge.rows import Row
from letterwriter.text.csv_cells import as_csv

_MARK = "\ufeff"  # tells Excel that this is UTF-8


def empty_list_csv(headings: Sequence[str]) -> bytes:
    """A list with headings and no people: an example in it would be printed and sent."""
    return (_MARK + as_csv([headings])).encode()


def empty_list_xlsx(
    headings: Sequence[str], choices: Mapping[str, Iterable[str]], names: tuple[str, str]
) -> bytes:
    """The same as an Excel file, with a second sheet that lists what can be chosen.

    ``choices`` are the texts to choose from under their titles; ``names`` are
    those of the two sheets.
    """
    import xlsxwriter  # only for the template

    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        text = book.add_format({"num_format": "@", "text_wrap": True})  # keeps a phone's first 0
        people = book.add_worksheet(names[0])
        people.write_row(0, 0, headings, bold)
        people.set_column(0, len(headings) - 1, 22, text)
        people.freeze_panes(1, 0)
        sheet = book.add_worksheet(names[1])
        sheet.set_column(0, 0, 90)
        lines = [line for title, texts in choices.items() for line in _under(title, texts)]
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line, bold if line in choices else None)
    return content.getvalue()


def _under(title: str, texts: Iterable[str]) -> tuple[str, ...]:
    return (title, *texts, "")


def rows_to_fix(
    headings: Sequence[str], bad: Iterable[tuple[Row, str]], titles: tuple[str, str]
) -> bytes:
    """The bad rows as they came, each after its line and reason, to fix and upload again."""
    rows = ((row_place(row), reason, *row.cells) for row, reason in bad)
    return (_MARK + as_csv([(*titles, *headings), *rows])).encode()
