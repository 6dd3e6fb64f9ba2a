"""``letterwriter refresh members`` as an operator runs it, with the service played here."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from letterwriter.cli import main
from letterwriter.parliament.api.retries import RetryPolicy
from tests.parliament_api.server import ParliamentApi, serving


@pytest.fixture
def api() -> Iterator[ParliamentApi]:
    with serving() as api:
        yield api


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    return tmp_path / "instance"


@pytest.fixture
def refresh_members(
    api: ParliamentApi, instance: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Run it on a day, with nobody made to wait."""
    monkeypatch.setenv("LETTERWRITER_MEMBERS_API", api.address)
    monkeypatch.setenv("LETTERWRITER_INSTANCE", str(instance))

    def run(*options: str, day: str, policy: RetryPolicy | None = None, **more: Any) -> Result:
        noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp
        usual = RetryPolicy(sleep=lambda _: None, now=noon)
        words = ["refresh", "members", "--date", day, *options]
        return CliRunner().invoke(main, words, obj=policy or usual, **more)

    return run
