"""A whole stack on paper, read back from its PDF, and the command that makes it."""

import io
import re
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import pymupdf
import pypdf
import pytest
from click.testing import CliRunner, Result

from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.paper import Layout
from letterwriter.commands.stack import stack as command
from letterwriter.documents.pdf import as_pdf
from letterwriter.documents.pdf_files.reading_check import check_for_screen_readers
from letterwriter.mailmerge import batch_pdf
from letterwriter.mailmerge.batch import Batch, MailMerge
from letterwriter.mailmerge.batch_pdf import SHEETS_A_PART, as_stack
from letterwriter.mailmerge.rows import Row
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.text.cleaning import clean
from tests.unit.documents.paper import read, sheets, squeezed
from tests.unit.mailmerge.workbook_files import SAVED
from tests.unit.processes import misbehaving

TODAY = date(2026, 11, 22)
LONG = "My neighbour taught my daughter to read music on Saturdays. " * 40
POSTCODES = ("M14 5TP", "SW1A 1AA", "LS1 4DY")
MAIL_MERGE = MailMerge(
    load_parliament(DATA / "mps.csv", DATA / "offices.csv"),
    PostcodeTable.load(DATA / "postcodes_constituencies.csv"),
    load_campaign(CAMPAIGNS / "restoring-order-and-control"),
    TODAY,
)


def stack(*stories: str) -> Batch:
    """A letter for each story, to three MPs in turn."""
    rows = (
        Row(
            n + 2,
            (),
            clean(f"Person {n}"),
            clean("1 High Street"),
            clean(POSTCODES[n % 3]),
            story=clean(story),
        )
        for n, story in enumerate(stories)
    )
    return MAIL_MERGE.sort(rows)


def pdf(made: Batch) -> bytes:
    return as_stack(made, lambda batch: MAIL_MERGE.letters(batch, Random(7)), TODAY)


def test_screen_readers_find_every_word_of_a_stack_in_many_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch_pdf, "SHEETS_A_PART", 3)
    arabic, yoruba = "سلام عليكم يا جاري العزيز " * 8, "Ọlá ẹ̀kọ́ " * 40
    content = pdf(stack("Hello.", arabic, yoruba, "Bye.", arabic))
    assert check_for_screen_readers(content) == ()
    with pikepdf.open(io.BytesIO(content)) as file:
        root: Any = file.Root
        (document,) = root.StructTreeRoot.K
        inside = [part for part in document.K for part in part.K]
        languages = [str(tag.Lang) for tag in inside if "/Lang" in tag]
        assert languages == ["ar", "ar"]
        assert len({page.StructParents for page in file.pages}) == len(file.pages)
    assert yoruba.strip() in " ".join(pypdf_text(content).split())


def pypdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def pages(content: bytes) -> list[str]:
    return [" ".join(word.text for word in sheet) for sheet in sheets(content)]


def test_a_tally_comes_first_and_each_mps_letters_behind_a_sheet_with_the_name() -> None:
    first, *rest = pages(pdf(stack("a story", "b story", "c story", "d story")))
    assert "4 letters to 3 MPs" in first
    firsts = [page.partition(" follow")[0] for page in rest]
    assert ["Letters to" in page for page in firsts] == [
        True, False, True, False, True, False, False
    ]  # fmt: skip
    assert [p.split(" to ")[1] for p in firsts if p.startswith("Letters to ")] == [
        "The Rt Hon Hilary Benn MP Leeds South 1 letter",
        "Rachel Blake MP Cities of London and Westminster 1 letter",
        "Afzal Khan MP Manchester Rusholme 2 letters",
    ]


def test_a_letter_of_a_stack_is_set_as_the_letter_on_its_own() -> None:
    made = stack(LONG, "short")
    (alone,) = MAIL_MERGE.letters(made.by_member[-1], Random(7))
    content = as_stack(
        made,
        lambda batch: (
            [alone] if batch == made.by_member[-1] else MAIL_MERGE.letters(batch, Random(7))
        ),
        TODAY,
    )
    assert sheets(content)[-2:] == sheets(as_pdf(alone))


