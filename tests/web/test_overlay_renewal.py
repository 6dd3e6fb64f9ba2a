"""A running site takes up what a group writes into its folder, and keeps the last that was good."""

import logging
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN
from letterwriter.campaigns.overlay import overlay_folder
from letterwriter.web import create_app
from letterwriter.web.reload import Reload
from letterwriter.web.settings import BadSetting, Settings

EXAMPLE = Path(__file__).parents[1] / "example_campaign"
Write = Callable[[str], None]


@pytest.fixture
def seconds() -> list[float]:
    return [0.0]


@pytest.fixture
def client(tmp_path: Path, seconds: list[float], monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setenv("LETTERWRITER_INSTANCE", str(tmp_path))
    app = create_app(Settings(today=date(2026, 11, 22), instance=tmp_path))
    app.extensions["letterwriter-reload"] = Reload(tmp_path, lambda: seconds[0])
    return app.test_client()


@pytest.fixture
def overlay(tmp_path: Path, seconds: list[float]) -> Write:
    folder = overlay_folder(tmp_path, DEFAULT_CAMPAIGN)

    def write(text: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "campaign.toml").write_text(text, "utf-8")
        seconds[0] += 10

    return write


def about(client: FlaskClient) -> str:
    return client.get("/data").get_data(as_text=True)


def wrong(client: FlaskClient) -> dict[str, str]:
    found: dict[str, str] = (client.get("/healthz").json or {}).get("wrong", {})
    return found


def test_a_group_shows_within_seconds_and_stays_while_its_file_is_faulty(
    client: FlaskClient, overlay: Write, caplog: pytest.LogCaptureFixture
) -> None:
    assert "Levenshulme" not in about(client)
    overlay('group = "Levenshulme Writes"')
    assert "Levenshulme Writes" in about(client)
    overlay('group = "Withington Writes"\ncontakt = "a@example.org"')
    assert "Levenshulme Writes" in about(client)
    assert "campaign.toml: line 2, contakt: is not a key" in caplog.text
    assert "keeps what it had" in wrong(client)["campaigns"]
    overlay('group = "Withington Writes"')
    assert "Withington Writes" in about(client)
    assert wrong(client) == {}


def test_a_campaign_that_is_taken_away_or_cannot_be_read_stays_as_it_was(
    tmp_path: Path, seconds: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = shutil.copytree(EXAMPLE, overlay_folder(tmp_path, "buses"))
    app = create_app(Settings(today=date(2026, 11, 22), instance=tmp_path, campaign="buses"))
    app.extensions["letterwriter-reload"] = Reload(tmp_path, lambda: seconds[0])
    client = app.test_client()
    own.rename(tmp_path / "buses")
    seconds[0] += 10
    assert client.get("/").status_code == 200
    assert "campaigns" in wrong(client)
    (tmp_path / "buses").rename(own)
    seconds[0] += 10
    assert wrong(client) == {}
    (own / "asks.toml").touch()
    monkeypatch.setattr(Path, "iterdir", _refused)
    seconds[0] += 10
    assert client.get("/").status_code == 200
    assert "campaigns" in wrong(client)


def _refused(path: Path) -> None:
    raise PermissionError(13, "Permission denied", str(path))


def test_a_faulty_settings_file_is_told_before_a_restart_needs_it(
    client: FlaskClient, tmp_path: Path, seconds: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    (tmp_path / "settings.toml").write_text("\nproxys = 1", "utf-8")
    seconds[0] += 10
    assert client.get("/").status_code == 200
    assert "settings.toml: line 2, proxys" in caplog.text
    assert "would not start again" in wrong(client)["settings"]
    (tmp_path / "settings.toml").write_text("proxies = 1", "utf-8")
    seconds[0] += 10
    assert wrong(client) == {}
    assert "taken up when the site is started again" in caplog.text


def test_a_site_does_not_start_without_the_imprint_that_it_was_given(
    tmp_path: Path, overlay: Write
) -> None:
    overlay("imprint_name = ")
    with pytest.raises(BadSetting, match=r"campaign.toml: cannot be read as TOML"):
        create_app(Settings(instance=tmp_path))
