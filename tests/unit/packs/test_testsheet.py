"""The sheet to try envelopes with, read back: its boxes, its ruler, its words."""

import io
import math
from pathlib import Path

import pymupdf
import pypdf
import pytest
from click.testing import CliRunner

from letterwriter.cli import main
from letterwriter.packs.testsheet import envelope_sheet
from tests.unit.documents.paper import MM, ink, read, sheets

C5 = (24.6, 39.5, 24.6 + 95.4, 39.5 + 26.8)
DL = (20, 55, 100, 79)


def drawn() -> list[tuple[float, float, float, float]]:
    """The box of every line and rectangle on the sheet, in millimetres."""
    with pymupdf.open(stream=envelope_sheet()) as document:
        (page,) = document
        boxes = [tuple(points / MM for points in path["rect"]) for path in page.get_drawings()]
    return [(left, top, right, bottom) for left, top, right, bottom in boxes]


@pytest.mark.parametrize("window", [C5, DL])
def test_both_windows_are_drawn_where_letters_have_them(
    window: tuple[float, float, float, float],
) -> None:
    assert [box for box in drawn() if all(map(near, box, window))]


def test_the_ruler_is_as_long_as_it_says() -> None:
    widths = [right - left for left, top, right, bottom in drawn() if bottom - top < 0.01]
    assert [width for width in widths if near(width, 100)]
    marks = {round(left, 1) for left, top, right, bottom in drawn() if right - left < 0.01}
    assert len(marks) == 101
    assert near(max(marks) - min(marks), 100)


def test_marks_at_the_edge_say_how_far_they_are_from_the_top() -> None:
    (sheet,) = sheets(envelope_sheet())
    heights = [top for left, top, right, bottom in drawn() if near(right, 195)]
    said = [w for w in sheet if w.left > 175 and w.text.isdecimal()]
    assert len(said) == 29
    for word in said:
        assert min(abs(height - int(word.text)) for height in heights) < 0.1
        assert abs((word.top + word.bottom) / 2 - int(word.text)) < 1.5


def test_the_folds_are_marked_for_both_envelopes() -> None:
    marks = [top for left, top, right, bottom in drawn() if near(left, 15)]
    assert sorted(round(mark, 1) for mark in marks) == [99, 148.5, 198]


def test_three_sentences_tell_how_to_use_it_on_one_page_within_the_margins() -> None:
    text = read(envelope_sheet())
    assert "1.Printthispageat“Actualsize”" in text
    assert "2.Foldthepage" in text
    assert "3.Taptheenvelope" in text
    left, top, right, bottom = ink(envelope_sheet())
    assert left >= 14.9  # a fold's mark begins at 15 mm
    assert right <= 195.1
    assert top >= 5
    assert bottom <= 292


def test_it_is_tagged_with_language_and_title() -> None:
    reader = pypdf.PdfReader(io.BytesIO(envelope_sheet()))
    assert len(reader.pages) == 1
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert "/StructTreeRoot" in reader.root_object
    assert reader.metadata is not None
    assert reader.metadata.title == "Test sheet for window envelopes"


def test_the_command_line_writes_it(tmp_path: Path) -> None:
    answer = CliRunner().invoke(main, ["testsheet", "--out", str(tmp_path / "sheet.pdf")])
    assert answer.exit_code == 0, answer.output
    assert (tmp_path / "sheet.pdf").read_bytes() == envelope_sheet()


def near(one: float, other: float) -> bool:
    return math.isclose(one, other, abs_tol=0.1)
