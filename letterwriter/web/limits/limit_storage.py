"""Where limits are counted for all processes together: in Redis, which may be away."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, parse_qsl

from letterwriter.parliament.api.time_limit import AllBusy, TimeLimit
from letterwriter.text.web_address import server_address

if TYPE_CHECKING:
    from limits import RateLimitItem
    from limits.storage import RedisStorage

MEMORY: Final = "memory://"
SHARED: Final = ("redis", "rediss", "redis+unix")
_EXAMPLES: Final = (
    f"{MEMORY}, redis://127.0.0.1:6379/0, rediss://redis.example.org:6380/0 "
    "or redis+unix:///run/redis/redis.sock"
)
_FILES: Final = {"ssl_ca_certs", "ssl_certfile", "ssl_keyfile"}  # no time-outs: ours hold
_DATABASE: Final = re.compile(r"/?|/[0-9]{1,4}")
_SOCKET: Final = 0.5  # seconds for a connection, and for an answer
_WHOLE: Final = 1.0  # seconds with the host's name looked up and all: somebody waits for a letter
_AT_ONCE: Final = 16  # as many as a process has threads
_MINUTE: Final = 60


def storage_address(text: str) -> str:
    """The address of a storage that we know how to use.

    Raises ValueError, which says how to write it and nothing of what was written:
    there may be a password in it.
    """
    if text == MEMORY:
        return text
    parts = server_address(text, SHARED, _EXAMPLES)
    if parts.scheme == "redis+unix":
        if parts.hostname or len(parts.path) < 2:
            raise ValueError("write it as redis+unix:///run/redis/redis.sock")
    elif not parts.hostname or not _DATABASE.fullmatch(parts.path):
        raise ValueError(f"write it as {parts.scheme}://host:6379/0, where 0 is the database")
    _look_at_options(parts)
    if find_spec("redis") is None:
        raise ValueError(
            "Redis' client is not installed: pip install 'letterwriter[redis]', or "
            "pip install --require-hashes --requirement requirements/redis.txt"
        )
    return text


def _look_at_options(parts: SplitResult) -> None:
    """Raise ValueError for what stands after "?" or "#" and should not."""
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.fragment or options.keys() - _FILES - {"db"}:
        raise ValueError(f"after ? there can be db, {', '.join(sorted(_FILES))} and no more")
    if not _DATABASE.fullmatch(f"/{options.get('db', '')}"):
        raise ValueError("db is the number of the database")
    if missing := [
        name for name in sorted(_FILES & options.keys()) if not Path(options[name]).is_file()
    ]:
        raise ValueError(f"there is no file where {missing[0]} says")


class SharedStorage:
    """Counts in Redis. Each call is over within a second, in whatever state Redis is.

    Every method may raise whatever goes wrong; ``lasting`` tells what no waiting mends.
    """

    def __init__(self, address: str) -> None:
        from limits.strategies import FixedWindowRateLimiter  # noqa: PLC0415  # not at the start

        self._limit = TimeLimit(_WHOLE, _AT_ONCE)
        self._storage = _redis(address)
        self._limiter = FixedWindowRateLimiter(self._storage)

    def hit(self, limit: "RateLimitItem", key: str) -> bool:
        """Count one more; whether it is within the limit."""
        return self._limit.call(lambda: self._limiter.hit(limit, key))

    def look(self) -> None:
        """Count something of no account, as what only reads may do what we cannot."""
        self._limit.call(lambda: self._storage.incr("look", _MINUTE))


def _redis(address: str) -> "RedisStorage":
    from limits.storage import RedisStorage  # noqa: PLC0415  # not at the start
    from redis import ConnectionPool  # noqa: PLC0415  # an extra, which need not be there
    from redis.backoff import NoBackoff  # noqa: PLC0415
    from redis.retry import Retry  # noqa: PLC0415

    pool = ConnectionPool.from_url(
        address.replace("redis+unix:", "unix:", 1),
        socket_connect_timeout=_SOCKET,
        socket_timeout=_SOCKET,
        retry=Retry(NoBackoff(), 0),  # whoever waits for a letter is counted here instead
    )
    return RedisStorage(address, connection_pool=pool)


def lasting(error: Exception) -> str:
    """What is wrong with the setting itself, empty where Redis may just be away."""
    from redis import exceptions as redis  # noqa: PLC0415  # as above

    if isinstance(error, redis.AuthenticationError | redis.AuthenticationWrongNumberOfArgsError):
        return "Redis refuses the user or the password in it"
    if isinstance(error, redis.NoPermissionError | redis.AuthorizationError):
        return "Redis does not let this user count: allow it EVALSHA, SCRIPT LOAD, INCRBY, EXPIRE"
    if isinstance(error, redis.ResponseError) and "DB index" in str(error):
        return "there is no database of this number in Redis"
    if isinstance(error, redis.InvalidResponse):
        return "what answers there is no Redis"
    return ""


def passing(error: Exception) -> str:
    """Why Redis does not count just now, in words that hold nothing of the setting."""
    from redis import exceptions as redis  # noqa: PLC0415  # as above

    if isinstance(error, TimeoutError | AllBusy | redis.TimeoutError):
        return "does not answer in time"
    if why := lasting(error):
        return f"cannot be used, as {why}"
    if isinstance(error, redis.ConnectionError):
        return "cannot be reached"
    return f"answers with a fault ({type(error).__name__})"
