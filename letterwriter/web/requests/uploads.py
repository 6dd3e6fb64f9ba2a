"""Files that people bring: longer than other requests, and in memory only."""

from io import BytesIO
from typing import IO, Final

from flask import Request, request

from letterwriter.web.requests.security import MAX_BODY

MOST_REQUEST: Final = (
    6 * 1024 * 1024
)  # bytes: a list of 5 MB, or the same in quoted cells, in a form
_LONG_LISTS: Final = "/volunteers/stack"


class InMemory(Request):
    """A request whose files stay in memory: werkzeug would spool the larger ones to the disk."""

    def _get_file_stream(self, *_: object, **__: object) -> IO[bytes]:
        return BytesIO()


def take_up_to(most: int) -> None:
    """Let this request alone have so many bytes; call it before anything reads its form."""
    request.max_content_length = most
    request.max_form_memory_size = most


def most_bytes(path: str) -> int:
    """How long a request to this path may be: what is longer, the server need not even read."""
    long = path == _LONG_LISTS or path.startswith(f"{_LONG_LISTS}/")
    return MOST_REQUEST if long else MAX_BODY
