"""``letterwriter check --public``: what a site still lacks, and what to do about each."""

import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.commands.for_check.public_site import report_public
from tests.unit.commands.test_setup import options, run

EXAMPLE = str(
    Path(__file__).parents[2] / "example_campaign"
)  # a small one: its words are no matter
WHOLE = {
    "LETTERWRITER_SITE": "https://letters.example.org",
    "LETTERWRITER_ENV": "production",
    "LETTERWRITER_SECRET_KEY": "0123456789abcdef",
    "LETTERWRITER_PROXIES": "1",
}


def check(folder: Path, *words: str, day: str = "2026-11-22", **environ: str) -> Result:
    unset = dict.fromkeys(name for name in os.environ if name.startswith("LETTERWRITER_"))
    here = unset | {"LETTERWRITER_INSTANCE": str(folder)} | environ
    return CliRunner(env=here).invoke(main, ["check", "--date", day, *words])


def test_a_site_of_nobody_lacks_everything_and_is_told_how_to_mend_each(tmp_path: Path) -> None:
    result = check(tmp_path, "--public", EXAMPLE)
    assert result.exit_code == 1
    for lack in (
        "who runs it: nobody is named: letterwriter setup --group",
        "an imprint: ",
        "a contact: ",
        "its address: ",
        "ENV=production: ",
        "a secret key: ",
        "trusted proxies: ",
        "a fresh list of MPs: its oldest row is 148 days old: letterwriter refresh members",
        "fresh postcodes: they are 632 days old",
    ):
        assert f"public site: {lack}" in result.stdout
    assert "9 to fix." in result.stderr


def test_without_the_option_it_is_named_and_nothing_to_fix(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.exit_code == 0
    assert "would still lack: who runs it, an imprint, a contact, its address" in result.stderr
    assert "public" not in result.stdout


def test_a_site_that_was_set_up_lacks_fresh_tables_alone_and_is_told_by_whom(
    tmp_path: Path,
) -> None:
    run(tmp_path, *options())
    lines = check(tmp_path, "--public", EXAMPLE).stdout.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["a fresh list of MPs", "fresh postcodes"]
    assert "systemctl status letterwriter-members.timer" in lines[0]


@pytest.mark.parametrize(
    ("changed", "lack"),
    [
        ({"LETTERWRITER_SITE": "http://letters.example.org"}, "HTTPS: http://letters.example.org"),
        ({"LETTERWRITER_TODAY": "2026-11-22"}, "today's date: LETTERWRITER_TODAY"),
        ({"LETTERWRITER_PROXIES": "0"}, "trusted proxies: "),
        ({"LETTERWRITER_ENV": "development"}, "ENV=production: "),
        ({"LETTERWRITER_SITE": ""}, "its address: "),
    ],
)
def test_one_lack_is_told_alone(tmp_path: Path, changed: dict[str, str], lack: str) -> None:
    run(tmp_path, *options())
    (tmp_path / "settings.toml").unlink()
    environ = {"LETTERWRITER_INSTANCE": str(tmp_path)} | WHOLE
    young = date(2025, 3, 1)  # by which no table is old
    assert report_public(environ, young, public=True) == []
    (told,) = report_public(environ | changed, young, public=True)
    assert told.startswith(f"public site: {lack}")


def test_a_fault_of_the_groups_files_is_to_be_fixed_in_any_case(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("proxys = 1", "utf-8")
    for words in ((), ("--public", EXAMPLE)):
        result = check(tmp_path, *words)
        assert result.exit_code == 1
        assert "settings.toml: line 1, proxys is no setting" in result.stdout
