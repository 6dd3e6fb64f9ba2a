"""Firefox, where there is one: `make test` looks for it and installs it where it can."""

import os
from collections.abc import Iterator

import pytest

from tests.firefox.bidi import Session, firefox
from tests.firefox.person import Person


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = os.environ.get("LETTERWRITER_FIREFOX", "")
    if not path:
        pytest.skip("LETTERWRITER_FIREFOX names no Firefox; `make test` finds or installs one")
    with firefox(path, tmp_path_factory.mktemp("profile")) as session:
        yield session


@pytest.fixture
def person(session: Session, site: str) -> Iterator[Person]:
    """Someone at a Firefox of their own; a page that complains fails the test that met it."""
    person = Person(session, site)
    yield person
    complaints = person.complaints
    person.leave()
    assert not complaints
