"""A marker word is typed into every box of whole journeys, and then looked for everywhere."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, request_started
from flask.testing import FlaskClient

from letterwriter.documents import text
from letterwriter.paths import DATA, STATIC, TEMPLATES
from tests.web.visitor import Visitor
from tests.web.walking import lettered

MARKER = "quokkazebra"
NOT_OURS = (".git", ".venv", "node_modules", "__pycache__")  # this file's own words, compiled
PLACES = (DATA.parent, TEMPLATES, STATIC, Path(tempfile.gettempdir()))


@pytest.fixture
def addresses(app: Flask) -> Iterator[list[str]]:
    """Every address that was asked for, with its query."""
    from flask import request

    seen: list[str] = []

    def note(_sender: Flask, **_: Any) -> None:
        seen.append(request.full_path)

    with request_started.connected_to(note, app):
        yield seen


def everything(visitor: Visitor) -> Visitor:
    return lettered(
        visitor,
        **{"story-befriend": f"I am {MARKER}.", "story-own-words": f"{MARKER} again"},
        concerns=["thirty-months"],
        **{"why-thirty-months": f"Because of {MARKER}"},
        ask="write-for-me",
        name=f"Amina {MARKER}",
        address=f"1 {MARKER} Street",
        email=f"{MARKER}@example.org",
        phone=MARKER,
    )


def whole_journey(visitor: Visitor) -> None:
    everything(visitor).press("Another way to say this")
    visitor.press("Down (").press("Remove (").press("Put it back").press("Back to my answers")
    visitor.press("Make my letter").press("Send or print").press("Email it").press("Back")
    visitor.press("Print it").press("Save as PDF")
    visitor.press("Save as plain text")
    visitor.press("What happens next").press("Finished: clear everything")
    visitor.press("Yes, clear everything")


def test_what_is_typed_is_in_no_address_cookie_or_header(
    visitor: Visitor, client: FlaskClient, addresses: list[str]
) -> None:
    whole_journey(visitor)
    assert len(addresses) > 10
    assert not [path for path in addresses if MARKER in path or "M14" in path]
    assert not client._cookies, "the site sets no cookies"


def test_what_is_typed_is_in_no_log(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    whole_journey(visitor)
    assert MARKER not in caplog.text
    assert "M14" not in caplog.text


def test_a_fault_of_ours_is_logged_without_what_was_typed(
    visitor: Visitor, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything(visitor).press("Send or print")

    def fail(letter: Any) -> str:
        raise ValueError(f"could not read {letter}")

    monkeypatch.setattr(text, "email_body", fail)
    visitor.press("Email it")
    assert visitor.answer.status_code == 500
    assert "ValueError" in caplog.text
    assert "delivery.py" in caplog.text
    assert MARKER not in caplog.text
    assert MARKER not in visitor.answer.text


def test_what_is_typed_is_written_to_no_file(visitor: Visitor) -> None:
    before = {path: times(path) for path in PLACES}
    whole_journey(visitor)
    changed = [f for path in PLACES for f in times(path).items() - before[path].items()]
    assert not [path for path, _ in changed if MARKER.encode() in readable(path)]


def test_every_page_that_holds_what_was_typed_says_not_to_store_it(visitor: Visitor) -> None:
    everything(visitor)
    for words in ("Check my letter again", "Send or print", "Print it", "Save as PDF"):
        visitor.press(words)
        assert visitor.answer.headers["Cache-Control"] == "no-store"


def times(folder: Path) -> dict[Path, float]:
    found = {}
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in NOT_OURS]
        for path in (Path(root) / name for name in names):
            with suppress(OSError):  # another program's file may go while we look
                found[path] = path.stat().st_mtime
    return found


def readable(path: Path) -> bytes:
    with suppress(OSError):
        return path.read_bytes()
    return b""
