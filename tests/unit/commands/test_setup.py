"""``letterwriter setup`` as a group uses it: asked, by options, and again."""

import os
import resource
import stat
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result

from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN
from letterwriter.campaigns.overlay import operators_campaign
from letterwriter.cli import main
from letterwriter.commands.setup.answers import QUESTIONS
from letterwriter.web.settings import RefreshedBy, Settings

ANSWERS = {
    "group": "Levenshulme Writes",
    "imprint-name": "Jo Bloggs",
    "imprint-address": "1 High Street, Manchester M19 3PJ",
    "contact": "letters@example.org",
    "site": "https://letters.example.org",
    "proxies": "1",
    "brand": "#33427a",
    "brand-dark": "#b9c5ff",
    "envelope": "dl",
    "refresh-members": "systemd",
}


def run(folder: Path, *options: str, typed: str = "", **environ: str) -> Result:
    words = ["setup", "--instance", str(folder), *options]
    return CliRunner(env=environ).invoke(main, words, input=typed)


def options(**changed: str) -> list[str]:
    answers = ANSWERS | {name.replace("_", "-"): value for name, value in changed.items()}
    return ["--no-input", *(word for name, text in answers.items() for word in (f"--{name}", text))]


def settings(folder: Path) -> Settings:
    return Settings.from_environment({"LETTERWRITER_INSTANCE": str(folder)})


def text(folder: Path) -> str:
    return (folder / "settings.toml").read_text("utf-8")


def overlay(folder: Path) -> Path:
    return folder / "campaigns" / DEFAULT_CAMPAIGN / "campaign.toml"


@pytest.mark.parametrize("way", ["asked", "options", "environment"])
def test_what_is_answered_is_what_the_site_has(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "srv" / "instance"
    if way == "asked":
        result = run(folder, typed="\n".join(ANSWERS.values()) + "\n")
    elif way == "options":
        result = run(folder, *options())
    else:
        names = {f"LETTERWRITER_SETUP_{n.upper().replace('-', '_')}": t for n, t in ANSWERS.items()}
        result = run(folder, "--no-input", **names)
        Settings.from_environment(names)  # which a site may see too
    assert result.exit_code == 0, result.output
    found = settings(folder)
    assert (found.site, found.proxies, found.production) == ("https://letters.example.org", 1, True)
    assert found.refresh_members is RefreshedBy.SYSTEMD
    assert len(found.secret_key) == 64
    campaign = operators_campaign(DEFAULT_CAMPAIGN, folder)
    assert campaign.promoter.imprint == "Jo Bloggs, 1 High Street, Manchester M19 3PJ"
    assert campaign.promoter.group == "Levenshulme Writes"
    assert campaign.promoter.contact == "letters@example.org"
    assert campaign.layout == "dl"
    assert campaign.colours is not None
    assert campaign.colours.brand == "#33427a"


def test_every_question_is_tried_here() -> None:
    assert [question.name for question in QUESTIONS] == list(ANSWERS)


def test_the_secret_is_for_its_owner_alone_and_the_rest_for_the_site(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        run(tmp_path, *options())
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "settings.toml").stat().st_mode) == 0o600
    assert overlay(tmp_path).stat().st_mode & 0o044
    (tmp_path / "settings.toml").chmod(0o644)
    result = run(tmp_path, *options(proxies="2"))
    assert stat.S_IMODE((tmp_path / "settings.toml").stat().st_mode) == 0o640
    assert settings(tmp_path).secret_key not in result.output


def test_once_more_the_old_answers_are_the_defaults_and_nothing_else_is_lost(
    tmp_path: Path,
) -> None:
    run(tmp_path, *options())
    (tmp_path / "settings.toml").write_text(
        text(tmp_path) + "\n# as the stall asked\npdfs_a_minute = 300\n", "utf-8"
    )
    before, secret = text(tmp_path), settings(tmp_path).secret_key
    again = run(tmp_path, typed="\n" * len(QUESTIONS))
    assert again.exit_code == 0
    assert "[Levenshulme Writes]" in again.output
    assert "Nothing has changed" in again.output
    assert text(tmp_path) == before
    run(tmp_path, "--no-input", "--site", "https://other.example")
    assert text(tmp_path) == before.replace("https://letters.example.org", "https://other.example")
    assert settings(tmp_path).secret_key == secret
    run(tmp_path, "--no-input", "--new-secret")
    assert settings(tmp_path).secret_key != secret


