"""How gunicorn serves the site, with `make run` and in production alike.

``HOST``, ``PORT`` and ``WEB_CONCURRENCY`` (worker processes) change it, or ``host``,
``port`` and ``processes`` in the instance folder's ``settings.toml``; anything else can
be set on gunicorn's own command line, which wins over this file.
"""

import socket

from gunicorn.arbiter import Arbiter

from letterwriter.files.faults import FaultyFiles
from letterwriter.files.settings_file import with_settings_file

try:
    _GIVEN = with_settings_file()
except FaultyFiles as faulty:
    raise SystemExit(str(faulty)) from None


def _number(name: str, usual: int, least: int, most: int) -> int:
    value = _GIVEN.get(name) or str(usual)
    plain = value.isascii() and value.isdecimal() and len(value) < 10
    if not plain or not least <= int(value) <= most:
        raise SystemExit(f"{name} is {value!r}; it must be a whole number from {least} to {most}")
    return int(value)


def _place(name: str, usual: str) -> str:
    value = _GIVEN.get(name) or usual
    try:
        socket.getaddrinfo(value.strip("[]"), None)
    except (OSError, ValueError):
        raise SystemExit(
            f"{name} is {value!r}; it must be an address of this computer, such as 127.0.0.1, "
            "or 0.0.0.0 for all of them"
        ) from None
    return f"[{value.strip('[]')}]" if ":" in value else value


bind = f"{_place('HOST', '127.0.0.1')}:{_number('PORT', 5000, 0, 65535)}"

# One event loop in each process waits for all who are slow; a thread is taken once a
# whole request is there. Two processes, because the smallest servers have two cores.
worker_class = "letterwriter.server.worker.Worker"
workers = _number("WEB_CONCURRENCY", 2, 1, 1000)
raw_env = [f"WEB_CONCURRENCY={workers}"]  # the site divides its limits by it, so set no --workers
threads = 16  # as some wait for their documents, other pages still find one free
worker_connections = 1000  # in each process; server/connection_limits.py has the other limits
asgi_loop = "asyncio"

# The tables are read once and shared, and the workers agree on a secret key where none
# is set. Documents are made in other processes, which each worker starts for itself.
preload_app = True

timeout = 30  # seconds: a process whose event loop does nothing for so long is started afresh
graceful_timeout = 10
keepalive = 15  # seconds: an idle connection costs no thread

# Who came and by which protocol the site learns from LETTERWRITER_PROXIES alone.
forwarded_allow_ips = ""

# Privacy: what people do here is nobody's to read later. No access log, so no
# query string, address or time of a visit is kept; errors still reach stderr.
accesslog = None
loglevel = "warning"
logger_class = "letterwriter.server.redacted_log.Logger"

# A control socket in somebody's home folder is one more door that we do not use.
control_socket_disable = True


def when_ready(server: Arbiter) -> None:
    """Say where the site is once it can be visited."""
    addresses = " and ".join(_url(*sock.sock.getsockname()[:2]) for sock in server.LISTENERS)
    print(f"Letterwriter is at {addresses} (Ctrl+C stops it)", flush=True)  # noqa: T201
    if server.num_workers != workers:
        print("Set WEB_CONCURRENCY rather than --workers: limits go by it", flush=True)  # noqa: T201


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
