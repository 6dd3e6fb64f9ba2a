"""How gunicorn serves the site, with `make run` and in production alike.

``HOST``, ``PORT`` and ``WEB_CONCURRENCY`` (worker processes) change it; anything
else can be set on gunicorn's own command line, which wins over this file.
"""

import os

from gunicorn.arbiter import Arbiter

_HOST = os.environ.get("HOST") or "127.0.0.1"
_PORT = os.environ.get("PORT") or "5000"

bind = f"{_HOST}:{_PORT}"

# Threads, because a slow phone should hold up nobody else; two processes, because
# a PDF keeps one core busy for some milliseconds and the smallest servers have two.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 16  # as documents wait for their turn at the press, other pages still find one free

# The tables are read once and shared, and the workers agree on a secret key where
# none is set. No PDF may be made before the fork: Typst's threads would not survive it.
preload_app = True

timeout = 30  # seconds: a worker that answers nothing for so long is started afresh
graceful_timeout = 10

# Privacy: what people do here is nobody's to read later. No access log, so no
# query string, address or time of a visit is kept; errors still reach stderr.
accesslog = None
loglevel = "warning"

# A control socket in somebody's home folder is one more door that we do not use.
control_socket_disable = True


def when_ready(server: Arbiter) -> None:
    """Say where the site is once it can be visited."""
    addresses = " and ".join(_url(*sock.sock.getsockname()[:2]) for sock in server.LISTENERS)
    print(f"Letterwriter is at {addresses} (Ctrl+C stops it)", flush=True)  # noqa: T201


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
