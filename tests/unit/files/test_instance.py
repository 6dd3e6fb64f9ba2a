from datetime import date
from pathlib import Path

import pytest

from letterwriter.files.instance import draft, install, instance_folder, table_stamp, tables_in
from letterwriter.paths import INSTANCE

DAY = date(2026, 11, 24)


def put(room: Path, day: date = DAY, keep: tuple[Path, ...] = ()) -> Path:
    with draft(room) as folder:
        (folder / "mps.csv").write_text("a table", encoding="utf-8")
        return install(folder, day, keep)


def test_a_table_gets_its_name_whole_and_leaves_nothing_else_behind(tmp_path: Path) -> None:
    room = tmp_path / "members"
    table = put(room)
    assert table == room / "2026-11-24"
    assert [path.name for path in table.iterdir()] == ["mps.csv"]
    assert list(room.iterdir()) == [table]


def test_a_draft_that_is_not_installed_is_gone_and_is_never_a_table(tmp_path: Path) -> None:
    def cut_short() -> None:
        with draft(tmp_path) as folder:
            (folder / "mps.csv").write_text("half a ta", encoding="utf-8")
            assert tables_in(tmp_path) == []
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cut_short()
    assert list(tmp_path.iterdir()) == []


def test_several_tables_of_a_day_are_in_order(tmp_path: Path) -> None:
    made: list[Path] = []
    for _ in range(3):
        made.append(put(tmp_path, keep=tuple(made)))
    assert [path.name for path in made] == ["2026-11-24", "2026-11-24-002", "2026-11-24-003"]
    assert tables_in(tmp_path) == made[::-1]
    assert tables_in(tmp_path)[0] == made[-1]


def test_only_the_new_table_and_the_last_good_one_are_kept(tmp_path: Path) -> None:
    first = put(tmp_path, date(2026, 11, 22))
    second = put(tmp_path, date(2026, 11, 23), (first,))
    third = put(tmp_path, DAY, (second,))
    assert tables_in(tmp_path) == [third, second]


def test_a_table_that_was_taken_away_by_hand_is_no_longer_one(tmp_path: Path) -> None:
    first = put(tmp_path, date(2026, 11, 23))
    second = put(tmp_path, DAY, (first,))
    second.rename(tmp_path / "wrong-2026-11-24")
    assert tables_in(tmp_path) == [first]


def test_marks_tell_a_new_table_a_changed_file_and_one_that_is_gone(tmp_path: Path) -> None:
    seen = [table_stamp(tmp_path / "members")]
    table = put(tmp_path / "members")
    seen.append(table_stamp(tmp_path / "members"))
    (table / "mps.csv").write_text("another", encoding="utf-8")
    seen.append(table_stamp(tmp_path / "members"))
    table.rename(tmp_path / "away")
    assert table_stamp(tmp_path / "members") == seen[0] == ()
    assert len(set(seen)) == 3


def test_the_folder_is_a_setting_with_a_default() -> None:
    assert instance_folder({"LETTERWRITER_INSTANCE": "/srv/letters"}) == Path("/srv/letters")
    assert instance_folder({"LETTERWRITER_INSTANCE": " "}) == INSTANCE
    assert INSTANCE.name == "instance"
