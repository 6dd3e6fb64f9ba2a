"""The site as a visitor's browser without JavaScript meets it: pages, forms, buttons."""

from collections.abc import Iterator
from datetime import date
from random import SystemRandom

import pytest
from flask import Flask
from flask.testing import FlaskClient

from letterwriter.web import create_app
from letterwriter.web.settings import Settings
from letterwriter.web.wizard import state
from tests.web.visitor import Visitor

TODAY = date(2026, 11, 22)


class CampaignsOrder(SystemRandom):
    """Draws the order in which the campaign has its concerns."""

    def getrandbits(self, _: int, /) -> int:
        return 0


@pytest.fixture(autouse=True)
def campaigns_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Concerns stand in one order here: test_drawn_order.py shows that they are drawn."""
    monkeypatch.setattr(state, "SystemRandom", CampaignsOrder)


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
