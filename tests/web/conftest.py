"""The site as a visitor's browser without JavaScript meets it: pages, forms, buttons."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from tests.web.visitor import Visitor

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def app() -> Flask:
    return create_app(Settings(today=TODAY, pdfs_a_minute=10_000))


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    return Visitor(client)
