"""settings.toml: the same settings as the environment's, told by line where they are wrong."""

from pathlib import Path

import pytest

from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.settings_file import read_settings_file, with_settings_file
from letterwriter.files.toml_lines import lines_of_keys, told_by_line
from letterwriter.web.settings import BadSetting, RefreshedBy, Settings


def instance(folder: Path, text: str) -> dict[str, str]:
    """An environment whose instance folder has this file."""
    (folder / "settings.toml").write_text(text, "utf-8")
    return {"LETTERWRITER_INSTANCE": str(folder)}


def refusal(folder: Path, text: str, **environ: str) -> str:
    with pytest.raises(BadSetting) as refused:
        Settings.from_environment(instance(folder, text) | environ)
    return str(refused.value)


def test_the_file_sets_what_the_environment_leaves_unset(tmp_path: Path) -> None:
    environ = instance(
        tmp_path,
        'proxies = 1\nsite = "https://letters.example"\ntoday = 2026-11-22\nprocesses = 3\n'
        'refresh_members = "systemd"\n',
    )
    settings = Settings.from_environment(environ | {"LETTERWRITER_PROXIES": "2"})
    assert (settings.proxies, settings.site) == (2, "https://letters.example")
    assert (str(settings.today), settings.processes) == ("2026-11-22", 3)
    assert settings.refresh_members is RefreshedBy.SYSTEMD


def test_servers_and_refreshes_are_told_by_the_names_that_they_know(tmp_path: Path) -> None:
    environ = instance(tmp_path, 'port = 8000\nprocesses = 3\nmembers_api = "https://mps.example"')
    found = with_settings_file(environ | {"PORT": "9000", "HOST": " "})
    assert (found["PORT"], found["WEB_CONCURRENCY"]) == ("9000", "3")
    assert found["LETTERWRITER_MEMBERS_API"] == "https://mps.example"
    assert "HOST" not in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('# ours\n\nproxies = "many"', "settings.toml: line 3, proxies is 'many'; "),
        ("proxys = 1", "line 1, proxys is no setting that we know: did you mean proxies?"),
        ('instance = "/srv"', "line 1, instance is no setting that we know"),
        ('env = "production"\n[colours]\nbrand = 1', "line 2, colours: should be text in"),
        ("proxies = true", "line 1, proxies: should be text in quotation marks, a whole number"),
        ("proxies = 1\nsite = letters", "cannot be read as TOML: "),
        ("proxies = 1\nsite = letters", "line 2"),
        (
            'campaign = "buses"',
            "line 1, campaign is 'buses': it can be restoring-order-and-control",
        ),
        ("\nport = 99999", "line 2, port is '99999'; it must be a whole number from 0 to 65535"),
        ('secret_key = "short"', "line 1, secret_key must be 16 characters or more"),
        ('\nsite = "http://me:hunter2@x"', "line 2, site is "),
    ],
)
def test_what_is_wrong_is_told_by_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    refused = refusal(tmp_path, text)
    assert "settings.toml" in refused
    assert told in refused
    assert "hunter2" not in refused


def test_a_fault_of_the_environment_is_told_as_one(tmp_path: Path) -> None:
    told = refusal(tmp_path, "proxies = 1", LETTERWRITER_PROXIES="many")
    assert told.startswith("LETTERWRITER_PROXIES is 'many'")


def test_a_file_that_is_none_or_is_huge_is_told_and_not_read(tmp_path: Path) -> None:
    assert not read_settings_file(tmp_path / "nowhere").values
    (tmp_path / "settings.toml").write_text("#" * 100_000, "utf-8")
    with pytest.raises(FaultyFiles, match="larger than 65,536 bytes"):
        read_settings_file(tmp_path)
    (tmp_path / "settings.toml").unlink()
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(FaultyFiles, match="is a folder"):
        read_settings_file(tmp_path)


def test_the_secret_is_not_shown_with_the_file(tmp_path: Path) -> None:
    instance(tmp_path, 'secret_key = "hunter2hunter2hunter2"')
    assert "hunter2" not in repr(read_settings_file(tmp_path))


def test_a_file_that_notepad_saved_is_read(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xef\xbb\xbfproxies = 1\r\nsite = 1\r\n")
    assert read_settings_file(tmp_path).values == {"PROXIES": "1", "SITE": "1"}
    assert "line 2, site is " in str(_refused({"LETTERWRITER_INSTANCE": str(tmp_path)}))


def _refused(environ: dict[str, str]) -> BadSetting:
    with pytest.raises(BadSetting) as refused:
        Settings.from_environment(environ)
    return refused.value


def test_a_fault_within_a_table_that_is_written_in_one_line_has_that_line() -> None:
    lines = lines_of_keys('a.b = 1\n\ncolours = { brand = "x" }\n"q r" . s = 2\n')
    assert lines == {"a, b": 1, "colours": 3, "q r, s": 4}
    (told,) = told_by_line([Fault("campaign.toml", "colours, brand", "is none")], lines)
    assert str(told) == "campaign.toml: line 3, colours, brand: is none"


def test_a_key_within_a_long_text_is_none() -> None:
    text = 'a = 1\nlong = """\nb = 2\n"""\n[colours]\nbrand = "x"\n"c d" = 1\n[[x.y]]\nz = 1'
    assert lines_of_keys(text) == {
        "a": 1,
        "long": 2,
        "colours": 5,
        "colours, brand": 6,
        "colours, c d": 7,
        "x, y": 8,
        "x, y, z": 9,
    }
