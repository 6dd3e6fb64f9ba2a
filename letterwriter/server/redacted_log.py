"""A log that holds no word of a request and no visitor's address."""

import asyncio
import logging
import traceback
from typing import Any

from gunicorn.glogging import Logger as GunicornsLogger

_log = logging.getLogger("gunicorn.error")


class RedactingFilter(logging.Filter):
    """Leaves of an error its kind and its places: its message may quote what a visitor sent."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record where it holds an error; all records go on."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.msg = "%s, its message left out\n%s"
            record.args = (type(error).__name__, _places(error))
            record.exc_info = record.exc_text = None
        return True


class Logger(GunicornsLogger):  # type: ignore[misc]  # gunicorn comes without types
    """gunicorn's own, with the messages of errors left out."""

    def setup(self, cfg: Any) -> None:
        """Set the log up, at the start and when settings are read anew."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.addFilter(RedactingFilter())


def report_loop_error(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what the event loop could not do anything with: its own words name the connection."""
    error = context.get("exception")
    if error is None:
        _log.error("the event loop met a fault, its message left out")
    else:
        _log.error("%s, its message left out\n%s", type(error).__name__, _places(error))


def _places(error: BaseException) -> str:
    return "".join(traceback.format_tb(error.__traceback__))
