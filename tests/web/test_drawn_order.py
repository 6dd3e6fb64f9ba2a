"""The suggested concerns stand in another order for each visitor, who keeps it."""

from random import Random

import pytest
from flask import Flask

from letterwriter.web.wizard import state
from tests.unit.letters.golden import campaign
from tests.web.visitor import Visitor
from tests.web.walking import STORY, asking, offered, walk

SUGGESTED = {concern.id for concern in campaign().concerns if concern.suggested}


def at_worries(app: Flask) -> Visitor:
    return walk(asking(Visitor(app.test_client())), "worries", {"story-befriend": STORY})


def test_each_visitor_has_an_order_of_their_own(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = Random(1)
    monkeypatch.setattr(state, "SystemRandom", lambda: drawn)
    orders = {tuple(offered(at_worries(app))) for _ in range(6)}
    assert len(orders) > 3
    assert all(set(order[: len(SUGGESTED)]) == SUGGESTED for order in orders)


def test_a_visitor_keeps_the_order(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = Random(2)
    monkeypatch.setattr(state, "SystemRandom", lambda: drawn)
    visitor = at_worries(app)
    before = offered(visitor)
    assert offered(visitor.go("back").go("next")) == before
    assert offered(visitor.fill(concerns=before[:1]).go("next").go("back")) == before
