"""What tidies people's text takes twice as long for twice as much of it, and no longer."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from letterwriter.documents.bidi import runs
from letterwriter.letters.advice import advise
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.letters.name_judges import plain
from letterwriter.mailmerge.lists import read_list
from letterwriter.mailmerge.rows import BadRow, sender
from letterwriter.mailmerge.unreadable import Unreadable
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.cleaning import clean, clean_line
from letterwriter.text.csv_cells import guarded, unguarded
from letterwriter.text.email import is_email
from letterwriter.text.word_split import words_of
from letterwriter.web.forms.small_forms import cleaned, one_line
from tests.growth import is_linear

pytestmark = pytest.mark.slow

# Runs of these, and something else after them.
RUNS = (
    *(
        " ",
        "\n",
        " \n",
        "\t",
        "\u3000",
        "x ",
        "(",
        "[(",
        "9",
        "'",
        ",",
        "@",
        ".",
        "\ud800",
        "\u0301",
    ),
    *("\u0301\u0323", "e\u0323\u0302\u0301", "\u200d \u0645", "\u200d ", "a@b.co ", "07700900123 "),
    *("my friend Sara Ahmed, ", "14 High Street, ", "you are a ", "A'A ", "\u1100\u1161"),
)


def _letter(text: str) -> Letter:
    given = CleanText(text)  # not cleaned: these runs are what the advice has to stand
    block = tuple(map(CleanText, text.split("\n")))
    return Letter(block, NO_TEXT, block, given, (Paragraph(Kind.OWN, given),), given, given)


@pytest.mark.parametrize(
    "tidy",
    [
        *(clean, clean_line, cleaned, one_line, guarded, unguarded, plain, words_of, is_email),
        *(lambda text: list(runs(text)), lambda text: advise(_letter(text))),
    ],
)
def test_long_runs_are_tidied_in_linear_time(tidy: Callable[[str], object]) -> None:
    slow = [
        run
        for run in RUNS
        if not is_linear(lambda length, run=run: tidy(run * (length // len(run)) + "x"))  # type: ignore[misc]
    ]
    assert slow == []


@pytest.mark.parametrize("run", RUNS)
def test_a_list_with_such_headings_and_cells_is_read_in_linear_time(run: str) -> None:
    def read(length: int) -> None:
        text = run * (length // len(run)) + "x"
        cells = f'"A","1 High Street\n{text}","M14 5TP","a@b.co"'
        with suppress(Unreadable, BadRow):
            for row in read_list(
                f'"Name","Address","Postcode","Email","{text}"\n{cells}'.encode(errors="replace")
            ).rows:
                sender(row)

    assert is_linear(read)
