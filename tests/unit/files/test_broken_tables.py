"""Whatever is wrong with a newer table, the last good one is used, or ours; and that is said."""

import logging
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from letterwriter.cli import main
from letterwriter.files.instance import draft, install
from letterwriter.files.instance import tables_in as folders
from letterwriter.parliament import current_members
from letterwriter.parliament.contacts_file import CONTACT_HEADER
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import save_parliament
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.current_postcodes import save_postcodes
from letterwriter.postcodes.directory.report import Reading, read_directory
from letterwriter.postcodes.edition import PostcodeEdition
from tests.broken_tables import BREAKS, Break
from tests.directory import few

PARLIAMENT = current_members.bundled_parliament()
GOOD, NEWER = date(2026, 11, 1), date(2026, 11, 24)


def put_members(instance: Path, day: date) -> Path:
    dated = Parliament(replace(seat, as_of=day, source="UK Parliament") for seat in PARLIAMENT)
    room = instance / "members"
    with draft(room) as folder:
        save_parliament(dated, folder)
        return install(folder, day, keep=folders(room))


@pytest.fixture(scope="module")
def reading() -> Reading:
    rows = few(current_postcodes.bundled_table().rows())
    return read_directory(
        (
            (e.encode(), b"", code.encode())
            for sector, code, units in rows
            for e in _ends(sector, units)
        ),
        PARLIAMENT,
        ended=False,
        northern_ireland=False,
    )


def _ends(sector: str, units: str) -> list[str]:
    return [f"{sector}{units[at : at + 2]}" for at in range(0, len(units), 2)]


def put_postcodes(instance: Path, day: date, reading: Reading) -> Path:
    room = instance / "postcodes"
    with draft(room) as folder:
        save_postcodes(reading, PostcodeEdition(day, "ONSPD.zip"), folder)
        return install(folder, day, keep=folders(room))


@pytest.mark.parametrize("file", ["mps.csv", "offices.csv"])
@pytest.mark.parametrize("spoil", BREAKS.values(), ids=BREAKS.keys())
def test_a_broken_table_of_members_is_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, file: str, spoil: Break
) -> None:
    good = put_members(tmp_path, GOOD)
    newer = put_members(tmp_path, NEWER)
    spoil(newer / file)
    if (file, spoil) == ("offices.csv", BREAKS["half of its lines"]):
        return  # fewer offices are a table too
    with caplog.at_level(logging.WARNING):
        used = current_members.current_members(tmp_path)
    assert (used.folder, used.passed_over) == (good, True)
    (told,) = [record.getMessage() for record in caplog.records]
    assert f"The table of members in {newer} is not used: " in told
    assert "That of 2026-11-01 is used instead." in told
    assert "\n" not in told
    assert len(told) < 2_000


CONTACT = "4671,constituency,1 Example Street,M14 5TP,0161 496 0000,,2026-11-24\n"


@pytest.mark.parametrize(
    "broken", ["a quote without an end", "bad UTF-8", "nothing", "far too much", "a link to itself"]
)
def test_a_table_with_broken_contacts_is_passed_over_and_one_without_any_is_not(
    tmp_path: Path, broken: str
) -> None:
    newer = put_members(tmp_path, NEWER)
    assert current_members.current_members(tmp_path).folder == newer
    (newer / "contacts.csv").write_text(f"{CONTACT_HEADER}\n{CONTACT}", "utf-8")
    assert current_members.current_members(tmp_path).folder == newer
    BREAKS[broken](newer / "contacts.csv")
    used = current_members.current_members(tmp_path)
    assert (used.folder, used.passed_over) == (None, True)


@pytest.mark.parametrize("file", ["postcodes_constituencies.csv", "edition.json"])
@pytest.mark.parametrize("spoil", BREAKS.values(), ids=BREAKS.keys())
def test_a_broken_table_of_postcodes_is_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, reading: Reading, file: str, spoil: Break
) -> None:
    good = put_postcodes(tmp_path, GOOD, reading)
    newer = put_postcodes(tmp_path, NEWER, reading)
    spoil(newer / file)
    with caplog.at_level(logging.WARNING):
        used = current_postcodes.current_postcodes(tmp_path, PARLIAMENT)
    assert (used.folder, used.passed_over) == (good, True)
    (told,) = [record.getMessage() for record in caplog.records]
    assert f"The table of postcodes in {newer} is not used: " in told
    assert len(told) < 2_000