def test_pages_are_numbered_for_each_letter_of_its_own() -> None:
    text = pages(pdf(stack(LONG, "short", LONG, LONG, LONG)))
    feet = [
        foot[0] for page in text if (foot := re.findall(r"Page 1 of 2$|Person \d to .*of 2$", page))
    ]
    assert feet[::2] == ["Page 1 of 2"] * 4
    assert feet[1::2] == [
        "Person 2 to The Rt Hon Hilary Benn MP, page 2 of 2",
        "Person 4 to Rachel Blake MP, page 2 of 2",
        "Person 0 to Afzal Khan MP, page 2 of 2",
        "Person 3 to Afzal Khan MP, page 2 of 2",
    ]


def test_a_stack_that_is_made_in_parts_has_every_letter_once() -> None:
    count = SHEETS_A_PART + 20
    told: list[int] = []
    made = stack(*(f"story number {n}." for n in range(count)))
    content = as_stack(
        made,
        lambda batch: MAIL_MERGE.letters(batch, Random(7)),
        TODAY,
        made=told.append,
    )
    text = pages(content)
    assert len(text) == 1 + 3 + count
    for n in range(count):
        assert sum(f"story number {n}." in page for page in text) == 1
    assert told == [SHEETS_A_PART, 23]


def test_what_people_wrote_comes_out_as_typed_whatever_it_looks_like() -> None:
    stories = ["=1+1", '#import "x"; $x$ *bold* {name} @ref <label>', "سلام ሰላም", "\\u{1f}"]
    text = read(pdf(stack(*stories)))
    for story in stories:
        assert squeezed(story) in text


def test_one_letter_that_cannot_be_set_leaves_its_neighbours_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import typst

    compiled = typst.compile

    class TypstError(Exception):
        """Given up, as Typst does on heaps of rare signs."""

    def compile_(*args: object, **given: dict[str, str]) -> object:
        if "\\u1230\\u120b\\u121d heap" in given.get("sys_inputs", {}).get("words", ""):
            raise TypstError
        return compiled(*args, **given)  # type: ignore[call-overload]

    monkeypatch.setattr(typst, "compile", compile_)
    text = read(pdf(stack("one ሰላም", "ሰላም heap", "three ሰላም")))
    assert "oneሰላም" in text
    assert "threeሰላም" in text
    assert "[U+1230][U+120B][U+121D]heap" in text


def test_the_file_says_its_title_and_language_and_no_ones_name() -> None:
    with pymupdf.open(stream=pdf(stack("a", "b"))) as document:
        assert document.metadata["title"] == "All letters by MP"
        assert "Person" not in str(document.metadata)
        assert document.language.startswith("en")


LIST = "Name,Address,Postcode,Story\n"
GOOD = "Amina Yusuf,1 High Street,M14 5TP,I teach.\n"


@pytest.mark.parametrize(
    ("rows", "status", "says"),
    [
        (GOOD, 0, "Letters: 1. MPs: 1."),
        (GOOD + "B,,M1 1AE\n", 1, "line 3, B: There is no address"),
        ("B,,M1 1AE\n", 2, "nothing to print"),
        ("", 2, "no people under them"),
    ],
)
def test_the_command_says_what_it_read_and_ends_with_a_status(
    tmp_path: Path, rows: str, status: int, says: str
) -> None:
    file, out, bad = tmp_path / "list.csv", tmp_path / "out.pdf", tmp_path / "bad.csv"
    file.write_text(LIST + rows, "utf-8")
    options = ["--out", str(out), "--bad", str(bad), "--seed", "1", "--date", "2026-11-22"]
    result = CliRunner().invoke(command, [str(file), *options])
    assert result.exit_code == status
    assert says in result.output
    assert out.exists() == (GOOD in rows)
    assert bad.exists() == ("B,," in rows)


def run(tmp_path: Path, rows: str, *options: str) -> Result:
    file = tmp_path / "list.csv"
    file.write_text(rows, "utf-8")
    return CliRunner().invoke(command, [str(file), "--date", "2026-11-22", *options])


