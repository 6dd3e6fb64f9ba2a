"""``letterwriter refresh postcodes``, from directories like ONS's, and what is found afterwards."""

import json
import resource
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.paths import DATA
from letterwriter.postcodes.sector_file import write_sectors
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.postcodes.sectors import pairs
from tests.directory import Entry, elsewhere, entries, few, write_zip

pytestmark = pytest.mark.slow

SHIPPED = DATA / "postcodes_constituencies.csv"
FEW = few(PostcodeTable.load(SHIPPED).rows())
BRITAIN = [Entry(place + end, code) for place, code, units in FEW for end in pairs(units)]
EVERYTHING = [*entries(FEW), *entries(few(elsewhere()))]
RUSHOLME, WITHINGTON, BELFAST = "E14001353", "E14001354", "N05000002"

Refresh = Callable[..., Result]


def found(postcode: str) -> Any:
    return json.loads(CliRunner().invoke(main, ["lookup", "--json", postcode]).stdout)


@pytest.fixture(autouse=True)
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the operator that has a table of few postcodes, of May 2026."""
    instance = tmp_path / "instance"
    monkeypatch.setenv("LETTERWRITER_INSTANCE", str(instance))
    table = instance / "postcodes" / "2026-05-31"
    write_sectors(FEW, table / "postcodes_constituencies.csv")
    about = '{"as_of": "2026-05-31", "source": "ONSPD_MAY_2026.zip"}'
    (table / "edition.json").write_text(about, encoding="utf-8")
    return instance


@pytest.fixture
def refresh(tmp_path: Path) -> Refresh:
    def run(found: Iterable[Entry] | Path, *options: str, edition: str = "AUG_2026") -> Result:
        if not isinstance(found, Path):
            found = write_zip(tmp_path / f"ONSPD_{edition}.zip", found, edition)
        words = ["refresh", "postcodes", str(found), "--date", "2026-11-24", *options]
        return CliRunner().invoke(main, words)

    return run


def made(instance: Path) -> list[str]:
    """All that is in the folder, the hidden as well."""
    room = instance / "postcodes"
    return sorted(path.name for path in room.iterdir()) if room.exists() else []


def test_a_directory_is_put_in_place_and_used_everywhere(instance: Path, refresh: Refresh) -> None:
    assert found("M14 9ZZ")["status"] == "choose"
    result = refresh([*EVERYTHING, Entry("M14 9ZZ", RUSHOLME)])
    assert result.exit_code == 0, result.output
    assert "of ONSPD_AUG_2026.zip, of August 2026" in result.stdout
    assert f"The table now, of May 2026, has {len(BRITAIN):,}." in result.stdout
    assert "New: 1 (M14 9ZZ)" in result.stdout
    assert "Jersey, Guernsey and the Isle of Man, which elect no MP: 8" in result.stdout
    assert "may not be passed on without a licence: 72" in result.stdout
    assert made(instance) == ["2026-05-31", "2026-08-31"]
    about = json.loads((instance / "postcodes" / "2026-08-31" / "edition.json").read_text())
    assert about == {"as_of": "2026-08-31", "source": "ONSPD_AUG_2026.zip"}
    answer = found("M14 9ZZ")
    assert (answer["status"], answer["constituency"]["code"]) == ("found", RUSHOLME)
    assert found("BT1 1AA")["status"] == "choose"


def test_ended_postcodes_answer_only_if_they_were_asked_for(refresh: Refresh) -> None:
    old = [*EVERYTHING, Entry("M14 9ZZ", RUSHOLME, "201912")]
    assert refresh(old).exit_code == 0
    assert found("M14 9ZZ")["status"] != "guess"
    again = refresh(old, "--terminated", edition="NOV_2026")
    assert "No longer in use and taken: " in again.stdout
    answer = found("M14 9ZZ")
    assert (answer["status"], answer["constituency"]["code"]) == ("guess", RUSHOLME)
    assert "M14 9ZZ is no longer in use" in answer["message"]


def test_northern_ireland_answers_for_those_who_may_have_it(refresh: Refresh) -> None:
    result = refresh(EVERYTHING, "--with-northern-ireland")
    assert result.exit_code == 0, result.output
    answer = found("bt1 1aa")
    assert (answer["status"], answer["constituency"]["code"]) == ("found", BELFAST)
    assert found("BT1 1ZZ")["status"] == "choose"
    assert len(found("BT1 1ZZ")["candidates"]) == 18


def test_what_changed_since_the_last_one_is_told(refresh: Refresh) -> None:
    mine = [entry for entry in BRITAIN if entry.code == RUSHOLME]
    moved, gone = mine[0], mine[1]
    after = [entry for entry in BRITAIN if entry not in (moved, gone)]
    after += [Entry(moved.postcode, WITHINGTON), Entry("M14 9ZZ", RUSHOLME)]
    told = refresh(after).stdout
    assert "New: 1 (M14 9ZZ)" in told
    assert f"Gone: 1 ({gone.postcode})" in told
    move = f"{moved.postcode} from Manchester Rusholme to Manchester Withington"
    assert f"In another constituency now: 1 ({move})" in told
    assert f"in more than one constituency: 1 ({moved.postcode[:-2]})" in told
    assert "Left out" not in told


def test_the_last_good_table_is_kept_and_older_ones_go(instance: Path, refresh: Refresh) -> None:
    for edition in ("JUN_2026", "AUG_2026", "AUG_2026"):
        assert refresh(BRITAIN, edition=edition).exit_code == 0
    assert made(instance) == ["2026-08-31", "2026-08-31-002"]


def test_boundaries_of_another_set_are_refused_and_cannot_be_accepted(
    instance: Path, refresh: Refresh
) -> None:
    result = refresh([Entry(entry.postcode, "E14000807") for entry in BRITAIN], "--accept")
    assert result.exit_code == 4
    assert "boundaries of another set" in result.stderr
    assert "E14000807" in result.stderr
    assert "Take an edition of the ONS Postcode Directory with today's boundaries" in result.stderr
    assert "The table of May 2026 stays in use." in result.stderr
    assert made(instance) == ["2026-05-31"]


def test_many_bad_rows_want_a_persons_yes_and_a_few_do_not(
    instance: Path, refresh: Refresh
) -> None:
    few_bad = [Entry("M14 5CC", RUSHOLME)] * (len(BRITAIN) // 110)
    result = refresh([*few_bad, *BRITAIN])
    assert result.exit_code == 0, result.output
    assert f"no postcode, or no whole row: {len(few_bad)} (M14 5CC {RUSHOLME}" in result.stdout
    many_bad = [*few_bad, *few_bad, *BRITAIN]
    refused = refresh(many_bad, edition="NOV_2026")
    assert refused.exit_code == 4
    assert "more than one in a hundred" in refused.stderr
    assert made(instance) == ["2026-05-31", "2026-08-31"]
    assert refresh(many_bad, "--accept", edition="NOV_2026").exit_code == 0


def test_a_file_that_was_cut_is_not_believed_until_a_person_says_so(
    instance: Path, refresh: Refresh
) -> None:
    first = {entry.code: entry for entry in reversed(BRITAIN)}
    left = [e for n, e in enumerate(BRITAIN) if n % 9 or first[e.code] == e]
    result = refresh(left)
    assert result.exit_code == 4
    assert "the file may have been cut" in result.stderr
    assert made(instance) == ["2026-05-31"]
    assert refresh(left, "--accept").exit_code == 0


def test_a_list_that_lacks_a_constituency_is_not_all_of_the_country(refresh: Refresh) -> None:
    result = refresh([entry for entry in BRITAIN if entry.code != RUSHOLME], "--accept")
    assert result.exit_code == 4
    assert "Manchester Rusholme has no postcodes" in result.stderr
    assert "take the whole file" in result.stderr


def test_an_older_edition_and_one_from_the_future_are_not_put_in_place(
    instance: Path, refresh: Refresh
) -> None:
    assert "December 2026 is still to come" in refresh(BRITAIN, edition="DEC_2026").stderr
    older = refresh(BRITAIN, edition="FEB_2026")
    assert older.exit_code == 2
    assert "first take away the folder" in older.stderr
    assert made(instance) == ["2026-05-31"]
    shutil.rmtree(instance)
    before_ours = refresh(BRITAIN, edition="AUG_2024")
    assert "the table that comes with this program is of February 2025" in before_ours.stderr


def test_a_file_whose_name_tells_no_date_wants_one(
    tmp_path: Path, instance: Path, refresh: Refresh
) -> None:
    path = tmp_path / "list.csv"
    rows = (f"{entry.postcode},{entry.code}\n" for entry in BRITAIN)
    path.write_text(f"postcode,constituency\n{''.join(rows)}", encoding="utf-8")
    missing = refresh(path)
    assert missing.exit_code == 2
    assert "list.csv does not tell of when it is. Say so with --as-of" in missing.stderr
    assert refresh(path, "--as-of", "2026-05").exit_code == 0, "the same month is not older"
    assert made(instance) == ["2026-05-31", "2026-05-31-002"]
    assert refresh(path, "--as-of", "2026-11-02").exit_code == 0, "nor the future"


def test_without_any_northern_ireland_to_take_the_file_is_wrong(refresh: Refresh) -> None:
    result = refresh(BRITAIN, "--accept", "--with-northern-ireland")
    assert result.exit_code == 4
    assert "no postcodes of Northern Ireland" in result.stderr


def test_what_the_new_table_would_lose_is_said(refresh: Refresh) -> None:
    assert refresh(EVERYTHING, "--with-northern-ireland", "--terminated").exit_code == 0
    told = refresh(EVERYTHING, edition="NOV_2026").stdout
    assert "add --with-northern-ireland" in told
    assert "add --terminated" in told


def test_someone_at_a_terminal_is_asked_and_may_decline(
    instance: Path, refresh: Refresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("letterwriter.commands.refresh.postcodes._at_a_terminal", lambda: True)
    declined = refresh(BRITAIN)
    assert declined.exit_code == 1
    assert "Put this table in place?" in declined.stdout
    assert made(instance) == ["2026-05-31"]
    assert refresh(BRITAIN, "--yes").exit_code == 0


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, refresh: Refresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("LETTERWRITER_INSTANCE", str(tmp_path / "file"))
    result = refresh(BRITAIN, "--accept")
    assert result.exit_code == 5
    assert "could not be written" in result.stderr


def test_a_file_that_is_none_is_told_with_what_to_take(tmp_path: Path, refresh: Refresh) -> None:
    path = tmp_path / "ONSPD_AUG_2026.zip"
    path.write_bytes(b"<!doctype html><title>Sign in</title>")
    result = refresh(path)
    assert result.exit_code == 1
    assert "take the ONS Postcode Directory" in result.stderr


def test_with_out_only_that_file_is_written(
    tmp_path: Path, instance: Path, refresh: Refresh
) -> None:
    out = tmp_path / "table.csv"
    result = refresh(EVERYTHING, "--terminated", "--out", str(out))
    assert result.exit_code == 0, result.output
    both = PostcodeTable.load(out, tmp_path / "table-ended.csv")
    assert list(both.rows()) == FEW
    assert both.ended_count > 0
    assert made(instance) == ["2026-05-31"]


def test_a_faulty_table_in_the_folder_is_passed_over(
    instance: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert found("M14 5TP")["status"] != "found"
    (instance / "postcodes" / "2026-05-31" / "postcodes_constituencies.csv").write_text("half")
    assert found("M14 5TP")["status"] == "found", "by the table of the program"
    assert "2026-05-31 is not used" in caplog.text


def test_the_export_goes_to_the_next_program_and_warns_of_the_licence(refresh: Refresh) -> None:
    refresh(EVERYTHING, "--with-northern-ireland")
    exported = CliRunner().invoke(main, ["export", "postcodes"])
    assert f"BT1 1AA,{BELFAST}\n" in exported.stdout
    assert "may not be passed on without a licence" in exported.stderr


@pytest.mark.slow
def test_the_table_written_flat_and_read_back_is_the_same_file(
    tmp_path: Path, instance: Path, refresh: Refresh
) -> None:
    shutil.rmtree(instance)
    flat, back = tmp_path / "flat.csv", tmp_path / "back.csv"
    exported = CliRunner().invoke(main, ["export", "postcodes", "--out", str(flat)])
    assert exported.exit_code == 0
    assert "Postcodes: 1,743,766, of February 2025." in exported.stderr
    lines = flat.read_text("ascii").splitlines()
    assert lines[:2] == ["postcode,constituency", "AB10 1PE,S14000060"]
    assert len(lines) == 1_743_767
    assert refresh(flat, "--as-of", "2025-02", "--out", str(back)).exit_code == 0
    assert back.read_bytes() == SHIPPED.read_bytes()


def test_a_table_that_cannot_be_written_is_told_with_why_and_leaves_nothing(
    instance: Path, refresh: Refresh
) -> None:
    directory = write_zip(instance.parent / "ONSPD_AUG_2026.zip", EVERYTHING, "AUG_2026")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, usual[1]))
    try:
        result = refresh(directory)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert result.exit_code == 5
    assert "a file may not become so large here" in result.stderr
    assert "The table of May 2026 stays in use." in result.stderr
    assert made(instance) == ["2026-05-31"]
    assert refresh(directory).exit_code == 0
