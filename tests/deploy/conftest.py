"""The site behind a real proxy that has our settings; left out where there is none."""

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.deploy.front import Front, front
from tests.serving import served


@pytest.fixture(scope="session")
def nginx() -> str:
    path = os.environ.get("LETTERWRITER_NGINX", "")
    if not path or not shutil.which("openssl"):
        pytest.skip("LETTERWRITER_NGINX names no nginx; `make test` finds or unpacks one")
    return path


@pytest.fixture(scope="session")
def caddy() -> str:
    path = os.environ.get("LETTERWRITER_CADDY", "")
    if not path or not shutil.which("openssl"):
        pytest.skip("LETTERWRITER_CADDY names no Caddy; `make test` finds or unpacks one")
    return path


@pytest.fixture(scope="module")
def site(nginx: str) -> Iterator[Front]:
    """The site itself."""
    with served(LETTERWRITER_PROXIES="1") as behind, front(nginx, behind.port) as before:
        yield before


@pytest.fixture(scope="module")
def echo(nginx: str) -> Iterator[Front]:
    """An app that says what reaches it."""
    with served("tests.server.apps:echo") as behind, front(nginx, behind.port) as before:
        yield before
