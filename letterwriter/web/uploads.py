"""Files that people bring: longer than other requests, and in memory only."""

from io import BytesIO
from typing import IO

from flask import Request, request


class InMemory(Request):
    """A request whose files stay in memory: werkzeug would spool the larger ones to the disk."""

    def _get_file_stream(self, *_: object, **__: object) -> IO[bytes]:
        return BytesIO()


def take_up_to(most: int) -> None:
    """Let this request alone have so many bytes; call it before anything reads its form."""
    request.max_content_length = most
    request.max_form_memory_size = most