def test_a_preview_shows_how_letters_begin_and_what_was_read_and_prints_nothing(
    tmp_path: Path,
) -> None:
    rows = LIST.replace("Story", "Shoe size") + GOOD + "Amina Yusuf,1 High St,M14 5TP,43\n"
    result = run(tmp_path, rows, "--preview")
    assert result.exit_code == 0
    for words in (
        "Columns read: Name, Address, Postcode.",
        "“Shoe size” (we do not know what it holds)",
        "Afzal Khan MP                           Amina Yusuf\n",
        "    Dear Afzal Khan,",
        "Doubtful rows, left out: 1.",
        "line 3, Amina Yusuf: This person seems to be on line 2 already.",
        '--column "Shoe size=address"',
    ):
        assert words in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_the_report_goes_to_the_other_stream_beside_the_letters(tmp_path: Path) -> None:
    result = run(tmp_path, LIST + GOOD, "--out", str(tmp_path / "out.pdf"))
    assert "Columns read" in result.stderr
    assert "Columns read" not in result.stdout


def test_a_doubtful_row_is_printed_when_its_line_is_named(tmp_path: Path) -> None:
    rows = LIST + GOOD + GOOD
    for options, letters, status in (
        ((), 1, 1),
        (("--print-line", "3"), 2, 0),
        (("--print-line", "all"), 2, 0),
    ):
        result = run(tmp_path, rows, "--out", str(tmp_path / "out.pdf"), *options)
        assert f"out.pdf: {letters}." in result.output
        assert result.exit_code == status
    wrong = run(tmp_path, rows, "--preview", "--print-line", "2")
    assert "no doubtful row on line 2" in wrong.output


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        ((), 2, "There is no column for: Address. Say which it is"),
        (("--column", "where to write=address"), 0, "“Where to write” as Address"),
        (("--column", "Where to write"), 2, "with an = between the two"),
        (("--column", "Where to write=planet"), 2, "cannot hold “planet”. It can be: Name, Title"),
        (("--column", "Adress=address"), 2, "no column “adress” in this list. Its columns are: Na"),
    ],
)
def test_the_command_can_be_told_what_a_column_holds(
    tmp_path: Path, options: tuple[str, ...], status: int, says: str
) -> None:
    rows = GOOD.join(["Name,Where to write,Postcode,Story\n", ""])
    result = run(tmp_path, rows, "--preview", *options)
    assert says in result.output
    assert result.exit_code == status


def test_letters_of_a_list_are_set_for_the_envelope_that_is_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    run(tmp_path, LIST + GOOD, "--out", str(out), "--layout", "dl")
    with pymupdf.open(out) as document:
        letter = document[2].get_text("words")
    top = min(word[1] * 25.4 / 72 for word in letter if word[4] == "Afzal")
    assert top >= Layout.DL.window.top


def test_the_same_seed_gives_the_same_stack(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST + GOOD, "utf-8")
    made: list[bytes] = []
    for seed in ("1", "1", "2"):
        out = tmp_path / f"{len(made)}.pdf"
        options = ["--out", str(out), "--seed", seed, "--date", "2026-11-22"]
        assert CliRunner().invoke(command, [str(file), *options]).exit_code == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert made[0] != made[2]


def test_a_file_that_breaks_its_reader_ends_the_command_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, out = tmp_path / "list.csv", tmp_path / "out.pdf"
    file.write_text(LIST + GOOD, "utf-8")
    monkeypatch.setattr("letterwriter.commands.stack.read_list", misbehaving.breaks_its_reader)
    result = CliRunner().invoke(command, [str(file), "--out", str(out)])
    assert result.exit_code == 2
    assert "takes longer, or more memory" in result.output
    assert not out.exists()


def test_the_command_tells_how_many_rows_are_hidden_in_the_spreadsheet(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    options = ["--out", str(out), "--seed", "1", "--date", "2026-11-22"]
    result = CliRunner().invoke(command, [str(SAVED / "people.ods"), *options])
    assert "Hidden or filtered out in the spreadsheet, and left out: 2." in (result.output)
