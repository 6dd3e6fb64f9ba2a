"""gunicorn with our settings: it says where it is, and keeps nothing about who came."""

import os
import signal

import pytest

from tests.serving import served

pytestmark = pytest.mark.slow


def test_it_serves_and_logs_no_word_of_a_visit() -> None:
    with served() as site:
        assert site.ask("GET", "/healthz?secret=marker", User_Agent="marker") == 200
        assert site.ask("POST", "/no-such-page-marker", b"story=marker") == 404
        said = site.said()

    assert "marker" not in said


def test_a_process_that_hangs_is_replaced() -> None:
    """The event loop of a worker does nothing for as long as its process is stopped."""
    with served("tests.server.apps:echo", "--timeout", "2", WEB_CONCURRENCY="1") as site:
        assert site.ask("GET", "/") == 200
        [hanging] = site.workers()
        os.kill(hanging, signal.SIGSTOP)

        assert site.ask("GET", "/") == 200
        assert site.workers() != [hanging]
