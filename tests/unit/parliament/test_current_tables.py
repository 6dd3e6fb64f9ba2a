"""Which table of members is in use: the newest that is whole."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from letterwriter.files.faults import FaultyFiles
from letterwriter.files.instance import draft, install
from letterwriter.parliament import current_members
from letterwriter.parliament.members import Office, Parliament, Role
from letterwriter.parliament.members_file import load_parliament, save_parliament

RUSHOLME = "E14001353"
LATER, EARLIER = date(2026, 11, 24), date(2026, 8, 1)


@pytest.fixture(scope="module")
def ours() -> Parliament:
    return current_members.bundled_parliament()


def dated(parliament: Parliament, day: date) -> Parliament:
    return Parliament(replace(seat, as_of=day, source="UK Parliament") for seat in parliament)


def put(instance: Path, parliament: Parliament, day: date) -> Path:
    with draft(instance / "members") as folder:
        save_parliament(dated(parliament, day), folder)
        return install(folder, day, keep=list((instance / "members").glob("2*")))


def test_what_is_saved_is_read_back_the_same(ours: Parliament, tmp_path: Path) -> None:
    minister = Office("Minister of State, Home Office", Role.MINISTER, LATER, 'the "source", 1')
    seats = [
        replace(seat, member=seat.member and replace(seat.member, offices=(minister,)))
        if seat.constituency.code == RUSHOLME
        else seat
        for seat in ours
    ]
    seats[0] = replace(seats[0], member=None)
    save_parliament(Parliament(seats), tmp_path)
    again = load_parliament(tmp_path / "mps.csv", tmp_path / "offices.csv")
    assert {seat.constituency.code: seat for seat in again} == {
        seat.constituency.code: seat for seat in seats
    }


def test_without_an_instance_folder_the_programs_own_table_is_used(tmp_path: Path) -> None:
    assert current_members.current_members(None).folder is None
    assert current_members.current_members(tmp_path / "nowhere").folder is None


def test_the_operators_table_is_used_if_it_knows_a_later_day(
    ours: Parliament, tmp_path: Path
) -> None:
    assert current_members.newest_day(ours) == date(2026, 10, 9)
    put(tmp_path, ours, EARLIER)
    assert current_members.current_members(tmp_path).folder is None
    put(tmp_path, ours, LATER)
    used = current_members.current_members(tmp_path)
    assert used.folder == tmp_path / "members" / "2026-11-24"
    assert (
        current_members.newest_day(used.parliament)
        == current_members.oldest_day(used.parliament)
        == LATER
    )


Spoil = Callable[[Path], object]


def half(table: Path) -> object:
    text = (table / "mps.csv").read_text("utf-8")
    return (table / "mps.csv").write_text(text[: len(text) // 2], "utf-8")


def half_at_a_line(table: Path) -> object:
    lines = (table / "mps.csv").read_text("utf-8").splitlines(keepends=True)
    return (table / "mps.csv").write_text("".join(lines[:300]), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (half, "constituencies; there are 650"),
        (half_at_a_line, "has 299 constituencies; there are 650"),
        (lambda table: (table / "offices.csv").unlink(), "offices.csv: cannot be read"),
        (lambda table: (table / "mps.csv").write_bytes(b""), "mps.csv: line 1: should be"),
    ],
)
def test_a_table_that_is_not_whole_is_passed_over_and_the_log_says_why(
    ours: Parliament, tmp_path: Path, caplog: pytest.LogCaptureFixture, spoil: Spoil, told: str
) -> None:
    good = put(tmp_path, ours, date(2026, 11, 1))
    spoil(put(tmp_path, ours, LATER))
    with caplog.at_level(logging.WARNING):
        assert current_members.current_members(tmp_path).folder == good
    assert told in caplog.text
    assert str(tmp_path / "members" / "2026-11-24") in caplog.text


def test_a_running_site_is_not_taken_further_back_than_it_is(
    ours: Parliament, tmp_path: Path
) -> None:
    put(tmp_path, ours, date(2026, 11, 1))
    half(put(tmp_path, ours, LATER))
    with pytest.raises(FaultyFiles):
        current_members.newest_members(tmp_path)


def test_the_command_line_uses_the_folder_of_the_setting(
    ours: Parliament, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, ours, LATER)
    monkeypatch.setenv("LETTERWRITER_INSTANCE", str(tmp_path))
    assert current_members.newest_day(current_members.current_parliament(LATER)) == LATER