def test_an_answer_is_taken_back_by_a_stroke(tmp_path: Path) -> None:
    run(tmp_path, *options())
    assert run(tmp_path, "--no-input", "--brand", "-", "--brand-dark", "-").exit_code == 0
    assert "colours" not in overlay(tmp_path).read_text("utf-8")
    run(tmp_path, "--no-input", "--site", "-", "--group", "-")
    found = settings(tmp_path)
    assert (found.site, found.production) == ("", False)
    assert operators_campaign(DEFAULT_CAMPAIGN, tmp_path).promoter.group == ""


def test_what_cannot_be_is_asked_again_with_the_reason(tmp_path: Path) -> None:
    lines = [*ANSWERS.values()]
    lines.insert(3, "letters at example.org")
    lines.insert(5, "letters.example.org")
    result = run(tmp_path, typed="\n".join(lines) + "\n")
    assert '"letters at example.org" is not an email address' in result.output
    assert "must begin with https://" in result.output
    assert settings(tmp_path).site == "https://letters.example.org"


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("contact", "letters", "--contact: "),
        ("site", "letters.example.org", "--site: "),
        ("site", "https://letters.example.org/mine", "without a path"),
        ("proxies", "ten", "--proxies: 0, 1, 2"),
        ("envelope", "a4", "--envelope: c5, dl"),
        ("refresh_members", "daily", "--refresh-members: hand, systemd, cron"),
        ("brand", "#eeeeee", "a contrast of"),
        ("brand", "-", "Both colours are needed"),
        ("imprint_name", "-", "both a name and a postal address"),
        ("group", "x" * 201, "longer than 200"),
    ],
)
def test_an_option_that_cannot_be_is_refused_and_nothing_is_written(
    tmp_path: Path, name: str, value: str, why: str
) -> None:
    result = run(tmp_path, *options(**{name: value}))
    assert result.exit_code == 2
    assert why in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_is_given_an_address_later_has_a_proxy_before_it(tmp_path: Path) -> None:
    run(tmp_path, "--no-input", "--group", "Levenshulme Writes")
    assert settings(tmp_path).proxies == 0
    run(tmp_path, "--no-input", "--site", "https://letters.example.org")
    assert settings(tmp_path).proxies == 1
    run(tmp_path, "--no-input", "--proxies", "0")
    run(tmp_path, "--no-input", "--site", "https://other.example.org")
    assert settings(tmp_path).proxies == 0


def test_a_full_disk_leaves_what_was_there_and_nothing_beside_it(tmp_path: Path) -> None:
    run(tmp_path, *options())
    before = {path: path.read_text("utf-8") for path in tmp_path.rglob("*.toml")}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, hard))
    try:
        result = run(tmp_path, *options(group="Withington Writes", site="https://b.example.org"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert result.exit_code == 1
    assert "settings.toml could not be written" in result.output
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path: path.read_text("utf-8") for path in files} == before


def test_what_is_printed_says_who_the_group_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, *options())
    monkeypatch.setenv("LETTERWRITER_INSTANCE", str(tmp_path))
    for command in (["poster"], ["postcards", "--constituency", "Manchester Rusholme"]):
        out = tmp_path / f"{command[0]}.pdf"
        result = CliRunner().invoke(main, [*command, "--out", str(out)])
        assert result.exit_code == 0, result.output
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
        assert "Jo Bloggs, 1 High Street" in " ".join(text.split())


def test_what_is_no_toml_is_told_by_line_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("proxies = 1\nsite = letters\n", "utf-8")
    result = run(tmp_path, *options())
    assert result.exit_code == 1
    assert "settings.toml: cannot be read as TOML" in result.output
    assert "line 2" in result.output
    assert text(tmp_path) == "proxies = 1\nsite = letters\n"


def test_a_text_with_quotes_and_other_alphabets_comes_back_as_it_was(tmp_path: Path) -> None:
    name = 'Écrire "à" \\ tous, كتابة'
    assert run(tmp_path, *options(group=name)).exit_code == 0
    assert operators_campaign(DEFAULT_CAMPAIGN, tmp_path).promoter.group == name


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    told = run(tmp_path, *options(refresh_members="cron")).output
    assert f"LETTERWRITER_INSTANCE={tmp_path}" in told
    assert "crontab: 20 4 * * *" in told
    assert "events.ics" in told
    assert "letterwriter check --public" in told