@pytest.mark.parametrize(
    "about",
    [
        b"[" * 10_000,
        b'{"as_of": "2026-11-24"}',
        b'{"as_of": "2026-11-24", "source": "<b>\\u202e"}',
        b'{"as_of": 20261124, "source": "x"}',
        b'{"as_of": "9999-99-99", "source": "x"}',
        b'["as_of", "source"]',
        b"9" * 5_000,
    ],
)
def test_a_broken_edition_is_passed_over(tmp_path: Path, reading: Reading, about: bytes) -> None:
    (put_postcodes(tmp_path, NEWER, reading) / "edition.json").write_bytes(about)
    used = current_postcodes.current_postcodes(tmp_path, PARLIAMENT)
    assert (used.folder, used.passed_over) == (None, True)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("Afzal Khan,", "Afzal <b>Khan,", "column name: holds the character U+003C"),
        ("Afzal Khan MP", "Afzal \u202eKhan MP", "column full_title: holds the character U+202E"),
        ("afzal.khan.mp@", "afzal?bcc=x@", "column email: is no plain address for email"),
        ("Manchester Rusholme", "Rusholme\x07", "column constituency: holds the character U+0007"),
        ("4671,", "+4671,", "column member_id: should be Parliament's number"),
        ("UK Parliament", "<script>", "column source: holds the character U+003C"),
        ("E14001353", "E1400135३", "column constituency_code: should be a code"),
    ],
)
def test_what_a_refresh_would_not_take_is_not_loaded_either(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, good: str, bad: str, told: str
) -> None:
    file = put_members(tmp_path, NEWER) / "mps.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    changed = [line.replace(good, bad, 1) if "E14001353" in line else line for line in lines]
    file.write_text("".join(changed), "utf-8")
    with caplog.at_level(logging.WARNING):
        assert current_members.current_members(tmp_path).folder is None
    assert told in caplog.text


def test_accents_apart_from_their_letters_are_put_on_them(tmp_path: Path) -> None:
    file = put_members(tmp_path, NEWER) / "mps.csv"
    file.write_text(file.read_text("utf-8").replace("Siân", "Sia\u0302n"), "utf-8")
    used = current_members.current_members(tmp_path)
    assert used.folder
    names = [seat.member.name for seat in used.parliament if seat.member]
    assert "Siân Berry" in names


def test_a_room_that_cannot_be_looked_into_is_said_and_ours_is_used(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for room in ("members", "postcodes"):
        (tmp_path / room).symlink_to(tmp_path / room)  # to itself: not even root can
    with caplog.at_level(logging.WARNING):
        assert current_members.current_members(tmp_path).passed_over
        assert current_postcodes.current_postcodes(tmp_path, PARLIAMENT).passed_over
    assert "members: cannot be read: " in caplog.text
    assert "postcodes: cannot be read: " in caplog.text


@pytest.mark.parametrize("locked", ["", "members", "members/2026-11-24"])
def test_a_folder_without_permission_is_said_and_ours_is_used(tmp_path: Path, locked: str) -> None:
    """As another user, since root may read everything."""
    put_members(tmp_path, NEWER)
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from letterwriter.parliament import current_members\n"
        "from letterwriter.files.messages import messages\n"
        "ours, _ = current_members.bundled_parliament(), messages('tables')\n"  # root's alone
        "current_members.bundled_parliament = lambda: ours\n"
        "if os.getuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "used = current_members.current_members(Path(sys.argv[1]))\n"
        "print(used.folder, used.passed_over)\n"
    )
    for folder in (*tmp_path.parents[:3], tmp_path):
        folder.chmod(folder.stat().st_mode | 0o055)
    (tmp_path / locked).chmod(0)
    try:
        run = subprocess.run(
            [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False
        )
    finally:
        (tmp_path / locked).chmod(0o755)
    assert run.stdout == "None True\n", run.stderr
    assert "cannot be read: Permission denied" in run.stderr


def test_a_command_goes_on_and_says_so_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    BREAKS["a field over 131,072 characters"](put_members(tmp_path, NEWER) / "mps.csv")
    monkeypatch.setenv("LETTERWRITER_INSTANCE", str(tmp_path))
    run = subprocess.run(
        [sys.executable, "-m", "letterwriter.cli", "lookup", "M14 5TP"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0
    assert "Afzal Khan" in run.stdout
    assert "is not used: mps.csv: line 652: is no CSV: field larger than field limit" in run.stderr
    assert "That of 2026-10-09 is used instead" in run.stderr


def test_a_clock_in_the_past_is_asked_about_and_no_age_is_below_zero(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_members(tmp_path, date(2026, 12, 3))
    monkeypatch.setenv("LETTERWRITER_INSTANCE", str(tmp_path))

    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, [*words, "--date", "1954-11-05"])
        assert not re.search(r"-\d+ days", result.output)
        return result.exit_code, result.output

    told = (
        "The table of MPs is dated 3 December 2026, which is after today, 5 November 1954: "
        "is this computer's clock right?"
    )
    for words in (["lookup", "M14 5TP"], ["refresh", "members", "--check"]):
        assert told in run(*words)[1]
    assert run("refresh", "members", "--check")[0] == 1
    assert run("lookup", "M14 5TP")[0] == 0
    assert "which is after today, 5 November 1954: is this" in run("facts")[1]
    assert "which is after today, 5 November 1954: is this" in run("check")[1]
    assert "The table of postcodes is dated 28 February 2025" in run("lookup", "M14 5TP")[1]


def test_on_an_ordinary_day_nothing_is_said_of_clocks() -> None:
    for words in (["lookup", "M14 5TP"], ["facts"], ["check"], ["refresh", "members", "--check"]):
        result = CliRunner().invoke(main, [*words, "--date", "2026-11-24"])
        assert "after today" not in result.output
